import type { AgendaEntry } from './agendaEntry.ts';
import { bareNumber } from './agendaEntry.ts';
import type { DescribedDocument } from './describedDocument.ts';
import type { Because, Evidence } from './evidence.ts';
import { ramp, strongest, together } from './evidence.ts';
import type { RegistryNumber } from './registryNumber.ts';
import { isSameMatter, registryNumbersIn } from './registryNumber.ts';
import { titleWords } from './titleWords.ts';
import type { WordWeights } from './wordMatch.ts';
import { coverage, titleLikeness, wordWeights } from './wordMatch.ts';

/** Where a document belongs; `entry` is null when nothing says so. */
export interface Placement {
  readonly entry: AgendaEntry | null;
  readonly certainty: number;
  readonly because: Because;
}

/** Less than this is a guess that helps nobody. */
const leastCertainty = 0.34;
/** What is so certain teaches where others belong. */
const teaches = 0.62;
const rounds = 3;

/** What is known of an entry: its own words, and what documents placed in it added. */
interface Known {
  readonly entry: AgendaEntry;
  readonly titles: (readonly string[])[];
  readonly own: readonly RegistryNumber[];
  readonly learnt: RegistryNumber[];
  /** Words of the texts that lead its documents: reports and minutes name their attachments. */
  readonly texts: ReadonlySet<string>[];
}

/** Places every document by what its name and first page say. The answer has the order of `documents`. */
export function placeDocuments(
  entries: readonly AgendaEntry[],
  documents: readonly DescribedDocument[],
): readonly Placement[] {
  const titles = entries.map(({ title }) => titleWords(title));
  const weigh = wordWeights([...titles, ...documents.map((one) => [...one.nameWords, ...one.headingWords])]);
  const knowing = entries.map((entry, at): Known => ({
    entry,
    titles: [titles[at] ?? []],
    own: registryNumbersIn(entry.registryNumber ?? ''),
    learnt: [],
    texts: [],
  }));
  let placed = documents.map((document) => placeOne(document, knowing, weigh));
  for (let round = 1; round < rounds; round++) {
    learn(knowing, documents, placed);
    placed = documents.map((document, at) => {
      const before = placed[at];
      const now = placeOne(document, knowing, weigh);
      return before !== undefined && before.certainty >= Math.max(teaches, now.certainty) ? before : now;
    });
  }
  return inOrder(entries, documents, withInformation(entries, documents, placed));
}

