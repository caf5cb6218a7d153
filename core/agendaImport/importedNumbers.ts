import type { Draft, DraftItem, Numbering } from '../draft/draft.ts';
import { allDraftItems, changeItems } from '../draft/agendaTree.ts';
import { renumbered } from '../draft/numbering.ts';

/**
 * How the draft is to count, so that imported numbers come out by themselves: `§ 94`, `§ 95` … when its first item says
 * so. The draft's own numbering when it has items already, or the first has no plain number.
 */
export function numberingFor(draft: Draft, items: readonly DraftItem[]): Numbering {
  const found = /^(§?)\s*(\d{1,6})$/u.exec(items.find(isCounted)?.number ?? '');
  if (draft.items.length > 0 || found === null) return draft.numbering;
  return { style: found[1] === '§' ? 'section' : 'number', first: Math.max(1, Number(found[2])) };
}

/**
 * The new items with those numbers fixed that would not come out by counting after the draft's own items. Fixed are so
 * the fewest: what can be counted is counted on when items are moved later.
 */
export function withFewestFixed(
  draft: Draft,
  numbering: Numbering,
  items: readonly DraftItem[],
): readonly DraftItem[] {
  const wanted = new Map(allDraftItems(items).map(({ id, number }) => [id, writtenAs(number, numbering)]));
  let now = items.map(unfixed);
  for (const [id, number] of wanted) {
    if (number === null) continue;
    const counted = allDraftItems(renumbered([...draft.items, ...now], numbering)).find(
      (item) => item.id === id,
    );
    if (counted?.number === number) continue;
    now = changeItems(now, new Set([id]), (item) => ({ ...item, number, numberFixed: true }));
  }
  return now;
}

/** One that is fixed without a number takes none. */
const isCounted = ({ number, numberFixed }: DraftItem): boolean => number !== null || !numberFixed;

const unfixed = (item: DraftItem): DraftItem => ({
  ...item,
  numberFixed: !isCounted(item),
  children: item.children.map(unfixed),
});

/** `§7` as this numbering writes it. */
const writtenAs = (number: string | null, { style }: Numbering): string | null => {
  const found = /^§?\s*(\d{1,6}(?:\.\d{1,4})*)$/u.exec(number ?? '');
  if (found === null) return number;
  return style === 'section' ? `§ ${found[1] ?? ''}` : (found[1] ?? number);
};
