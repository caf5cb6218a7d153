import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import type { ListedState } from '../NoteList.tsx';
import { NoteList } from '../NoteList.tsx';
import type { ShownNote } from '../shownNote.ts';
import './placing.css';

/** The notes of an item, a briefing or the meeting that have no place in this revision. Nothing when there is none. */
export function NoteTray({
  notes,
  of,
  state,
}: {
  notes: readonly ShownNote[];
  of: string;
  state: ListedState;
}): ReactNode {
  const { t } = useMessages();
  const titleId = useId();
  if (notes.length === 0) return null;
  return (
    <section className="note-tray" aria-labelledby={titleId}>
      <h3 id={titleId} className="note-tray__title">
        <Archive size={15} aria-hidden />
        {t('placing.tray.title', { count: notes.length })}
      </h3>
      <p className="note-tray__hint">{t('placing.tray.hint')}</p>
      <NoteList notes={notes} label={t('placing.tray.of', { what: of })} state={state} />
    </section>
  );
}
