import type { PlacedDraftItem } from '../draft/agendaTree.ts';
import { itemAndBelow, sealingItem } from '../draft/agendaTree.ts';
import type { Draft, DraftBriefing, DraftItem, DraftSeal } from '../draft/draft.ts';
import { readersOf } from '../draft/draft.ts';
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
  if (seal === null) {
    const above = sealingItem(placed);
    if (above === null) return seenAllTheSame(draft, item, null);
    if (above.seal === null || context.locked.has(above.id)) return [];
    return seenAllTheSame(draft, item, new Set(readersOf(above.seal, above.conflicts)));
  }
  return (
    missingChecks(draft, itemId, seal) ?? [
      ...readerChecks(draft, itemId, readersOf(seal, item.conflicts), context),
      ...alsoOpen(draft, itemId, itemAndBelow(item).flatMap(documentsOfItem)),
    ]
  );
}

/** The same for a unit briefing, which has no conflicts of its own. */
export function briefingSealChecks(
  draft: Draft,
  briefing: DraftBriefing,
  context: PreflightContext,
): readonly Found[] {
  const { seal, id, documents } = briefing;
  if (seal == null || context.locked.has(id)) return [];
  const shown = documents.map((document) => ({ ...document, file: document.sha256 }));
  return (
    missingChecks(draft, id, seal) ?? [
      ...readerChecks(draft, id, seal.entitled, context),
      ...alsoOpen(draft, id, shown),
    ]
  );
}

/** What makes every other question pointless; null when nothing does. */
function missingChecks(draft: Draft, itemId: string, { entitled }: DraftSeal): readonly Found[] | null {
  if (draft.unopened?.includes(itemId)) return [found('sealedContentMissing', { itemId })];
  return entitled.length === 0 ? [found('sealedWithoutEntitled', { itemId })] : null;
}

function readerChecks(
  draft: Draft,
  itemId: string,
  readers: readonly string[],
  context: PreflightContext,
): readonly Found[] {
  const withoutCard = readers.filter((person) => context.hasCard(person) === false);
  const names = namesOf(draft);
  return [
    ...(readers.length === withoutCard.length ? [found('hiddenFromEveryone', { itemId })] : []),
    ...withoutCard.map((person) =>
      found('cardMissing', { itemId, person, detail: { name: names.get(person) ?? '' } }),
    ),
  ];
}

const namesOf = (draft: Draft): ReadonlyMap<string, string> =>
  new Map(draft.meeting.body.roster?.members.map(({ id, name }) => [id, name]));

/**
 * To hide an item from somebody is to seal it for the others: nothing else keeps anyone from reading it. `readers` have
 * the key of the item above it that is sealed; null when everyone can read it.
 */
function seenAllTheSame(
  draft: Draft,
  { id, conflicts }: DraftItem,
  readers: ReadonlySet<string> | null,
): readonly Found[] {
  const names = namesOf(draft);
  return conflicts
    .filter(({ person, policy }) => policy === 'hide' && (readers === null || readers.has(person)))
    .map(({ person }) =>
      found('hiddenNotSealed', { itemId: id, person, detail: { name: names.get(person) ?? '' } }),
    );
}

interface ShownDocument {
  readonly id: string;
  readonly title: string;
  readonly file: string | null;
}

const documentsOfItem = ({ documents }: DraftItem): readonly ShownDocument[] => documents;

/** Documents of something sealed whose file stands openly elsewhere in the pack. */
function alsoOpen(draft: Draft, sealedId: string, documents: readonly ShownDocument[]): readonly Found[] {
  const openFiles = new Map<
    string,
    { readonly id: string; readonly title: string; readonly number: string }
  >();
  for (const { id, title, number, documents: shown } of openItems(draft.items)) {
    for (const { file } of shown) if (file !== null) openFiles.set(file, { id, title, number: number ?? '' });
  }
  for (const { id, unit, seal, documents: shown } of draft.briefings) {
    if (seal != null) continue;
    for (const { sha256 } of shown) openFiles.set(sha256, { id, title: unit.name, number: '' });
  }
  return documents.flatMap((document) => {
    const other = document.file === null ? undefined : openFiles.get(document.file);
    if (other === undefined) return [];
    const detail = { document: document.title, item: other.title, number: other.number };
    return [
      found('sealedFileAlsoOpen', { itemId: sealedId, documentId: document.id, about: other.id, detail }),
    ];
  });
}

const openItems = (items: readonly DraftItem[]): readonly DraftItem[] =>
  items.filter(({ seal }) => seal === null).flatMap((item) => [item, ...openItems(item.children)]);
