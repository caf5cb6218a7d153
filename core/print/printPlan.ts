import type { Uuid } from '../pack/manifest.ts';
import { eachPage } from './pageWords.ts';
import { openDocumentsOf, paperPages, printedHolders } from './printedMeeting.ts';
import type { PrintedBriefing, PrintedDocument, PrintedHolder, PrintedMeeting } from './printedMeeting.ts';
import type { PrintChoice } from './printOrder.ts';

/** One thing after the other on paper. */
export type PlannedPart =
  | { readonly type: 'contents' }
  | {
      readonly type: 'document';
      readonly document: PrintedDocument;
      /** The document's own pages, 1-based, in order. */
      readonly pages: readonly number[];
    }
  /** Stands where a sealed item would stand, and says that it is left out. */
  | { readonly type: 'sealed'; readonly holder: PrintedHolder }
  /** What a unit briefing says itself: its points, figures and commitments. */
  | { readonly type: 'briefing'; readonly briefing: PrintedBriefing }
  | { readonly type: 'notes' };

/** A line of the contents, and a bookmark. */
export interface PlannedEntry {
  readonly level: number;
  readonly of: PrintedHolder | PrintedDocument | 'contents' | 'notes';
  /** Index of the first part that belongs to it; null when it comes to no paper. */
  readonly part: number | null;
}

export interface PrintPlan {
  readonly parts: readonly PlannedPart[];
  readonly entries: readonly PlannedEntry[];
}

/**
 * What is printed in which order, with its bookmarks. A sealed item comes to a page that says so, never to its pages.
 * More than one item gets a list of contents first; `withNotes` puts the list of notes last.
 */
export function planPrint(meeting: PrintedMeeting, choice: PrintChoice, withNotes: boolean): PrintPlan {
  const plan = choice.what === 'pages' ? planPages(meeting, choice) : planHolders(meeting, choice);
  if (!withNotes) return plan;
  return {
    parts: [...plan.parts, { type: 'notes' }],
    entries: [...plan.entries, { level: 0, of: 'notes', part: plan.parts.length }],
  };
}

function planPages(meeting: PrintedMeeting, { documents }: PrintChoice & { what: 'pages' }): PrintPlan {
  const known = new Map(
    printedHolders(meeting)
      .flatMap(openDocumentsOf)
      .map((document) => [document.id, document]),
  );
  const parts: PlannedPart[] = [];
  const entries: PlannedEntry[] = [];
  for (const { id, pages } of documents) {
    const document = known.get(id);
    const chosen = document === undefined ? [] : eachPage(pages, paperPages(document));
    if (document === undefined || chosen.length === 0) continue;
    entries.push({ level: 0, of: document, part: parts.length });
    parts.push({ type: 'document', document, pages: chosen });
  }
  return { parts, entries };
}

function planHolders(
  meeting: PrintedMeeting,
  choice: PrintChoice & { what: 'meeting' | 'items' },
): PrintPlan {
  const wanted = choice.what === 'items' ? new Set(choice.ids) : null;
  const holders = printedHolders(meeting).filter(({ id }) => wanted === null || wanted.has(id));
  const parts: PlannedPart[] = [];
  const entries: PlannedEntry[] = [];
  const withContents = wanted === null || holders.length > 1;
  if (withContents) {
    entries.push({ level: 0, of: 'contents', part: 0 });
    parts.push({ type: 'contents' });
  }
  const depths = new Map<Uuid, number>();
  for (const holder of holders) {
    // A child printed without its parent stands by itself.
    const level = levelOf(holder, holders, depths);
    const own = partsOf(holder);
    entries.push({ level, of: holder, part: own.length === 0 ? null : parts.length });
    for (const part of own) {
      if (part.type === 'document') entries.push({ level: level + 1, of: part.document, part: parts.length });
      parts.push(part);
    }
  }
  return { parts, entries };
}

function levelOf(
  holder: PrintedHolder,
  holders: readonly PrintedHolder[],
  depths: Map<Uuid, number>,
): number {
  const parent = holders.find(({ item }) => item?.children.some(({ id }) => id === holder.id));
  const level = parent === undefined ? 0 : (depths.get(parent.id) ?? 0) + 1;
  depths.set(holder.id, level);
  return level;
}

function partsOf(holder: PrintedHolder): readonly PlannedPart[] {
  if ((holder.item ?? holder.briefing)?.sealed != null) return [{ type: 'sealed', holder }];
  const { briefing } = holder;
  const said: readonly PlannedPart[] =
    briefing !== null && saysSomething(briefing) ? [{ type: 'briefing', briefing }] : [];
  const documents = openDocumentsOf(holder).map((document) => ({
    type: 'document' as const,
    document,
    pages: eachPage(null, paperPages(document)),
  }));
  return [...said, ...documents];
}

const saysSomething = ({ sections, keyFigures, commitments }: PrintedBriefing): boolean =>
  sections.length + keyFigures.length + commitments.length > 0;
