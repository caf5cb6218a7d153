import { createHash } from 'node:crypto';
import type { Annotation, AnnotationTarget } from '../../core/annotation/annotation.ts';
import type { HeldDocument, MeetingDocuments } from '../../core/annotation/anchoring/meetingDocuments.ts';
import { hasFilePage, meetingDocuments } from '../../core/annotation/anchoring/meetingDocuments.ts';
import type { NotePlacement } from '../../core/annotation/anchoring/notePlacement.ts';
import {
  anchoringVersion,
  pageSelectors,
  placementAtOnce,
  trayOf,
} from '../../core/annotation/anchoring/notePlacement.ts';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import type { FoundPlaces } from './placementStore.ts';

/** Stands for the code that lays out and compares text, from the build: other rules, other places. */
const rules = `${anchoringVersion}/${process.env['BEREDD_TEXT_RULES'] ?? 'unbuilt'}`;

/** A note that has to be looked for, and what is known of its old document. */
export interface WantedNote {
  readonly id: string;
  readonly target: AnnotationTarget;
  readonly targetKey: string;
  readonly old: HeldDocument | null;
}

export interface PlacementPlan {
  readonly placements: Readonly<Record<string, NotePlacement>>;
  readonly wanted: readonly WantedNote[];
}

/** The revisions of a meeting as far as places are concerned, the one shown first. */
export interface RevisionDocuments {
  readonly now: MeetingDocuments;
  readonly before: readonly MeetingDocuments[];
}

export function revisionDocuments(manifests: readonly Manifest[]): RevisionDocuments | null {
  const [now, ...before] = manifests.map(documentsOf);
  return now === undefined ? null : { now, before };
}

const known = new WeakMap<Manifest, MeetingDocuments>();

function documentsOf(manifest: Manifest): MeetingDocuments {
  const made = known.get(manifest) ?? meetingDocuments(manifest);
  known.set(manifest, made);
  return made;
}

/** Changes whenever found places may no longer hold: other documents, other bytes at hand, or other rules. */
export const documentsKey = ({ now }: RevisionDocuments, available: ReadonlySet<string>): string =>
  digest({
    rules,
    documents: now.documents.map(({ id, holder, sha256, fromPage, pageCount }) => [
      id,
      holder.id,
      sha256,
      fromPage,
      pageCount,
      available.has(sha256),
    ]),
    items: [...now.items, ...now.briefings, ...now.parts],
  });

export const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** What is known of each note's place, and which notes still have to be looked for. */
export function planPlacements(
  notes: readonly Annotation[],
  { now, before }: RevisionDocuments,
  found: FoundPlaces,
): PlacementPlan {
  const placements: Record<string, NotePlacement> = {};
  const wanted: WantedNote[] = [];
  for (const { id, target, inTray } of notes) {
    const atOnce = inTray ? trayOf(target, now, before, 'byPerson') : placementAtOnce(target, now, before);
    if (atOnce !== null) {
      if (atOnce.kind !== 'kept') placements[id] = atOnce;
      continue;
    }
    const targetKey = digest(target);
    const looked = found.notes[id];
    if (looked?.target !== targetKey)
      wanted.push({ id, target, targetKey, old: oldDocument(target, before) });
    else if (looked.place.kind === 'tray') placements[id] = trayOf(target, now, before, looked.place.why);
    else placements[id] = looked.place;
  }
  return { placements, wanted };
}

/** The document a note was made on, as an earlier revision had it. */
function oldDocument(target: AnnotationTarget, before: readonly MeetingDocuments[]): HeldDocument | null {
  const { source } = target;
  const [page] = pageSelectors(target);
  if (source.type !== 'document' || page === undefined) return null;
  const had = before
    .flatMap(({ documents }) => documents)
    .filter((document) => document.sha256 === page.sha256 && hasFilePage(document, page.page));
  return had.find(({ id }) => id === source.document) ?? had[0] ?? null;
}
