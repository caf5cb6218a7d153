import type { ReactNode, RefObject } from 'react';
import { useStore } from 'zustand';
import { useReader } from '../session/ReaderContext.ts';
import { SelectionTools, useClosedElsewhere, useToolbarEscape } from './SelectionTools.tsx';
import { useToolbarPlace } from './useToolbarPlace.ts';
import './selection.css';

/** What can be done with the selected words, beside them. Tab goes there from the pages, Escape closes it. */
export function SelectionToolbar({
  ref,
  onClose,
}: {
  ref: RefObject<HTMLDivElement | null>;
  onClose: () => void;
}): ReactNode {
  const { session } = useReader();
  const isClosed = useStore(session.selector.store, (state) => state.isToolbarClosed || state.isChoosing);
  const place = useToolbarPlace();
  useToolbarEscape(ref, onClose);
  useClosedElsewhere(ref, () => session.selector.closeToolbar());
  if (isClosed || !place) return null;
  return (
    <div
      ref={ref}
      className="reader-selection-toolbar"
      data-side={place.side}
      style={{ left: place.left, top: place.top }}
    >
      <SelectionTools />
    </div>
  );
}
