import { Lock, MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaEntry, BriefingEntry, DocumentEntry } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';
import { ChangeBadge } from './ChangeBadge.tsx';
import { documentKindIcons, itemKindIcons } from '../../ui/kindIcons.ts';
import { plannedMinutes } from './agendaTimes.ts';
import { RowProgress } from './ProgressLine.tsx';
import { ReadDot } from './ReadDot.tsx';
import { useAgendaWords } from './useAgendaWords.ts';

/** What stands in a row of the agenda. Rows are labelled by `useAgendaWords`; this is what is seen. */
export function ItemRow({
  entry,
  noteCount,
  clock,
}: {
  entry: AgendaEntry;
  noteCount: number;
  clock: string | null;
}): ReactNode {
  const { t, formatTime } = useMessages();
  const words = useAgendaWords();
  useProtectedContent(entry.unlocked === true);
  const minutes = plannedMinutes(entry);
  const Icon = entry.sealed !== null ? Lock : entry.itemKind === null ? null : itemKindIcons[entry.itemKind];
  const kind =
    entry.sealed !== null
      ? t(`agenda.sealed.${entry.sealed.reason}`)
      : entry.itemKind !== null && t(`agenda.kind.${entry.itemKind}`);
  const details = [entry.registryNumber, entry.presenter].filter((part) => part !== null);
  return (
    <div className="agenda-row__content">
      <span className="agenda-row__number">{entry.number}</span>
      <div className="agenda-row__words">
        <span className="agenda-row__title">{entry.title}</span>
        <span className="agenda-row__meta">
          {kind !== false && (
            <span className="agenda-row__kind" data-kind={entry.sealed === null ? entry.itemKind : 'sealed'}>
              {Icon !== null && <Icon size={13} aria-hidden />}
              {kind}
            </span>
          )}
          {clock !== null && <span>{formatTime(clock)}</span>}
          {minutes !== null && <span>{words.minutes(minutes)}</span>}
          <NoteCount count={noteCount} />
        </span>
        {details.length > 0 && <span className="agenda-row__details">{details.join(' · ')}</span>}
        {entry.change !== 'none' && (
          <span className="agenda-row__badges">
            <ChangeBadge change={entry.change} previousNumber={entry.previousNumber} />
          </span>
        )}
        <RowProgress entry={entry} />
      </div>
      {entry.documents.length > 0 && <ReadDot state={entry.readState} />}
    </div>
  );
}

export function BriefingRow({ entry, noteCount }: { entry: BriefingEntry; noteCount: number }): ReactNode {
  const { t, formatTime } = useMessages();
  const words = useAgendaWords();
  useProtectedContent(entry.unlocked === true);
  return (
    <div className="agenda-row__content">
      <span className="agenda-row__number agenda-row__number--time">
        {entry.start !== null && formatTime(entry.start)}
      </span>
      <div className="agenda-row__words">
        <span className="agenda-row__title">{entry.unit.name}</span>
        <span className="agenda-row__meta">
          {entry.sealed !== null && (
            <span className="agenda-row__kind" data-kind="sealed">
              <Lock size={13} aria-hidden />
              {t(`agenda.sealed.${entry.sealed.reason}`)}
            </span>
          )}
          {entry.presenter !== null && <span className="agenda-row__presenter">{entry.presenter}</span>}
          {entry.minutes !== null && <span>{words.minutes(entry.minutes)}</span>}
          <NoteCount count={noteCount} />
        </span>
        {entry.change !== 'none' && (
          <span className="agenda-row__badges">
            <ChangeBadge change={entry.change} />
          </span>
        )}
        <RowProgress entry={entry} />
      </div>
      {entry.documents.length > 0 && <ReadDot state={entry.readState} />}
    </div>
  );
}

export function DocumentRow({ document }: { document: DocumentEntry }): ReactNode {
  const { t } = useMessages();
  const words = useAgendaWords();
  const Icon = documentKindIcons[document.documentKind];
  return (
    <div className="agenda-row__content agenda-row__content--document">
      <Icon size={15} aria-hidden className="agenda-row__document-icon" />
      <div className="agenda-row__words">
        <span className="agenda-row__document-title">{document.title}</span>
        <span className="agenda-row__meta">
          <span>{t(`agenda.documentKind.${document.documentKind}`)}</span>
          <span className="tabular">{words.pages(document)}</span>
          {!document.available && <span className="agenda-row__missing">{t('agenda.documentMissing')}</span>}
          {document.change !== 'none' && <ChangeBadge change={document.change} />}
        </span>
      </div>
      <ReadDot state={document.readState} />
    </div>
  );
}

function NoteCount({ count }: { count: number }): ReactNode {
  if (count === 0) return null;
  return (
    <span className="agenda-row__notes">
      <MessageSquareText size={13} aria-hidden />
      {count}
    </span>
  );
}
