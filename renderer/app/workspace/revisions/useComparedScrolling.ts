import type { RefObject } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Zoom } from '../../../../core/library/views.ts';
import type { DocumentComparison } from '../../../../core/revisionDiff/documentComparison.ts';
import { placeBeside } from '../../../../core/revisionDiff/matchingPlaces.ts';
import type { ReaderHandle } from '../../../features/reader/readerTypes.ts';
import { linkScrolling } from '../../../features/reader/sideBySide/linkScrolling.ts';
import type { Workspace } from '../Workspace.ts';

type Side = 'before' | 'after';

export interface ComparedScrolling {
  /** What tells that the person moves this side. */
  readonly leading: (
    side: Side,
  ) => Readonly<Record<'onWheel' | 'onPointerDown' | 'onKeyDownCapture', () => void>>;
  /** Both are put somewhere: neither follows the other for that. */
  readonly letGo: () => void;
  /** How both are shown at first: as the last comparison of the meeting was. */
  readonly zoom: Zoom;
  readonly zoomed: (side: Side, zoom: Zoom) => void;
}

/** The zoom of comparisons, kept from one document to the next. */
const keptZoom = new WeakMap<Workspace, Zoom>();

/** Scrolls both contents together by the words they share, and shows them at one zoom. */
export function useComparedScrolling({
  workspace,
  oldReader,
  newReader,
  comparison,
  isDrawn,
}: {
  workspace: Workspace;
  oldReader: RefObject<ReaderHandle | null>;
  newReader: RefObject<ReaderHandle | null>;
  comparison: DocumentComparison;
  /** Both are on screen: before that there is nothing to scroll. */
  isDrawn: boolean;
}): ComparedScrolling {
  const leader = useRef<Side | null>(null);
  const [zoom] = useState<Zoom>(() => keptZoom.get(workspace) ?? { mode: 'width' });
  const { places } = comparison;
  useEffect(() => {
    const [old, renewed] = [oldReader.current, newReader.current];
    if (!isDrawn || old === null || renewed === null) return undefined;
    return linkScrolling(
      old.scrolling,
      renewed.scrolling,
      {
        ofOther: (place) => placeBeside(places, 'before', place),
        ofOne: (place) => placeBeside(places, 'after', place),
      },
      (which) => leader.current === (which === 'one' ? 'before' : 'after'),
    );
  }, [oldReader, newReader, places, isDrawn]);
  return useMemo(() => {
    const lead = (side: Side) => () => {
      leader.current = side;
    };
    return {
      leading: (side) => ({
        onWheel: lead(side),
        onPointerDown: lead(side),
        onKeyDownCapture: lead(side),
      }),
      letGo: () => {
        leader.current = null;
      },
      zoom,
      zoomed: (side, chosen) => {
        const known = keptZoom.get(workspace) ?? zoom;
        if (leader.current !== side || JSON.stringify(known) === JSON.stringify(chosen)) return;
        keptZoom.set(workspace, chosen);
        const other = side === 'before' ? newReader.current : oldReader.current;
        other?.zoom(chosen.mode === 'percent' ? { percent: chosen.percent } : chosen.mode);
      },
    };
  }, [workspace, oldReader, newReader, zoom]);
}
