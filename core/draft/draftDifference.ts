import type { Result } from '../errors.ts';
import type { ItemAspect } from '../pack/holderAspects.ts';
import type { Instant, Manifest, Uuid } from '../pack/manifest.ts';
import type { HolderChange, MeetingDifference } from '../pack/manifestDifference.ts';
import { manifestDifference } from '../pack/manifestDifference.ts';
import { allDraftItems } from './agendaTree.ts';
import type { Draft, DraftItem } from './draft.ts';
import { draftPages } from './draftPages.ts';
import { draftToManifest } from './draftToManifest.ts';

/** An item as readers will find it changed. */
export interface ItemChange {
  readonly itemId: Uuid;
  readonly number: string | null;
  /** Its public title. */
  readonly title: string;
  readonly change: Exclude<HolderChange, 'none'>;
  readonly previousNumber: string | null;
  readonly aspects: readonly ItemAspect[];
  readonly documents: readonly DocumentChange[];
}

export interface DocumentChange {
  readonly documentId: Uuid;
  readonly title: string;
  readonly change: 'new' | 'changed' | 'renamed';
  readonly previousTitle: string | null;
}

/** How a draft differs from the revision it goes on from, as readers of both will be told. */
export interface DraftDifference {
  readonly revision: number;
  readonly issued: Instant;
  readonly meeting: MeetingDifference;
  /** Items that are new, changed or moved, in the order of the agenda. */
  readonly items: readonly ItemChange[];
  readonly withdrawnItems: readonly { readonly number: string | null; readonly title: string }[];
  readonly withdrawnDocuments: readonly { readonly title: string }[];
  /** Sealed items or briefings stand in it: what is in them is not compared. */
  readonly hasSealed: boolean;
}

/** A slug that no item has; readers are not told of slugs. */
const anySlug = '0'.repeat(16);

/**
 * Compares a draft with the manifest of its base, by the rule that readers' libraries use. Documents without a file are
 * left out: nobody can be sent them. A meeting without a time is taken to keep the old one.
 */
export function draftDifference(base: Manifest, draft: Draft): Result<DraftDifference> {
  const { meeting } = draft;
  const complete: Draft = {
    ...draft,
    meeting: { ...meeting, start: meeting.start ?? base.meeting.start },
    items: draft.items.map((item) => withPresentDocuments(item, draft)),
  };
  const { items: pageCounts } = draftPages(complete);
  const before = new Map([...allItems(base.agenda), ...base.briefings].map(({ id, sealed }) => [id, sealed]));
  const sealed = [...allDraftItems(complete.items), ...complete.briefings].filter(({ seal }) => seal != null);
  const made = draftToManifest(complete, {
    issued: base.pack.issued,
    supplement: false,
    sealed: new Map(
      sealed.map(({ id, seal }) => [
        id,
        { slug: seal?.slug ?? anySlug, pageCount: before.get(id)?.pageCount ?? pageCounts.get(id) ?? 0 },
      ]),
    ),
  });
  if (!made.ok) return made;
  // Entries of sealed items are made when the pack is: those of the base stand for them.
  const after: Manifest = { ...made.value.manifest, files: base.files };
  const difference = manifestDifference(base, after);
  const items = allItems(after.agenda).flatMap((item): ItemChange[] => {
    const found = difference.items.get(item.id);
    if (found === undefined || found.change === 'none') return [];
    const documents = item.documents.flatMap((document): DocumentChange[] => {
      const { change, previousTitle } = difference.documents.get(document.id) ?? {
        change: 'none',
        previousTitle: null,
      };
      if (change === 'none' && previousTitle === null) return [];
      const { id: documentId, title } = document;
      return [{ documentId, title, previousTitle, change: change === 'none' ? 'renamed' : change }];
    });
    const { change, previousNumber, aspects } = found;
    return [
      { itemId: item.id, number: item.number, title: item.title, change, previousNumber, aspects, documents },
    ];
  });
  return {
    ok: true,
    value: {
      revision: base.pack.revision,
      issued: base.pack.issued,
      meeting: difference.meeting,
      items,
      withdrawnItems: difference.withdrawnItems.map(({ number, title }) => ({ number, title })),
      withdrawnDocuments: difference.withdrawnDocuments.map(({ title }) => ({ title })),
      hasSealed: sealed.length > 0,
    },
  };
}

const allItems = (agenda: Manifest['agenda']): readonly Manifest['agenda'][number][] =>
  agenda.flatMap((item) => [item, ...allItems(item.children)]);

function withPresentDocuments(item: DraftItem, draft: Draft): DraftItem {
  const isThere = (file: string | null): boolean => draft.files.some(({ sha256 }) => sha256 === file);
  return {
    ...item,
    documents: item.documents.filter(({ file }) => isThere(file)),
    children: item.children.map((child) => withPresentDocuments(child, draft)),
  };
}
