import type { PlacedDraftItem } from '../draft/agendaTree.ts';
import { allDraftItems, itemAndBelow, sealingItem } from '../draft/agendaTree.ts';
import type { Draft, DraftItem } from '../draft/draft.ts';
import type { PreflightContext } from './fileFacts.ts';
import { found, type Found } from './makeFinding.ts';

/** Whether the right people can open a sealed item, and nobody can read it beside it. */
export function sealChecks(
  draft: Draft,
  placed: PlacedDraftItem,
  context: PreflightContext,
): readonly Found[] {
  const { item } = placed;
  const { seal, id: itemId } = item;
  if (context.locked.has(itemId)) return [];
  if (seal === null) return sealingItem(placed) === null ? seenAllTheSame(draft, item, null) : [];
  if (draft.unopened?.includes(itemId)) return [found('sealedContentMissing', { itemId })];
  if (seal.entitled.length === 0) return [found('sealedWithoutEntitled', { itemId })];
  const hiding = new Set(
    item.conflicts.filter(({ policy }) => policy === 'hide').map(({ person }) => person),
  );
  const readers = seal.entitled.filter((person) => !hiding.has(person));
  const withoutCard = readers.filter((person) => context.hasCard(person) === false);
  const names = namesOf(draft);
  return [
    ...(readers.length === withoutCard.length ? [found('hiddenFromEveryone', { itemId })] : []),
    ...withoutCard.map((person) =>
      found('cardMissing', { itemId, person, detail: { name: names.get(person) ?? '' } }),
    ),
    ...seenAllTheSame(draft, item, new Set(seal.entitled)),
    ...alsoOpen(draft, itemId, context),
  ];
}

const namesOf = (draft: Draft): ReadonlyMap<string, string> =>
  new Map(draft.meeting.body.roster?.members.map(({ id, name }) => [id, name]));

/**
 * To hide an item from somebody is to seal it for the others: nothing else keeps anyone from reading it. `entitled` is
 * null for an item that is open to all.
 */
function seenAllTheSame(
  draft: Draft,
  { id, conflicts }: DraftItem,
  entitled: ReadonlySet<string> | null,
): readonly Found[] {
  const names = namesOf(draft);
  return conflicts
    .filter(({ person, policy }) => policy === 'hide' && (entitled === null || entitled.has(person)))
    .map(({ person }) =>
      found('hiddenNotSealed', { itemId: id, person, detail: { name: names.get(person) ?? '' } }),
    );
}

/** Documents of a sealed item whose file stands openly elsewhere in the pack. */
function alsoOpen(draft: Draft, sealedId: string, { locked }: PreflightContext): readonly Found[] {
  const sealed = allDraftItems(draft.items).find(({ id }) => id === sealedId);
  if (sealed === undefined || locked.has(sealedId)) return [];
  const openFiles = new Map(
    openItems(draft.items).flatMap((item) =>
      item.documents.flatMap(({ file }) => (file === null ? [] : [[file, item] as const])),
    ),
  );
  return itemAndBelow(sealed)
    .flatMap(({ documents }) => documents)
    .flatMap((document) => {
      const other = document.file === null ? undefined : openFiles.get(document.file);
      if (other === undefined) return [];
      const detail = { document: document.title, item: other.title, number: other.number ?? '' };
      return [
        found('sealedFileAlsoOpen', { itemId: sealedId, documentId: document.id, about: other.id, detail }),
      ];
    });
}

const openItems = (items: Draft['items'][number]['children']): typeof items =>
  items.filter(({ seal }) => seal === null).flatMap((item) => [item, ...openItems(item.children)]);
