import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { quadsOf } from '../../../../core/text/textQuads.ts';
import { selectedOnPage } from '../../../../core/text/textSelection.ts';
import { percentQuad } from '../page/percentBox.ts';
import { useReader } from '../session/ReaderContext.ts';
import { usePageText } from '../session/usePageText.ts';

/** The selected words of one page. */
export function SelectionLayer({ index, geometry }: { index: number; geometry: PageGeometry }): ReactNode {
  const { session } = useReader();
  // As text, so that pages outside the selection are not drawn anew while it grows.
  const range = useStore(session.selector.store, ({ selection }) => {
    const on = selection && selectedOnPage(selection, index, Number.MAX_SAFE_INTEGER);
    return on ? `${on.start}-${on.end}` : null;
  });
  const text = usePageText(index, range !== null);
  if (range === null || !text) return null;
  const [start = 0, end = 0] = range.split('-').map(Number);
  return (
    <div className="reader-selection" aria-hidden>
      {quadsOf(text, { start, end }).map((quad, i) => {
        const box = percentQuad(geometry, quad);
        return box && <span key={i} style={{ ...box }} />;
      })}
    </div>
  );
}
