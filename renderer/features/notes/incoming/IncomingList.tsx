import { Check, MapPinOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '../../../ui/Badge.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { noteKindIcons } from '../noteLooks.ts';
import { originWords } from '../originWords.ts';
import { useNoteWords } from '../useNoteWords.ts';
import type { IncomingRow } from './incomingRows.ts';
import './incoming.css';

const longest = 280;

/** What may be taken in, each with a box to tick; what is here already cannot be chosen again. */
export function IncomingList({
  rows,
  chosen,
  onToggle,
}: {
  rows: readonly IncomingRow[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
}): ReactNode {
  const { t } = useMessages();
  const words = useNoteWords();
  return (
    <ul className="incoming" aria-label={t('incoming.list')}>
      {rows.map((row) => (
        <li key={row.key} className="incoming__row" data-here={row.incoming.isHere || undefined}>
          <Checkbox
            label={t('incoming.take', { note: words.label(row) })}
            isSelected={chosen.has(row.key)}
            isDisabled={row.incoming.isHere}
            onChange={() => onToggle(row.key)}
          />
          <IncomingWords row={row} />
        </li>
      ))}
    </ul>
  );
}

function IncomingWords({ row }: { row: IncomingRow }): ReactNode {
  const messages = useMessages();
  const { t, formatDateTime } = messages;
  const words = useNoteWords();
  const { note, place, incoming } = row;
  const Icon = noteKindIcons[note.kind];
  return (
    <div className="incoming__words">
      <p className="incoming__head">
        <Icon size={14} aria-hidden />
        <span>{words.kind(note)}</span>
        <span>{words.page(place)}</span>
        {place.document !== null && <span className="incoming__document">{place.document.title}</span>}
      </p>
      {place.quote !== '' && <blockquote className="incoming__quote">{cut(place.quote)}</blockquote>}
      {note.text !== '' && <p className="incoming__text">{cut(note.text)}</p>}
      <p className="incoming__quiet">
        {incoming.isOwn ? t('incoming.own') : originWords(messages, note)}
        {incoming.time === null ? '' : ` · ${formatDateTime(incoming.time, 'short')}`}
        {note.noteClass === 'private' ? '' : ` · ${t(`notes.class.${note.noteClass}`)}`}
      </p>
      <IncomingState row={row} />
    </div>
  );
}

function IncomingState({ row: { incoming } }: { row: IncomingRow }): ReactNode {
  const { t } = useMessages();
  if (incoming.isHere)
    return (
      <Badge icon={<Check size={12} aria-hidden />} tone="good">
        {t('incoming.isHere')}
      </Badge>
    );
  if (incoming.place === 'sure') return null;
  return incoming.place === 'check' ? (
    <Badge icon={<TriangleAlert size={12} aria-hidden />} tone="warning">
      {t('incoming.check')}
    </Badge>
  ) : (
    <Badge icon={<MapPinOff size={12} aria-hidden />}>{t('incoming.nowhere')}</Badge>
  );
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
