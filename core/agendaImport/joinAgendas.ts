import type { AgendaEntry } from './agendaEntry.ts';
import { titleWords } from './titleWords.ts';
import { titleLikeness, wordWeights } from './wordMatch.ts';

/** Titles so alike name the same item. */
const same = 0.8;

/**
 * The entries of both, those of `first` first. An entry of `more` that `first` has already is not added again: the item
 * keeps its id and title and takes from the other what it lacked.
 */
export function joinAgendas(
  first: readonly AgendaEntry[],
  more: readonly AgendaEntry[],
): readonly AgendaEntry[] {
  const weigh = wordWeights([...first, ...more].map(({ title }) => titleWords(title)));
  const joined = [...first];
  const taken = new Set<number>();
  const added: AgendaEntry[] = [];
  for (const entry of more) {
    const words = titleWords(entry.title);
    const likeness = first.map((one, at) =>
      taken.has(at)
        ? 0
        : isSameTitle(one.title, entry.title)
          ? 1
          : titleLikeness(words, titleWords(one.title), weigh),
    );
    const best = likeness.indexOf(Math.max(0, ...likeness));
    const known = joined[best];
    if (known === undefined || (likeness[best] ?? 0) < same) added.push(entry);
    else {
      taken.add(best);
      joined[best] = {
        ...known,
        registryNumber: known.registryNumber ?? entry.registryNumber,
        presenter: known.presenter ?? entry.presenter,
        minutes: known.minutes ?? entry.minutes,
        page: known.page ?? entry.page,
      };
    }
  }
  return [...joined, ...added];
}

const isSameTitle = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('sv') === b.trim().toLocaleLowerCase('sv');
