import { useMemo } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Messages } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { colourOf } from './noteLooks.ts';
import type { NotePlace } from './notePlace.ts';
import type { ShownNote } from './shownNote.ts';

export interface NoteWording {
  /** "Överstrykning, gul". */
  readonly kind: (note: Annotation) => string;
  /** "s. 3 (214)": the document's page and the pack's; empty when not on a page. */
  readonly page: (place: NotePlace) => string;
  /** One line that names the note. */
  readonly label: (shown: ShownNote) => string;
}

const quotedCharacters = 80;

export function useNoteWords(): NoteWording {
  const messages = useMessages();
  return useMemo(() => noteWording(messages), [messages]);
}

function noteWording({ t }: Messages): NoteWording {
  const kind = (note: Annotation): string => {
    const colour = colourOf(note.kind, note.colour);
    const name = t(`notes.kind.${note.kind}`);
    return colour === null
      ? name
      : t('notes.kindInColour', { kind: name, colour: t(`notes.colourName.${colour}`) });
  };
  const page = (place: NotePlace): string => {
    if (place.page === null) return '';
    return place.packPage === null
      ? t('notes.page', { page: place.page })
      : t('notes.pageInPack', { page: place.page, packPage: place.packPage });
  };
  const label = ({ note, place }: ShownNote): string => {
    const words = place.quote === '' ? note.text : place.quote;
    const short = words.length > quotedCharacters ? `${words.slice(0, quotedCharacters)}…` : words;
    return [kind(note), page(place), short.replaceAll('\n', ' ')].filter((part) => part !== '').join(', ');
  };
  return { kind, page, label };
}
