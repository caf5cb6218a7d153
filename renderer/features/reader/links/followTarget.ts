import type { LinkTarget } from '../../../../core/pdf/linksTarget.ts';
import { toView } from '../../../../core/pdf/pageGeometry.ts';
import { shownSize } from '../page/percentBox.ts';
import type { ReaderDocument } from '../readerTypes.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import type { ReaderLink } from './readerLink.ts';

export interface Following {
  /** Before the view leaves where it is. */
  readonly onLeaving: () => void;
  readonly onLink: (link: ReaderLink) => void;
}

/** Goes where a link or bookmark of a document leads: in the open documents by itself, elsewhere through their owner. */
export function followTarget(
  session: ReaderSession,
  documentIndex: number,
  target: LinkTarget,
  { onLeaving, onLink }: Following,
): void {
  const from = session.documents[documentIndex];
  if (!from) return;
  if (target.type !== 'page') return onLink(target);
  const to = documentWithPage(session.documents, from, target.page);
  if (to < 0) return onLink({ type: 'page', sha256: from.sha256, filePage: target.page });
  onLeaving();
  void goTo(session, to, target.page, target.y);
}

/** The document of that page of the same file; the one that the link stands in comes first. */
function documentWithPage(
  documents: readonly ReaderDocument[],
  from: ReaderDocument,
  filePage: number,
): number {
  const holds = (document: ReaderDocument): boolean => {
    const first = document.pages?.from ?? 1;
    return document.sha256 === from.sha256 && filePage >= first && filePage < first + document.pageCount;
  };
  return documents.findIndex(holds(from) ? (document) => document === from : holds);
}

async function goTo(
  session: ReaderSession,
  documentIndex: number,
  filePage: number,
  y: number | null,
): Promise<void> {
  const page = filePage - (session.documents[documentIndex]?.pages?.from ?? 1) + 1;
  const offset = y === null ? 0 : await shareAbove(session, documentIndex, filePage, y);
  session.scroller.goToPage(documentIndex, page, offset);
}

/** How much of the page lies above a height in user space; a little less, so that the heading is not cut. */
async function shareAbove(
  session: ReaderSession,
  documentIndex: number,
  filePage: number,
  y: number,
): Promise<number> {
  const file = session.file(documentIndex);
  const text = file && (await session.texts.load(file, filePage, () => -1));
  if (!text) return 0;
  const { geometry } = text;
  const points = [toView(geometry, geometry.left, y), toView(geometry, geometry.right, y)];
  const top = Math.min(...points.map((point) => point.y));
  return Math.max(0, Math.min(1, (top - spacePoints) / shownSize(geometry).height));
}

const spacePoints = 16;
