import type { AgendaItem, Manifest, PackDocument, Sealed, UnitBriefing, Uuid } from './manifest.ts';

/** An agenda item with where it stands. */
export interface PlacedItem {
  readonly item: AgendaItem;
  readonly parent: Uuid | null;
  /** Dotted way in the manifest, for messages. */
  readonly path: string;
}

/** All agenda items in reading order: an item, its children, then the next. */
export function placedItems(manifest: Pick<Manifest, 'agenda'>): readonly PlacedItem[] {
  return below(manifest.agenda, null, 'agenda');
}

const below = (items: readonly AgendaItem[], parent: Uuid | null, path: string): PlacedItem[] =>
  items.flatMap((item, i) => {
    const own = `${path}.${i}`;
    return [{ item, parent, path: own }, ...below(item.children, item.id, `${own}.children`)];
  });

/** What carries documents: an item or a unit briefing. */
export interface DocumentHolder {
  readonly id: Uuid;
  readonly kind: 'item' | 'briefing';
  readonly documents: readonly PackDocument[];
  readonly sealed: Sealed | null;
  readonly path: string;
}

/** All items, then all unit briefings, in the order of the pack pages. */
export function documentHolders(manifest: Pick<Manifest, 'agenda' | 'briefings'>): readonly DocumentHolder[] {
  const items = placedItems(manifest).map(({ item, path }) => holder('item', item, path));
  const briefings = manifest.briefings.map((briefing, i) => holder('briefing', briefing, `briefings.${i}`));
  return [...items, ...briefings];
}

const holder = (
  kind: DocumentHolder['kind'],
  from: AgendaItem | UnitBriefing,
  path: string,
): DocumentHolder => ({ id: from.id, kind, documents: from.documents, sealed: from.sealed, path });
