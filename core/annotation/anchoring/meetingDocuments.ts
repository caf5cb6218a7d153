import type { Manifest, PackDocument, Sha256, Uuid } from '../../pack/manifest.ts';
import { documentHolders } from '../../pack/manifestWalk.ts';

/** What carries a document: an agenda item or a unit briefing. */
export interface Holder {
  readonly type: 'item' | 'briefing';
  readonly id: Uuid;
}

/** A document of a revision, as far as places in it are concerned. */
export interface HeldDocument {
  readonly id: Uuid;
  readonly title: string;
  readonly holder: Holder;
  readonly sha256: Sha256;
  /** First page of the file that is its own, 1-based. */
  readonly fromPage: number;
  readonly pageCount: number;
}

/** What a revision has that a note can stand on. */
export interface MeetingDocuments {
  /** In the order of the pack. */
  readonly documents: readonly HeldDocument[];
  readonly items: ReadonlySet<Uuid>;
  readonly briefings: ReadonlySet<Uuid>;
  /** Points and key figures of all briefings. */
  readonly parts: ReadonlySet<Uuid>;
}

/** Everything of a revision that a note can stand on. */
export function meetingDocuments(manifest: Manifest): MeetingDocuments {
  const holders = documentHolders(manifest);
  const idsOf = (type: Holder['type']): ReadonlySet<Uuid> =>
    new Set(holders.filter(({ kind }) => kind === type).map(({ id }) => id));
  return {
    documents: holders.flatMap(({ kind, id, documents }) =>
      documents.map((document) => heldDocument({ type: kind, id }, document)),
    ),
    items: idsOf('item'),
    briefings: idsOf('briefing'),
    parts: new Set(
      manifest.briefings.flatMap(({ sections, keyFigures, commitments }) => [
        ...sections.flatMap(({ points }) => points.map(({ id }) => id)),
        ...keyFigures.map(({ id }) => id),
        ...commitments.map(({ id }) => id),
      ]),
    ),
  };
}

const heldDocument = (holder: Holder, document: PackDocument): HeldDocument => ({
  id: document.id,
  title: document.title,
  holder,
  sha256: document.sha256,
  fromPage: document.pages?.from ?? 1,
  pageCount: document.pageCount,
});

/** Whether a page of a file, 1-based, is a page of the document. */
export const hasFilePage = ({ fromPage, pageCount }: HeldDocument, filePage: number): boolean =>
  filePage >= fromPage && filePage < fromPage + pageCount;
