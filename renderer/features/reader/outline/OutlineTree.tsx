import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { LinkTarget } from '../../../../core/pdf/linksTarget.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { useRovingRow } from '../navigation/useRovingRow.ts';
import { useWindowedRows } from '../navigation/windowedRows.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { OutlineRow } from './outlineRows.ts';
import { currentEntry, isDocumentOpen, outlineRows, parentRow, rowOfEntry } from './outlineRows.ts';
import { useOutlinePlace } from './useOutlinePlace.ts';
import { useOutlines } from './useOutlines.ts';
import './outline.css';

const rowHeight = 30;

/** The documents and, unfolded, their bookmarks: a tree for keyboard and pointer. Only rows near the view are there. */
export function OutlineTree({
  onGo,
  onFollow,
}: {
  onGo: (documentIndex: number, page: number) => void;
  onFollow: (documentIndex: number, target: LinkTarget) => void;
}): ReactNode {
  const { session } = useReader();
  const { t } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const place = useOutlinePlace();
  const currentDocument = place.documentIndex;
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = session.documents.flatMap((_, index) =>
    isDocumentOpen(index, chosen, currentDocument) ? [index] : [],
  );
  const { outlines, tryAgain } = useOutlines(open);
  const rows = useMemo(
    () => outlineRows({ outlines, chosen, currentDocument }),
    [outlines, chosen, currentDocument],
  );
  const tops = useMemo(() => Array.from({ length: rows.length + 1 }, (_, i) => i * rowHeight), [rows]);
  const outline = outlines[currentDocument];
  const entry = useMemo(
    () => (outline?.type === 'read' ? currentEntry(outline.entries, place) : -1),
    [outline, place],
  );
  const documentRow = rows.findIndex(
    (row) => row.kind === 'document' && row.documentIndex === currentDocument,
  );
  const section = entry < 0 ? -1 : rowOfEntry(rows, currentDocument, entry);
  const current = section < 0 ? Math.max(0, documentRow) : section;
  const { active: wished, focus, focused } = useRovingRow(scroller, tops, current);
  const active = Math.min(wished, rows.length - 1);
  const range = useWindowedRows(scroller, tops);
  const typed = useRef({ text: '', at: 0 });

  const toggle = ({ key, isOpen }: OutlineRow): void =>
    setChosen((before) => new Map(before).set(key, !isOpen));
  const follow = (row: OutlineRow): void => {
    if (row.kind === 'document') onGo(row.documentIndex, 1);
    else if (row.kind === 'failed') tryAgain(row.documentIndex);
    else if (row.kind === 'entry' && row.entry.target) onFollow(row.documentIndex, row.entry.target);
    else if (row.isOpen !== null) toggle(row);
  };
  const titleOf = (row: OutlineRow): string => {
    if (row.kind === 'document') return session.documents[row.documentIndex]?.title ?? '';
    return row.kind === 'entry' ? row.entry.title : t(`navigate.outline.${row.kind}`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = rows[active];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actionOf(event.key, rows, active);
    if (act === 'follow') follow(row);
    else if (act === 'toggle') toggle(row);
    else if (act !== null) focus(act);
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const now = event.timeStamp;
      const text = (now - typed.current.at < 700 ? typed.current.text : '') + event.key;
      typed.current = { text, at: now };
      const found = rowBeginning(rows.map(titleOf), text, active);
      if (found !== null) focus(found);
    } else return;
    event.preventDefault();
  };

  const shown = new Set(active < 0 ? [] : [active]);
  for (let row = range.first; row <= Math.min(range.last, rows.length - 1); row++) shown.add(row);
  return (
    <div ref={scroller} className="outline" onKeyDown={onKeyDown}>
      <div
        className="outline__rows"
        role="tree"
        aria-label={t('navigate.outline')}
        style={{ height: tops.at(-1) }}
      >
        {[...shown]
          .toSorted((a, b) => a - b)
          .map((index) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={row.key}
                  index={index}
                  row={row}
                  title={titleOf(row)}
                  page={pageOf(row, session.documents[row.documentIndex]?.pages?.from ?? 1)}
                  isCurrent={index === current}
                  isActive={index === active}
                  onFocus={() => focused(index)}
                  onFollow={() => follow(row)}
                  onToggle={() => toggle(row)}
                />
              )
            );
          })}
      </div>
    </div>
  );
}

function Row({
  index,
  row,
  title,
  page,
  isCurrent,
  isActive,
  onFocus,
  onFollow,
  onToggle,
}: {
  index: number;
  row: OutlineRow;
  title: string;
  page: number | null;
  isCurrent: boolean;
  isActive: boolean;
  onFocus: () => void;
  onFollow: () => void;
  onToggle: () => void;
}): ReactNode {
  const { t } = useMessages();
  const isPlace =
    row.kind === 'document' || row.kind === 'failed' || (row.kind === 'entry' && row.entry.target !== null);
  return (
    <div
      className={`outline__row outline__row--${row.kind}`}
      role="treeitem"
      data-row={index}
      tabIndex={isActive ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.isOpen ?? undefined}
      aria-current={isCurrent ? 'location' : undefined}
      aria-label={page === null ? title : t('navigate.outline.entry', { title, page })}
      data-place={isPlace || undefined}
      style={{ top: index * rowHeight, height: rowHeight, paddingInlineStart: 4 + (row.level - 1) * 14 }}
      title={title}
      onFocus={onFocus}
      onClick={onFollow}
    >
      {row.isOpen === null ? (
        (row.kind === 'entry' || row.kind === 'document') && <span className="outline__fold" />
      ) : (
        <span
          className="outline__fold"
          data-open={row.isOpen || undefined}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <ChevronRight size={15} />
        </span>
      )}
      <span className="outline__title">{title}</span>
      {page !== null && <span className="outline__page">{page}</span>}
    </div>
  );
}

/** The document's own page that an entry leads to. */
function pageOf(row: OutlineRow, firstFilePage: number): number | null {
  return row.kind === 'entry' && row.entry.target?.type === 'page'
    ? row.entry.target.page - firstFilePage + 1
    : null;
}

/** As the tree pattern of WAI-ARIA has it: a row to go to, or what is done with the active one. */
function actionOf(
  key: string,
  rows: readonly OutlineRow[],
  active: number,
): number | 'follow' | 'toggle' | null {
  const { isOpen = null } = rows[active] ?? {};
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows.length - 1, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      return isOpen === false ? 'toggle' : isOpen === true ? active + 1 : active;
    case 'ArrowLeft':
      return isOpen === true ? 'toggle' : parentRow(rows, active);
    case 'Enter':
    case ' ':
      return 'follow';
    default:
      return null;
  }
}

/** The next row after the active one whose title begins so; one more letter may keep the row. */
function rowBeginning(titles: readonly string[], text: string, active: number): number | null {
  const wanted = text.toLocaleLowerCase('sv');
  const from = wanted.length > 1 ? active : active + 1;
  for (let step = 0; step < titles.length; step++) {
    const at = (from + step) % titles.length;
    if (titles[at]?.toLocaleLowerCase('sv').startsWith(wanted)) return at;
  }
  return null;
}
