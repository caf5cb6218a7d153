import type { AgendaItem, Manifest, PackFile, UnitBriefing, Uuid } from '../pack/manifest.ts';
import { placedItems } from '../pack/manifestWalk.ts';
import type { SealedBriefing } from './sealedBriefing.ts';
import { openedBriefing } from './sealedBriefing.ts';
import type { SealedDocument } from './sealedDocument.ts';
import type { SealedItem } from './sealedItem.ts';
import { childIdsOf, openedItem, sealedDocuments } from './sealedItem.ts';

/** What a person's keys open of one revision: by the ids of items and briefings. */
export interface OpenedContents {
  readonly items: ReadonlyMap<Uuid, SealedItem>;
  readonly briefings: ReadonlyMap<Uuid, SealedBriefing>;
}

/** Two revisions with their opened content in place, so that they can be compared. In memory only. */
export interface OpenedRevisions {
  readonly before: Manifest;
  readonly after: Manifest;
  /** Ids of items, what is below them, and briefings whose content stands here although it is sealed. */
  readonly sealedIds: ReadonlySet<Uuid>;
  /** Ids of their documents. */
  readonly sealedDocumentIds: ReadonlySet<Uuid>;
}

interface Revision {
  readonly manifest: Manifest;
  readonly opened: OpenedContents;
}

/**
 * Fills in what is open in both revisions, or sealed in only one of them: what can be opened in one and not in the other
 * stays shut in both, since nobody can say what changed in it.
 */
export function openedRevisions(before: Revision, after: Revision): OpenedRevisions {
  const wanted = (id: Uuid): boolean => isReadable(before, id) && isReadable(after, id);
  const contents = [before, after].flatMap(({ opened }) => [
    ...[...opened.items.values()].map((item) => ({
      ids: [item.id, ...childIdsOf(item)],
      documents: sealedDocuments(item),
    })),
    ...[...opened.briefings.values()].map(({ id, documents }) => ({ ids: [id], documents })),
  ]);
  const filled = contents.filter(({ ids: [id] }) => id !== undefined && wanted(id));
  return {
    before: filledManifest(before, wanted),
    after: filledManifest(after, wanted),
    sealedIds: new Set(filled.flatMap(({ ids }) => ids)),
    sealedDocumentIds: new Set(filled.flatMap(({ documents }) => documents.map(({ id }) => id))),
  };
}

/** Whether what stands under this id is known: it is open, was opened, or is not in the revision at all. */
function isReadable({ manifest, opened }: Revision, id: Uuid): boolean {
  if (opened.items.has(id) || opened.briefings.has(id)) return true;
  const holder =
    placedItems(manifest).find(({ item }) => item.id === id)?.item ??
    manifest.briefings.find((briefing) => briefing.id === id);
  return holder === undefined || holder.sealed === null;
}

/** One revision with everything that was opened in place. In memory only. */
export const openedManifest = (manifest: Manifest, opened: OpenedContents): Manifest =>
  filledManifest({ manifest, opened }, () => true);

function filledManifest({ manifest, opened }: Revision, wanted: (id: Uuid) => boolean): Manifest {
  const files: PackFile[] = [];
  const note = (documents: readonly SealedDocument[]): void => {
    files.push(...documents.map(({ sealedFile }) => sealedFile));
  };
  const ofItem = (item: AgendaItem): AgendaItem => {
    const content = wanted(item.id) ? opened.items.get(item.id) : undefined;
    if (content === undefined) return { ...item, children: item.children.map(ofItem) };
    note(sealedDocuments(content));
    return { ...openedItem(content), number: item.number };
  };
  const ofBriefing = (briefing: UnitBriefing): UnitBriefing => {
    const content = wanted(briefing.id) ? opened.briefings.get(briefing.id) : undefined;
    if (content === undefined) return briefing;
    note(content.documents);
    return openedBriefing(content);
  };
  const agenda = manifest.agenda.map(ofItem);
  const briefings = manifest.briefings.map(ofBriefing);
  return { ...manifest, agenda, briefings, files: [...manifest.files, ...files] };
}
