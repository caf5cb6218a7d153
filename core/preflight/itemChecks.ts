import type { PlacedDraftItem } from '../draft/agendaTree.ts';
import { itemAndBelow, placedDraftItems, sealingItem } from '../draft/agendaTree.ts';
import type { Draft, DraftItem } from '../draft/draft.ts';
import { findTextFault, type TextFault } from '../pack/textRules.ts';
import type { PreflightContext } from './fileFacts.ts';
import { found, type Found } from './makeFinding.ts';
import { personalNumbers } from './personalNumbers.ts';

const isBlank = (text: string): boolean => text.trim() === '';

/** What an item itself lacks or says, its documents left out. */
export function itemChecks(placed: PlacedDraftItem, context: PreflightContext): readonly Found[] {
  const { item } = placed;
  if (context.locked.has(item.id)) return [];
  const itemId = item.id;
  const all: Found[] = [];
  if (isBlank(item.title)) all.push(found('noTitle', { itemId, detail: { what: 'item' } }));
  if (item.itemKind === 'decision') all.push(...decisionChecks(item));
  if (sealingItem(placed) === null) all.push(...numbersInItem(item, context));
  const fault = findTextFault({ ...item, documents: [], children: [] });
  return fault === null ? all : [...all, textNotAllowed(fault, itemId)];
}

/** A string that the pack format refuses. */
export const textNotAllowed = ({ rule, path }: TextFault, itemId?: string, documentId?: string): Found =>
  found('textNotAllowed', {
    ...(itemId === undefined ? {} : { itemId }),
    ...(documentId === undefined ? {} : { documentId }),
    about: path,
    detail: { rule, path },
  });

function decisionChecks(item: DraftItem): readonly Found[] {
  const itemId = item.id;
  const hasProposal = itemAndBelow(item).some(({ proposedDecision }) =>
    proposedDecision.some((point) => !isBlank(point)),
  );
  const hasDocuments = itemAndBelow(item).some(({ documents }) => documents.length > 0);
  return [
    ...(hasProposal ? [] : [found('noProposedDecision', { itemId })]),
    ...(hasDocuments ? [] : [found('itemWithoutDocuments', { itemId })]),
  ];
}

/** Numbers of persons in the item's own words. */
function numbersInItem(item: DraftItem, { today }: PreflightContext): readonly Found[] {
  const { title, registryNumber, presenter, proposedDecision } = item;
  const text = [title, registryNumber ?? '', presenter ?? '', ...proposedDecision].join('\n');
  const numbers = personalNumbers(text, Number(today.slice(0, 4)));
  return (['personal', 'coordination'] as const).flatMap((kind) => {
    const count = numbers.filter((number) => number.kind === kind).length;
    if (count === 0) return [];
    const code = kind === 'personal' ? 'personalIdentityNumber' : 'coordinationNumber';
    return [found(code, { itemId: item.id, about: String(count), detail: { count, pages: 'none' } })];
  });
}

/** Numbers of items that stand twice, or leave some out. */
export function numberChecks({ items }: Pick<Draft, 'items'>): readonly Found[] {
  return [...numbersTwice(items), ...numberGaps(items)];
}

function numbersTwice(items: readonly DraftItem[]): readonly Found[] {
  const seen = new Set<string>();
  return placedDraftItems(items).flatMap(({ item }) => {
    const { number } = item;
    if (number === null) return [];
    const plain = number.replace(/\s+/g, '').toLowerCase();
    const isTwice = seen.size === seen.add(plain).size;
    return isTwice ? [found('numberTwice', { itemId: item.id, about: number, detail: { number } })] : [];
  });
}

/** Among items that stand beside each other, and below headings without a number. */
function numberGaps(items: readonly DraftItem[]): readonly Found[] {
  const level = items.flatMap(itemsOfLevel);
  const gaps = level.flatMap((item, at) => {
    const before = level[at - 1]?.number ?? null;
    const [last, next] = [lastCount(before), lastCount(item.number)];
    const isGap = last !== null && next !== null && last.start === next.start && next.count > last.count + 1;
    if (!isGap) return [];
    const detail = { before: before ?? '', after: item.number ?? '' };
    return [found('numberGap', { itemId: item.id, about: `${detail.before}-${detail.after}`, detail })];
  });
  return [...gaps, ...level.flatMap((item) => numberGaps(item.children))];
}

const itemsOfLevel = (item: DraftItem): readonly DraftItem[] =>
  item.number === null ? item.children.flatMap(itemsOfLevel) : [item];

function lastCount(number: string | null): { readonly start: string; readonly count: number } | null {
  const match = /^(.*?)(\d{1,6})$/.exec(number ?? '');
  return match === null ? null : { start: match[1] ?? '', count: Number(match[2]) };
}
