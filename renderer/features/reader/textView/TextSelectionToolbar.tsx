import type { ReactNode, RefObject } from 'react';
import { useMemo } from 'react';
import { markOfParts } from '../marks/markRequests.ts';
import type { ReaderMarkRequest } from '../readerTypes.ts';
import { SelectionTools, useClosedElsewhere, useToolbarEscape } from '../selection/SelectionTools.tsx';
import '../selection/selection.css';
import { ReaderContext, useReader } from '../session/ReaderContext.ts';
import { useTextSelection } from './useTextSelection.ts';
import { useTextView } from './TextViewContext.ts';

/** What can be done with the selected words of the text, beside them. */
export function TextSelectionToolbar({
  ref,
  content,
  onMark,
}: {
  ref: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLElement | null>;
  onMark: (request: ReaderMarkRequest) => void;
}): ReactNode {
  const services = useReader();
  const { flow } = useTextView();
  const { session } = services;
  const { place, words, close } = useTextSelection(flow, content);
  useToolbarEscape(ref, () => {
    close();
    flow.root()?.focus({ preventScroll: true });
  });
  useClosedElsewhere(ref, close);
  const ours = useMemo(
    () => ({
      ...services,
      actions: {
        ...services.actions,
        markSelection: (...[kind, colour]: Parameters<typeof services.actions.markSelection>) =>
          void markOfParts(session, words, kind, colour).then((requests) => {
            for (const request of requests) onMark(request);
            if (requests.length > 0) getSelection()?.removeAllRanges();
          }),
      },
    }),
    [services, session, words, onMark],
  );
  if (!place || words.length === 0) return null;
  return (
    <ReaderContext value={ours}>
      <div
        ref={ref}
        className="reader-selection-toolbar"
        data-side={place.side}
        style={{ left: place.left, top: place.top }}
      >
        <SelectionTools />
      </div>
    </ReaderContext>
  );
}
