import type { PageRanges } from '../../../../core/reading/pageRanges.ts';
import { addRanges } from '../../../../core/reading/pageRanges.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';

/** In view for so long, a page counts as seen; leafing through does not. */
const attentionMs = 1500;
/** So much of a page must be in view, or so much of the view must be filled by it: zoomed in, no page is ever seen whole. */
const leastOfPage = 0.4;
const leastOfView = 0.5;

export interface SeenPages {
  /** Scrolling rests. */
  look(): void;
  stop(): void;
}

/** Tells which pages of which documents have been in view for a while. */
export function createSeenPages(
  session: ReaderSession,
  onSeen: (documentId: string, pages: PageRanges) => void,
): SeenPages {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    look() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (session.scroller.isHidden) return;
        for (const [documentId, pages] of pagesInView(session)) onSeen(documentId, pages);
      }, attentionMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function pagesInView(session: ReaderSession): ReadonlyMap<string, PageRanges> {
  const { layout } = session.scroller.store.getState();
  const view = session.scroller.view();
  const seen = new Map<string, PageRanges>();
  for (const row of layout.rows) {
    const document = session.documents[row.documentIndex];
    const shown = Math.min(row.top + row.height, view.top + view.height) - Math.max(row.top, view.top);
    if (!document || row.kind !== 'page' || shown <= 0) continue;
    if (shown < row.height * leastOfPage && shown < view.height * leastOfView) continue;
    seen.set(document.id, addRanges(seen.get(document.id) ?? [], [[row.page, row.page]]));
  }
  return seen;
}
