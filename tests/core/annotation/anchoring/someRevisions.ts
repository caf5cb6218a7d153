import type { AnnotationTarget } from '../../../../core/annotation/annotation.ts';
import type {
  HeldDocument,
  MeetingDocuments,
} from '../../../../core/annotation/anchoring/meetingDocuments.ts';
import type { NotePlacement, TrayHeading } from '../../../../core/annotation/anchoring/notePlacement.ts';
import {
  pageSelectors,
  placementAtOnce,
  trayOf,
} from '../../../../core/annotation/anchoring/notePlacement.ts';
import { lookFor, targetAt } from '../../../../core/annotation/anchoring/placeNote.ts';
import type { SearchableDocument } from '../../../../core/annotation/anchoring/searchableText.ts';
import { searchable } from '../../../../core/annotation/anchoring/searchableText.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import { selectorsFor } from '../../../../core/text/textSelectors.ts';
import { meeting } from '../someNotes.ts';

/** A revision with the text of its documents, by the bytes' name. */
export interface TextRevision extends MeetingDocuments {
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

export interface DocumentSpec {
  readonly id: string;
  readonly item: string;
  readonly pages: readonly string[];
}

/** The same pages have the same "bytes". */
const shaOf = (pages: readonly string[]): string => {
  let hash = 5381;
  for (const unit of pages.join('\f')) hash = (Math.imul(hash, 33) ^ unit.charCodeAt(0)) >>> 0;
  return hash.toString(16).padStart(64, '0');
};

export function textRevision(
  items: readonly string[],
  documents: readonly DocumentSpec[],
  briefings: { readonly units: readonly string[]; readonly parts: readonly string[] } = {
    units: [],
    parts: [],
  },
): TextRevision {
  return {
    items: new Set(items),
    briefings: new Set(briefings.units),
    parts: new Set(briefings.parts),
    documents: documents.map(({ id, item, pages }): HeldDocument => ({
      id,
      title: id,
      holder: { type: 'item', id: item },
      sha256: shaOf(pages),
      fromPage: 1,
      pageCount: pages.length,
    })),
    texts: new Map(documents.map(({ pages }) => [shaOf(pages), pages])),
  };
}

/** A laid-out page of which only the words matter. */
const layout = (text: string): PageText => ({
  text,
  boxes: new Float32Array(text.length * 4),
  lines: [],
  blocks: [],
  geometry: { left: 0, bottom: 0, right: 595, top: 842, quarterTurns: 0 },
});

/** The target of a note on words of a document. */
export function onWords(
  revision: TextRevision,
  documentId: string,
  page: number,
  words: string,
): AnnotationTarget {
  const document = held(revision, documentId);
  const pages = revision.texts.get(document.sha256) ?? [];
  const text = pages[page - 1] ?? '';
  const start = text.indexOf(words);
  const selectors = selectorsFor({
    sha256: document.sha256,
    filePage: page,
    page: layout(text),
    range: { start, end: start + words.length },
    previousText: pages[page - 2] ?? null,
    nextText: pages[page] ?? null,
  });
  if (start < 0 || selectors === null) throw new Error(`no such words: ${words}`);
  return { meeting, source: { type: 'document', document: documentId, item: document.holder.id }, selectors };
}

export const onPage = (revision: TextRevision, documentId: string, page: number): AnnotationTarget => {
  const document = held(revision, documentId);
  return {
    meeting,
    source: { type: 'document', document: documentId, item: document.holder.id },
    selectors: [{ type: 'PageSelector', sha256: document.sha256, page, quads: [] }],
  };
};

function held({ documents }: TextRevision, id: string): HeldDocument {
  const found = documents.find((document) => document.id === id);
  if (found === undefined) throw new Error(`no such document: ${id}`);
  return found;
}

/** What the app does with a note when a revision comes, without its processes. `revisions`: the one shown first. */
export function placed(target: AnnotationTarget, revisions: readonly TextRevision[]): NotePlacement {
  const [now, ...before] = revisions;
  if (now === undefined) throw new Error('a meeting has a revision');
  const atOnce = placementAtOnce(target, now, before);
  if (atOnce !== null) return atOnce;
  const sha256 = pageSelectors(target)[0]?.sha256 ?? '';
  const oldText = before.map(({ texts }) => texts.get(sha256)).find((pages) => pages !== undefined);
  const old = before.flatMap(({ documents }) => documents).find((document) => document.sha256 === sha256);
  const read = (document: HeldDocument, pages: readonly string[]): SearchableDocument =>
    searchable({ documentId: document.id, itemId: document.holder.id, sha256: document.sha256, pages });
  const found = lookFor(
    {
      target,
      holder: old?.holder ?? null,
      oldFromPage: 1,
      old: old && oldText ? read(old, oldText) : null,
    },
    now.documents.map((document) => read(document, now.texts.get(document.sha256) ?? [])),
  );
  if (found.kind === 'nowhere') return trayOf(target, now, before, 'notFound');
  const document = held(now, found.documentId);
  const pages = now.texts.get(document.sha256) ?? [];
  return {
    kind: found.kind,
    score: found.score,
    why: found.why,
    target: targetAt(target, found, document, {
      laidOut: (page) => layout(pages[page - 1] ?? ''),
      words: (page) => pages[page - 1] ?? null,
    }),
  };
}

/** On a page that is there, at a thing that is there, or in a tray that is there. */
export function isReachable(target: AnnotationTarget, placement: NotePlacement, now: TextRevision): boolean {
  if (placement.kind === 'tray') return isThere(placement.heading, now);
  const { source, selectors } = placement.kind === 'kept' ? target : placement.target;
  switch (source.type) {
    case 'meeting':
      return true;
    case 'item':
      return now.items.has(source.item);
    case 'briefing':
      return now.briefings.has(source.briefing);
    case 'point':
      return now.parts.has(source.point);
    case 'keyFigure':
      return now.parts.has(source.keyFigure);
    case 'commitment':
      return now.parts.has(source.commitment);
    case 'document': {
      const document = now.documents.find(({ id }) => id === source.document);
      return (
        document !== undefined &&
        pageSelectors({ meeting, source, selectors }).every(
          ({ sha256, page: n }) => sha256 === document.sha256 && n >= 1 && n <= document.pageCount,
        )
      );
    }
  }
}

/** A tray stands under something that is there. */
export const isThere = (heading: TrayHeading, now: TextRevision): boolean =>
  heading.type === 'meeting' || (heading.type === 'item' ? now.items : now.briefings).has(heading.id);
