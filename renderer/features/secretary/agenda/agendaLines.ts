import type { DraftItem } from '../../../../core/draft/draft.ts';

/** An item of the draft's agenda and where it stands. */
export interface AgendaLine {
  readonly item: DraftItem;
  /** 0 for items of their own. */
  readonly level: number;
  readonly parentId: string | null;
  /** Place among its siblings. */
  readonly index: number;
  readonly siblingCount: number;
}

/** All items in the order they are read. */
export function agendaLines(items: readonly DraftItem[]): readonly AgendaLine[] {
  const lines: AgendaLine[] = [];
  const add = (siblings: readonly DraftItem[], level: number, parentId: string | null): void =>
    siblings.forEach((item, index) => {
      lines.push({ item, level, parentId, index, siblingCount: siblings.length });
      add(item.children, level + 1, item.id);
    });
  add(items, 0, null);
  return lines;
}

export const lineOf = (items: readonly DraftItem[], id: string): AgendaLine | null =>
  agendaLines(items).find(({ item }) => item.id === id) ?? null;

export const itemOf = (items: readonly DraftItem[], id: string): DraftItem | null =>
  lineOf(items, id)?.item ?? null;

/** An item, its parts and the parts of those. */
export const withParts = (item: DraftItem): readonly DraftItem[] => [
  item,
  ...item.children.flatMap(withParts),
];

export const documentCount = (item: DraftItem): number => item.documents.length;

/** Those of the ids that do not stand below another one of them, in the order of the agenda. */
export function topmost(items: readonly DraftItem[], ids: ReadonlySet<string>): readonly AgendaLine[] {
  const below = new Set<string>();
  return agendaLines(items).filter(({ item, parentId }) => {
    const isCovered = parentId !== null && below.has(parentId);
    if (isCovered || ids.has(item.id)) below.add(item.id);
    return !isCovered && ids.has(item.id);
  });
}
