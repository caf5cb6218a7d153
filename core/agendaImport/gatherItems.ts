import type { AgendaEntry } from './agendaEntry.ts';
import { bareNumber } from './agendaEntry.ts';
import type { DescribedDocument } from './describedDocument.ts';
import { documentTitle } from './describedDocument.ts';
import { leads } from './placeDocuments.ts';
import { isSameMatter } from './registryNumber.ts';
import { titleWords } from './titleWords.ts';
import type { WordWeights } from './wordMatch.ts';
import { titleLikeness, wordWeights } from './wordMatch.ts';
import { itemKindFromTitle } from './wordsOfKind.ts';

/** Two leading documents whose titles are so alike are of one matter. */
const alike = 0.62;

/**
 * Items made from the documents themselves, where no agenda says them: one for each number in the names, and one for
 * each matter that a report, minutes or motion leads. In the order of numbers, else of the paragraphs of the minutes that
 * prepared them, else of the documents.
 */
export function gatherItems(
  documents: readonly DescribedDocument[],
  newId: () => string,
): readonly AgendaEntry[] {
  const found = isNumbered(documents) ? byNumber(documents) : byMatter(documents);
  // Nothing says what belongs together: then each is a matter of its own, which is soon corrected.
  const groups = found.length > 0 ? found : documents.map((document) => [document]);
  const preparing = preparingBody(groups);
  return groups
    .map((group) => ({ group, order: orderOf(group, preparing) }))
    .toSorted((a, b) => compareOrder(a.order, b.order))
    .map(({ group }) => entryOf(group, newId));
}

/** Numbers mean items when most names have one. */
function isNumbered(documents: readonly DescribedDocument[]): boolean {
  const numbered = documents.filter(({ name }) => name.itemNumber !== null);
  return numbered.length > 0 && numbered.length >= 0.6 * documents.length;
}

function byNumber(documents: readonly DescribedDocument[]): readonly (readonly DescribedDocument[])[] {
  const groups = new Map<string, DescribedDocument[]>();
  for (const document of documents) {
    const { itemNumber } = document.name;
    if (itemNumber !== null) groups.set(itemNumber, [...(groups.get(itemNumber) ?? []), document]);
  }
  return [...groups.values()];
}

function byMatter(documents: readonly DescribedDocument[]): readonly (readonly DescribedDocument[])[] {
  const weigh = wordWeights(documents.map((one) => [...one.nameWords, ...one.headingWords]));
  const leading = documents.filter(
    (one) => one.documentKind !== 'summons' && (leads(one) || /\bmotion/iu.test(one.name.title)),
  );
  const groups: DescribedDocument[][] = [];
  for (const document of leading) {
    const same = groups.filter((group) => group.some((other) => areOfOneMatter(document, other, weigh)));
    const [first, ...others] = same;
    if (first === undefined) groups.push([document]);
    else {
      first.push(document, ...others.flat());
      for (const other of others) groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups;
}

function areOfOneMatter(a: DescribedDocument, b: DescribedDocument, weigh: WordWeights): boolean {
  const share = a.registryNumbers.some((one) => b.registryNumbers.some((two) => isSameMatter(one, two)));
  const titles = (one: DescribedDocument): readonly (readonly string[])[] =>
    [one.nameWords, one.headingWords].filter((words) => words.length > 0);
  const likeness = Math.max(
    0,
    ...titles(a).flatMap((one) => titles(b).map((two) => titleLikeness(one, two, weigh))),
  );
  return likeness >= (share ? 0.15 : alike);
}

/** The paragraph of each group in the minutes of the body that prepared most of them; the number in its names first. */
function orderOf(group: readonly DescribedDocument[], preparing: string | null): readonly number[] {
  const number = bareNumber(group.map(({ name }) => name.itemNumber).find((one) => one !== null) ?? null);
  if (number !== null) return [0, ...number.split('.').map((part) => Number.parseInt(part, 10))];
  const paragraphs = group.flatMap(({ observed: { head } }) =>
    head !== null && head.paragraph !== null && head.minutesOf === preparing ? [head.paragraph] : [],
  );
  return paragraphs.length > 0 ? [1, Math.max(...paragraphs)] : [2];
}

/** The body whose minutes stand in most of the groups. */
function preparingBody(groups: readonly (readonly DescribedDocument[])[]): string | null {
  const counts = new Map<string, number>();
  for (const group of groups)
    for (const body of new Set(group.flatMap(({ observed }) => observed.head?.minutesOf ?? [])))
      counts.set(body, (counts.get(body) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function entryOf(group: readonly DescribedDocument[], newId: () => string): AgendaEntry {
  const number = group.map(({ name }) => name.itemNumber).find((one) => one !== null) ?? null;
  const title = titleOf(group);
  return {
    id: newId(),
    number,
    title,
    itemKind: itemKindFromTitle(title) ?? 'decision',
    registryNumber: commonRegistryNumber(group),
    presenter: null,
    minutes: null,
    proposedDecision: [],
    level: number?.includes('.') === true ? 1 : 0,
    page: null,
  };
}

const kindOrder = ['minutesExtract', 'officialReport', 'attachment', 'other', 'summons'];

/** The minutes' title is the matter's own; a report often has words of its own before it. */
function titleOf(group: readonly DescribedDocument[]): string {
  const inOrder = group.toSorted(
    (a, b) =>
      kindOrder.indexOf(a.documentKind) - kindOrder.indexOf(b.documentKind) ||
      (b.observed.head?.paragraph ?? 0) - (a.observed.head?.paragraph ?? 0),
  );
  const said = (title: string): boolean => title.length > 3 && titleWords(title).length > 0;
  const titles = [
    ...inOrder.map((one) => withoutKind(documentTitle(one))),
    ...inOrder.map(({ observed }) => withoutKind(observed.head?.heading ?? '')),
  ];
  return titles.find(said) ?? inOrder[0]?.observed.path.split('/').at(-1) ?? '';
}

const kindBefore =
  /^(?:tjänsteskrivelse|tjansteskrivelse|tjänsteutlåtande|protokollsutdrag|utdrag ur protokoll|bilaga(?: \d+)?|motionssvar)\s*[-–—:.,]*\s*(?=\p{L}{3})/iu;

const withoutKind = (title: string): string => {
  const rest = title.replace(kindBefore, '');
  return rest.charAt(0).toLocaleUpperCase('sv') + rest.slice(1);
};

/** The number that most of them have. */
function commonRegistryNumber(group: readonly DescribedDocument[]): string | null {
  const all = group.flatMap(({ registryNumbers }) => registryNumbers.slice(0, 1));
  const counted = all.map((one) => ({ one, count: all.filter((other) => isSameMatter(one, other)).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.one.text ?? null;
}
