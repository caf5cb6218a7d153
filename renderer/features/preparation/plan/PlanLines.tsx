import { CircleCheck, GripVertical } from 'lucide-react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { PlanLine, ReadingPlan } from '../../../../core/preparation/readingPlan.ts';
import type { ItemSheet } from '../../../../core/preparation/sheet.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { timeWords } from './timeWords.ts';

export interface PlanLinesProps {
  readonly plan: ReadingPlan;
  readonly sheets: readonly ItemSheet[];
  /** There is a limit: lines say whether they fit. */
  readonly isLimited: boolean;
  readonly onShow: (itemId: string) => void;
  /** Puts an item at a place, counted from 0. */
  readonly onMove: (itemId: string, to: number) => void;
}

/** The items in the order in which they are to be read; moved by dragging, or with Alt and the arrow keys. */
export function PlanLines({ plan, sheets, isLimited, onShow, onMove }: PlanLinesProps): ReactNode {
  const { t } = useMessages();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const items = new Map(sheets.map(({ item }) => [item.id, item]));
  const { lines } = plan;
  const move = (line: PlanLine, to: number): void => {
    if (to < 0 || to >= lines.length) return;
    onMove(line.id, to);
    setSaid(
      t('preparation.plan.moved', { title: items.get(line.id)?.title ?? '', n: to + 1, of: lines.length }),
    );
  };
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    const line = lines.find(({ id }) => id === dragged);
    if (line !== undefined) move(line, to);
    setDragged(null);
    setOver(null);
  };
  const keys = (event: KeyboardEvent, line: PlanLine, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(line, event.key === 'ArrowUp' ? at - 1 : at + 1);
  };
  return (
    <>
      {lines.length > 1 && <p className="prep-quiet">{t('preparation.plan.howToMove')}</p>}
      <ol className="prep-plan__lines">
        {lines.map((line, at) => {
          const item = items.get(line.id);
          if (item === undefined) return null;
          return (
            <li
              key={line.id}
              draggable
              data-fits={line.fits}
              data-done={line.isDone || undefined}
              data-over={over === line.id && dragged !== line.id ? true : undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', item.title);
                setDragged(line.id);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(line.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDrop={(event) => drop(event, at)}
            >
              <GripVertical className="prep-plan__grip" size={14} aria-hidden />
              <div>
                <button
                  type="button"
                  className="prep-link"
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  onClick={() => onShow(line.id)}
                  onKeyDown={(event) => keys(event, line, at)}
                >
                  {item.number === null ? '' : `${item.number} `}
                  {item.title}
                </button>
                <LineFacts line={line} isLimited={isLimited} />
              </div>
            </li>
          );
        })}
      </ol>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  );
}

function LineFacts({ line, isLimited }: { line: PlanLine; isLimited: boolean }): ReactNode {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const { minutes, isDone, fits, deadline, isLate } = line;
  if (isDone)
    return (
      <span className="prep-quiet prep-plan__done">
        <CircleCheck size={14} aria-hidden /> {t('preparation.plan.done')}
      </span>
    );
  return (
    <span className="prep-quiet">
      {timeWords(messages, minutes)}
      {isLimited && ` · ${t(fits ? 'preparation.plan.fits' : 'preparation.plan.doesNotFit')}`}
      {deadline !== null && (
        <span className={isLate ? 'prep-plan__late' : undefined}>
          {' · '}
          {t(isLate ? 'preparation.plan.late' : 'preparation.plan.by', {
            day: formatDate(deadline, 'monthDay'),
          })}
        </span>
      )}
    </span>
  );
}
