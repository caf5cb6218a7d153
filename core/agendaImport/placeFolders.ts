import type { AgendaEntry } from './agendaEntry.ts';
import { bareNumber } from './agendaEntry.ts';
import type { DescribedDocument } from './describedDocument.ts';
import { fileNameParts } from './fileNameParts.ts';
import { titleWords } from './titleWords.ts';
import { titleLikeness, wordWeights } from './wordMatch.ts';
import { itemKindFromTitle } from './wordsOfKind.ts';

/** Folders that gather documents of one kind and are no items. */
const shelves =
  /^(?:bilag(?:a|or)|handlingar|möteshandlingar|sammanträdeshandlingar|underlag|dokument|tjänsteskrivelser|pdf|word|original|attachments|documents|övrigt|protokoll(?:sutdrag)?)$/iu;
const alike = 0.6;

export interface FolderPlaces {
  /** Entries for folders that no given item stands for, in order. */
  readonly entries: readonly AgendaEntry[];
  /** The entry of each document, by its index; null for a document that lies in no item's folder. */
  readonly places: readonly (AgendaEntry | null)[];
}

/**
 * Folders as items: `07 Detaljplan Kyrkbyn/`, with `07.1 …/` inside it as items below. A folder that holds everything
 * is none, nor is one called "Bilagor".
 */
export function placeFolders(
  documents: readonly DescribedDocument[],
  all: readonly string[],
  given: readonly AgendaEntry[],
  newId: () => string,
): FolderPlaces {
  const folders = documents.map(({ observed }) =>
    observed.path
      .split('/')
      .slice(0, -1)
      .map((part) => part.normalize('NFC')),
  );
  const common = commonFolders(folders);
  const entries = new Map<string, AgendaEntry>();
  const entryOf = (path: readonly string[]): AgendaEntry => {
    const key = path.join('/');
    const entry = entries.get(key) ?? entryOfFolder(path.at(-1) ?? '', path.length - 1, given, newId);
    entries.set(key, entry);
    return entry;
  };
  // A numbered folder without documents is an item too: "01 Upprop".
  for (const path of all) {
    const own = path.normalize('NFC').split('/').slice(common);
    const isNumbered = own.length === 1 && fileNameParts(own[0] ?? '', true).itemNumber !== null;
    if (isNumbered && documents.length > 0 && liesIn(path, folders[0]?.slice(0, common) ?? [])) entryOf(own);
  }
  const places = folders.map((parts) => {
    let place: AgendaEntry | null = null;
    const own = parts.slice(common).filter((part) => !shelves.test(part.trim()));
    own.slice(0, 2).forEach((part, depth) => {
      const name = fileNameParts(part, true);
      if (depth > 0 && !name.itemNumber?.includes('.')) return;
      place = entryOf(own.slice(0, depth + 1));
    });
    return place;
  });
  const known = new Set(given.map(({ id }) => id));
  return { entries: [...entries.values()].filter(({ id }) => !known.has(id)), places };
}

const liesIn = (path: string, above: readonly string[]): boolean =>
  above.every((part, at) => path.normalize('NFC').split('/')[at] === part);

/** How many folders everything lies in. A single folder with documents is an item only when its name has a number. */
function commonFolders(folders: readonly (readonly string[])[]): number {
  const [first = []] = folders;
  let common = 0;
  while (common < first.length && folders.every((parts) => parts[common] === first[common])) common += 1;
  const last = first[common - 1];
  const isNumbered = last !== undefined && fileNameParts(last, true).itemNumber !== null;
  return isNumbered && folders.every((parts) => parts.length === common) ? common - 1 : common;
}

function entryOfFolder(
  folder: string,
  depth: number,
  given: readonly AgendaEntry[],
  newId: () => string,
): AgendaEntry {
  const { itemNumber, title, registryNumbers } = fileNameParts(folder, true);
  const words = titleWords(title);
  const weigh = wordWeights([...given.map((entry) => titleWords(entry.title)), words]);
  const scored = given
    .map((entry) => ({
      entry,
      score:
        titleLikeness(words, titleWords(entry.title), weigh) +
        (itemNumber !== null && bareNumber(entry.number) === itemNumber ? 0.5 : 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  if (best !== undefined && best.score >= alike) return best.entry;
  return {
    id: newId(),
    number: itemNumber,
    title: title === '' ? folder : title,
    itemKind: itemKindFromTitle(title) ?? 'decision',
    registryNumber: registryNumbers[0]?.text ?? null,
    presenter: null,
    minutes: null,
    proposedDecision: [],
    level: depth,
    page: null,
  };
}
