import type { Annotation } from '../../core/annotation/annotation.ts';
import { listNotes } from '../../core/print/noteListing.ts';
import type { PrintOrder } from '../../core/print/printOrder.ts';
import { openDocumentsOf, printedHolders, type PrintedMeeting } from '../../core/print/printedMeeting.ts';
import { planPrint } from '../../core/print/printPlan.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { ComposeOrder } from './composeClient.ts';
import { printTexts } from './printTexts.ts';
import { wordPlan } from './wordPlan.ts';

export interface OrderedPrint {
  readonly meeting: PrintedMeeting;
  readonly order: PrintOrder;
  readonly notes: readonly Annotation[];
  readonly language: Language;
  /** Null when the bytes are not here. */
  readonly pathOf: (sha256: string) => Promise<string | null>;
}

/** Everything that composing needs, and the title of each part that is a document. */
export interface ReadyPrint {
  readonly order: Pick<ComposeOrder, 'title' | 'language' | 'perSheet' | 'parts' | 'bookmarks'>;
  /** By index of the part. */
  readonly titles: ReadonlyMap<number, string>;
}

/** Turns what was asked for into what is composed: planned, worded, with the files looked up. Null when it comes to nothing. */
export async function readyPrint({
  meeting,
  order,
  notes,
  language,
  pathOf,
}: OrderedPrint): Promise<ReadyPrint | null> {
  const withList = order.notes === 'list' || order.notes === 'both';
  const plan = planPrint(meeting, order.choice, withList);
  if (plan.parts.every(({ type }) => type === 'notes' || type === 'contents')) return null;
  const hashes = printedHolders(meeting).flatMap((holder) =>
    openDocumentsOf(holder).map(({ sha256 }) => sha256),
  );
  const paths = new Map<string, string | null>();
  for (const sha256 of new Set(hashes)) paths.set(sha256, await pathOf(sha256));
  const { parts, bookmarks } = wordPlan({
    meeting,
    plan,
    texts: printTexts(language),
    notes: order.notes === 'none' ? [] : listNotes(notes, meeting, order.choice),
    marked: order.notes === 'marks' || order.notes === 'both',
    stamped: order.stamped,
    pathOf: (sha256) => paths.get(sha256) ?? null,
  });
  const titles = new Map(
    plan.parts.flatMap((part, index) =>
      part.type === 'document' ? [[index, part.document.title] as const] : [],
    ),
  );
  const title = titleOf(meeting, order, [...titles.values()]);
  // What the documents do not say themselves: packs come from Swedish municipalities.
  return { order: { title, language: 'sv-SE', perSheet: order.perSheet, parts, bookmarks }, titles };
}

/** Of one document its own title; of one item that; else the meeting's. */
function titleOf(meeting: PrintedMeeting, { choice }: PrintOrder, documents: readonly string[]): string {
  const [only] = documents;
  if (choice.what === 'pages' && documents.length === 1 && only !== undefined) return only;
  if (choice.what === 'items' && choice.ids.length === 1) {
    const holder = printedHolders(meeting).find(({ id }) => id === choice.ids[0]);
    const name = holder?.item?.title ?? holder?.briefing?.unit.name;
    if (name !== undefined) return name;
  }
  return meeting.meeting.title;
}