function placeOne(document: DescribedDocument, knowing: readonly Known[], weigh: WordWeights): Placement {
  const scored = knowing
    .map((known) => ({ entry: known.entry, signs: signsFor(document, known, weigh) }))
    .map(({ entry, signs }) => ({ entry, signs, score: together(signs) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < leastCertainty)
    return { entry: null, certainty: 0, because: 'titleInName' };
  const certainty = best.score * ramp(best.score - (second?.score ?? 0), -0.1, 0.16);
  if (certainty < leastCertainty / 2) return { entry: null, certainty: 0, because: strongest(best.signs) };
  return { entry: best.entry, certainty, because: strongest(best.signs) };
}

function signsFor(document: DescribedDocument, known: Known, weigh: WordWeights): readonly Evidence[] {
  const { name, registryNumbers } = document;
  const number = bareNumber(known.entry.number);
  const signs: Evidence[] = [];
  if (number !== null && name.itemNumber === number)
    signs.push({ because: 'numberInName', strength: name.isNumberCertain ? 0.9 : 0.78 });
  const byName = likeness(document.nameWords, known.titles, weigh);
  const byHeading = likeness(document.headingWords, known.titles, weigh);
  signs.push({
    because: byName >= byHeading ? 'titleInName' : 'heading',
    strength: 0.94 * Math.max(byName, byHeading),
  });
  signs.push({ because: 'heading', strength: 0.4 * Math.min(byName, byHeading) });
  const isOf = (matter: RegistryNumber): boolean => registryNumbers.some((one) => isSameMatter(one, matter));
  if (known.own.some(isOf)) signs.push({ because: 'text', strength: 0.93 });
  else if (known.learnt.some(isOf)) signs.push({ because: 'text', strength: 0.82 });
  signs.push({ because: 'text', strength: textSign(document, known, weigh) });
  return signs;
}

const likeness = (
  words: readonly string[],
  titles: readonly (readonly string[])[],
  weigh: WordWeights,
): number => ramp(Math.max(0, ...titles.map((title) => titleLikeness(words, title, weigh))), 0.24, 0.9);

/** The entry's report names the document, or the document's text names the entry. */
function textSign(document: DescribedDocument, { titles, texts }: Known, weigh: WordWeights): number {
  const own = document.headingWords.length > 0 ? document.headingWords : document.nameWords;
  const named = Math.max(
    0,
    ...texts.filter((words) => words !== document.textWords).map((words) => exactCoverage(own, words, weigh)),
  );
  const names = exactCoverage(titles[0] ?? [], document.textWords, weigh);
  return Math.max(0.5 * ramp(named, 0.6, 1), 0.42 * ramp(names, 0.6, 1));
}

const leastMentionWeight = 2.4;

function exactCoverage(wanted: readonly string[], there: ReadonlySet<string>, weigh: WordWeights): number {
  const found = wanted.filter((stem) => there.has(stem));
  const { weight } = coverage(found, found, weigh);
  if (weight < leastMentionWeight) return 0;
  return weight / wanted.reduce((sum, stem) => sum + weigh(stem), 0);
}

/** Certain documents add their registry numbers, and the leading ones their title and text, to their entry. */
function learn(
  knowing: readonly Known[],
  documents: readonly DescribedDocument[],
  placed: readonly Placement[],
): void {
  for (const known of knowing) {
    known.learnt.length = 0;
    known.texts.length = 0;
    known.titles.length = 1;
  }
  const byEntry = new Map(knowing.map((known) => [known.entry.id, known]));
  documents.forEach((document, at) => {
    const place = placed[at];
    const known = place?.entry === null || place === undefined ? undefined : byEntry.get(place.entry.id);
    if (known === undefined || place === undefined || place.certainty < teaches) return;
    known.learnt.push(...document.registryNumbers);
    const isLeading = leads(document);
    if (isLeading) known.texts.push(document.textWords);
    // An attachment's own title is its item's only where that says nothing itself.
    if ((isLeading || known.titles[0]?.length === 0) && document.headingWords.length > 0)
      known.titles.push(document.headingWords);
  });
  // A number that several matters share says nothing.
  for (const known of knowing) {
    const others = knowing.filter((other) => other !== known);
    const shared = known.learnt.filter((one) =>
      others.some(({ learnt }) => learnt.some((two) => isSameMatter(one, two))),
    );
    known.learnt.splice(0, known.learnt.length, ...known.learnt.filter((one) => !shared.includes(one)));
  }
}

export const leads = ({ documentKind }: DescribedDocument): boolean =>
  documentKind === 'officialReport' || documentKind === 'minutesExtract';

const saysInformation = /^information(?!\p{L})/iu;
/** A guess: shown as one to be checked. */
const informationCertainty = 0.45;

/** What calls itself information and found no item goes to the agenda's one item for information, when it has one. */
function withInformation(
  entries: readonly AgendaEntry[],
  documents: readonly DescribedDocument[],
  placed: readonly Placement[],
): readonly Placement[] {
  const [entry, ...others] = entries.filter(({ title }) => saysInformation.test(title));
  if (entry === undefined || others.length > 0) return placed;
  return placed.map((place, at) => {
    const { name, observed } = documents[at] ?? {};
    const titles = [name?.title ?? '', observed?.head?.heading ?? ''];
    return place.entry === null && titles.some((title) => saysInformation.test(title))
      ? { entry, certainty: informationCertainty, because: 'titleInName' }
      : place;
  });
}

/** Parts of one merged file that follow the agenda: what lies between two documents of an item is the item's too. */
function inOrder(
  entries: readonly AgendaEntry[],
  documents: readonly DescribedDocument[],
  placed: readonly Placement[],
): readonly Placement[] {
  const indexOf = new Map(entries.map((entry, at) => [entry.id, at]));
  const known = placed.flatMap(({ entry, certainty }, at) =>
    entry !== null && certainty >= 0.5 && documents[at]?.observed.pages !== null
      ? [{ at, index: indexOf.get(entry.id) ?? 0 }]
      : [],
  );
  const steps = known.slice(1).map((one, at) => one.index >= (known[at]?.index ?? 0));
  if (steps.length < 3 || steps.filter(Boolean).length < 0.9 * steps.length) return placed;
  return placed.map((place, at) => {
    if (documents[at]?.observed.pages === null) return place;
    const before = known.findLast((one) => one.at < at);
    const after = known.find((one) => one.at > at);
    if (before === undefined) return place;
    const within = after?.index === before.index;
    const fits =
      place.entry !== null && isBetween(indexOf.get(place.entry.id) ?? 0, before.index, after?.index);
    if (place.certainty >= 0.5 && (fits || !within)) return place;
    const certainty = within ? 0.85 : 0.6;
    return place.certainty >= certainty
      ? place
      : { entry: entries[before.index] ?? null, certainty, because: 'order' };
  });
}

const isBetween = (index: number, from: number, to: number | undefined): boolean =>
  index >= from && index <= (to ?? Number.POSITIVE_INFINITY);
