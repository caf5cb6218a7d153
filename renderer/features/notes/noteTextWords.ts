import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { PartWords } from '../../../core/annotation/convertNote.ts';
import type { MergeWords } from '../../../core/annotation/mergeNotes.ts';
import { quoteOf } from '../../../core/annotation/noteList.ts';
import type { NoteSource, NoteTextWords } from '../../../core/noteExport/noteAsText.ts';
import { quotation } from '../../../core/noteExport/noteAsText.ts';
import type { Messages } from '../../ui/messages.tsx';
import type { ShownNote } from './shownNote.ts';

/** What a note says beside its text, as lines in the person's language. */
export function partWords({ t, formatDate }: Messages): PartWords {
  return {
    stance: (stance) => t('several.part.stance', { value: t(`preparation.stance.${stance}`) }),
    proposalKind: (kind) => t('several.part.proposalKind', { value: t(`preparation.proposal.${kind}`) }),
    addressee: (value) => t('several.part.addressee', { value }),
    questionState: (state) => t('several.part.questionState', { value: t(`preparation.question.${state}`) }),
    due: (day) => t('several.part.due', { value: formatDate(day) }),
    done: (isDone) => (isDone ? t('several.part.done') : ''),
    reason: (value) => t('several.part.reason', { value }),
  };
}

/** How notes are said as text; `§ 7, s. 12 (handlingarna s. 45)`. */
export function noteTextWords(messages: Messages): NoteTextWords {
  const { t } = messages;
  return {
    ...partWords(messages),
    quoted: (quote) => t('several.quoted', { quote }),
    source: ({ itemNumber, title, page, packPage }) =>
      [itemNumber === null ? title : numberWords(t, itemNumber), pageWords(t, page, packPage)]
        .filter((part) => part !== '')
        .join(', '),
  };
}

/** Some agendas number with § themselves. */
const numberWords = (t: Messages['t'], number: string): string =>
  number.startsWith('§') ? number : t('several.source.item', { number });

function pageWords(t: Messages['t'], page: number | null, packPage: number | null): string {
  if (page === null) return '';
  return packPage === null
    ? t('several.source.page', { page })
    : t('several.source.pages', { page, packPage });
}

/** How these notes are said in the one they become: each quote with the page it stands on. */
export function mergeWords(messages: Messages, notes: readonly ShownNote[]): MergeWords {
  const words = noteTextWords(messages);
  const places = new Map(notes.map(({ note, place }) => [note.id, place]));
  const sourceOf = (note: Annotation): NoteSource => {
    const place = places.get(note.id);
    return { itemNumber: null, title: '', page: place?.page ?? null, packPage: place?.packPage ?? null };
  };
  return {
    ...words,
    quote: (note) => {
      const said = quotation(note, sourceOf(note), words);
      if (quoteOf(note) !== '' || note.kind !== 'area') return said;
      return [messages.t('several.part.area'), said].filter((part) => part !== '').join(', ');
    },
  };
}
