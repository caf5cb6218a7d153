import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { memo, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { HitLine } from '../../../core/find/findInText.ts';
import { hitLine } from '../../../core/find/findInText.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { FindSession } from './FindSession.ts';
import type { Hit, HitList, HitPlace, HitRow } from './HitList.ts';
import type { HitLines } from './HitLines.ts';
import { lineKey } from './HitLines.ts';
import { rowHeight, useRowWindow } from './useRowWindow.ts';
import { useHitWords } from './useHitWords.ts';
import { useSteadyScroll } from './useSteadyScroll.ts';

/** What the list of hits is drawn from, and the element that holds it. */
export interface HitListProps {
  readonly session: FindSession;
  readonly lines: HitLines;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The list itself. Only the rows in view are there, however many hits there are. */
export function HitRows({ session, lines, ref }: HitListProps): ReactNode {
  const { t } = useMessages();
  const hits = useStore(session.store, (state) => state.hits);
  const version = useStore(session.store, (state) => state.version);
  const words = useStore(session.store, (state) => state.words);
  const current = useStore(session.store, (state) => state.current);
  const [element, rowWindow] = useRowWindow();
  /** The hit that the keyboard is at. */
  const [active, setActive] = useState<HitPlace | null>(null);
  const focusWanted = useRef(false);
  const activePlace = placeToFocus(hits, active ?? current?.place ?? null);
  const activeRow = activePlace === null ? -1 : hits.rowOf(activePlace);

  useImperativeHandle(ref, () => element.current ?? document.createElement('div'), [element]);
  const { first, last, rowsInView, reveal } = rowWindow;
  const shown = useMemo(
    () => rowsToShow(hits, version, first, last, activeRow),
    [hits, version, first, last, activeRow],
  );

  useEffect(() => {
    void lines.want(shown.flatMap(({ row }) => (row.type === 'hit' ? [row.hit] : [])));
  }, [lines, shown]);

  useEffect(() => {
    if (current === null) return;
    setActive(current.place);
    reveal(hits.rowOf(current.place));
  }, [current, hits, reveal]);

  useSteadyScroll(element, current, current === null ? 0 : hits.rowOf(current.place));

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    element.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [activeRow, element]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = activePlace && placeAfterKey(hits, activePlace, event, rowsInView);
    if (!target) return;
    event.preventDefault();
    focusWanted.current = true;
    setActive(target);
    reveal(hits.rowOf(target));
  };

  return (
    <div className="find-hits" ref={element} onKeyDown={onKeyDown}>
      <div
        className="find-hits__rows"
        role="list"
        aria-label={t('find.listOf', { words })}
        style={{ height: hits.rowCount * rowHeight }}
      >
        {shown.map(({ row, number }) => (
          <div
            key={number}
            role="listitem"
            aria-setsize={hits.rowCount}
            aria-posinset={number + 1}
            className="find-hits__row"
            style={{ top: number * rowHeight, height: rowHeight }}
          >
            {row.type === 'hit' ? (
              <HitButton
                hit={row.hit}
                lines={lines}
                isCurrent={isSame(row.hit.place, current?.place ?? null)}
                isActive={number === activeRow}
                onPress={() => session.goTo(row.hit)}
              />
            ) : (
              <HitHeading row={row} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

const isSame = (a: HitPlace, b: HitPlace | null): boolean => a.part === b?.part && a.index === b.index;

/** The hit that Tab comes to: the given one if it is there still, else the first. */
const placeToFocus = (hits: HitList, wanted: HitPlace | null): HitPlace | null =>
  wanted !== null && hits.at(wanted) !== null ? wanted : hits.numbered(0);

function rowsToShow(
  hits: HitList,
  /** Of `hits`, which grows. */
  _version: number,
  first: number,
  last: number,
  activeRow: number,
): readonly { readonly row: HitRow; readonly number: number }[] {
  const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  // The row with the keyboard stays, wherever one scrolls: focus must not be lost.
  if (activeRow >= 0 && (activeRow < first || activeRow > last)) numbers.push(activeRow);
  return numbers.flatMap((number) => {
    const row = hits.row(number);
    return row ? [{ row, number }] : [];
  });
}

function placeAfterKey(
  hits: HitList,
  place: HitPlace,
  { key }: KeyboardEvent,
  rowsInView: number,
): HitPlace | null {
  const number = hits.numberOf(place);
  const target = {
    ArrowDown: number + 1,
    ArrowUp: number - 1,
    PageDown: number + rowsInView,
    PageUp: number - rowsInView,
    Home: 0,
    End: hits.total - 1,
  }[key];
  return target === undefined ? null : hits.numbered(Math.max(0, Math.min(hits.total - 1, target)));
}

function HitHeading({ row }: { row: Exclude<HitRow, { type: 'hit' }> }): ReactNode {
  const { formatNumber } = useMessages();
  const words = useHitWords();
  const isGroup = row.type === 'group';
  const title = isGroup ? words.groupTitle(row.group) : row.document.title;
  const Title = isGroup ? 'h3' : 'h4';
  return (
    <div className={`find-heading find-heading--${row.type}`}>
      <Title title={title}>{title}</Title>
      <span>{formatNumber(row.count)}</span>
    </div>
  );
}

const HitButton = memo(
  function HitButton({
    hit,
    lines,
    isCurrent,
    isActive,
    onPress,
  }: {
    hit: Hit;
    lines: HitLines;
    isCurrent: boolean;
    isActive: boolean;
    onPress: () => void;
  }): ReactNode {
    const { t } = useMessages();
    const words = useHitWords();
    const fetched = useStore(lines.store, (state) => state.get(lineKey(hit)));
    const line = hit.part.type === 'text' ? hitLine(hit.part.text, hit.range) : fetched;
    return (
      <button
        type="button"
        className="find-hit"
        tabIndex={isActive ? 0 : -1}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onPress}
      >
        <span className="find-hit__line">
          {line ? <MarkedLine line={line} /> : line === null ? t('find.lineMissing') : '…'}
        </span>
        <span className="find-hit__place">
          {words.place(hit)} <span>{words.packPage(hit)}</span>
        </span>
      </button>
    );
  },
  (before, after) =>
    before.isCurrent === after.isCurrent &&
    before.isActive === after.isActive &&
    before.lines === after.lines &&
    before.hit.part === after.hit.part &&
    before.hit.page === after.hit.page &&
    before.hit.range.start === after.hit.range.start &&
    before.hit.range.end === after.hit.range.end &&
    isSame(before.hit.place, after.hit.place),
);

function MarkedLine({ line }: { line: HitLine }): ReactNode {
  return (
    <>
      {line.text.slice(0, line.start)}
      <mark>{line.text.slice(line.start, line.end)}</mark>
      {line.text.slice(line.end)}
    </>
  );
}
