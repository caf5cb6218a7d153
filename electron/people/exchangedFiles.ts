import fs from 'node:fs/promises';
import path from 'node:path';
import { cardExtension } from '../../core/exchange/card.ts';
import { largestEnvelopeBytes } from '../../core/exchange/envelope.ts';
import { keyLetterExtension } from '../../core/exchange/keyLetter.ts';
import { receiptExtension } from '../../core/exchange/receipt.ts';
import { successionExtension } from '../../core/exchange/rootSuccession.ts';
import { listSources } from '../agendaImport/listSources.ts';
import type { Sources } from '../agendaImport/listSources.ts';

/** A file that people exchange, or one that lay among such files: where it is, and the name it came under. */
export interface ExchangedFile {
  readonly file: string;
  readonly name: string;
}

/** What was dropped or chosen, by what it is for. */
export interface ExchangedFiles {
  /** Cards and receipts, and whatever else lay beside them: each is told of. */
  readonly cards: readonly ExchangedFile[];
  readonly letters: readonly string[];
  readonly newRoots: readonly string[];
  /** Packs, and what is none of ours. */
  readonly others: readonly string[];
  /** Removes what was unpacked; to be called when everything is taken in. */
  readonly remove: () => Promise<void>;
}

/** More and larger files than an office's cards could be are some other ZIP. */
const limits = { entries: 5000, entryBytes: largestEnvelopeBytes, allBytes: 64 * 1024 * 1024 };

/**
 * Sorts paths: files by their extensions, folders and ZIPs by what lies in them. A folder or ZIP without a card or
 * receipt is none of ours, whatever else it holds. `temporary` is where ZIPs may be unpacked.
 */
export async function sortExchanged(paths: readonly string[], temporary: string): Promise<ExchangedFiles> {
  const cards: ExchangedFile[] = [];
  const found: string[] = [];
  let unpackedTo: string | null = null;
  for (const given of paths) {
    if (await isFolder(given)) {
      const files = await filesOf(given);
      if (!files.some(({ name }) => isCard(name))) found.push(given);
      else {
        cards.push(...files.filter(({ name }) => !hasOwnWay(name)));
        found.push(...files.filter(({ name }) => hasOwnWay(name)).map(({ file }) => file));
      }
    } else if (given.toLowerCase().endsWith('.zip')) {
      unpackedTo ??= await makeFolder(temporary);
      const files = await unpacked(given, await fs.mkdtemp(path.join(unpackedTo, 'zip-')));
      if (files.some(({ name }) => isCard(name))) cards.push(...files);
      else found.push(given);
    } else if (isCard(given)) cards.push({ file: given, name: path.basename(given) });
    else found.push(given);
  }
  const letters = found.filter((file) => endsWith(file, keyLetterExtension));
  const newRoots = found.filter((file) => endsWith(file, successionExtension));
  return {
    cards,
    letters,
    newRoots,
    others: found.filter((file) => !letters.includes(file) && !newRoots.includes(file)),
    remove: async () => {
      if (unpackedTo !== null) await fs.rm(unpackedTo, { recursive: true, force: true });
    },
  };
}

const endsWith = (file: string, extension: string): boolean => file.toLowerCase().endsWith(`.${extension}`);
const isCard = (file: string): boolean =>
  [cardExtension, receiptExtension].some((extension) => endsWith(file, extension));
const hasOwnWay = (file: string): boolean =>
  [keyLetterExtension, successionExtension, 'beredd'].some((extension) => endsWith(file, extension));

const isFolder = (file: string): Promise<boolean> =>
  fs.stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Everything below a folder but what systems hide; nothing when it cannot be listed. */
async function filesOf(folder: string): Promise<readonly ExchangedFile[]> {
  const listed = await listSources([folder]);
  return listed.ok ? shown(listed.value) : [];
}

async function unpacked(zip: string, folder: string): Promise<readonly ExchangedFile[]> {
  // Its reader is large, and few people are ever sent a ZIP of cards.
  const { readZip } = await import('../agendaImport/readZip.ts');
  const { size } = await fs.stat(zip).catch(() => ({ size: 0 }));
  const source = { file: zip, relative: path.basename(zip), size };
  const read = await readZip(source, folder, new AbortController().signal, limits);
  return read.ok ? shown(read.value) : [];
}

const shown = ({ files }: Sources): readonly ExchangedFile[] =>
  files
    .map(({ file, relative }) => ({ file, name: path.posix.basename(relative) }))
    .filter(({ name }) => !name.startsWith('.') && name !== 'Thumbs.db' && name !== 'desktop.ini');

async function makeFolder(temporary: string): Promise<string> {
  await fs.mkdir(temporary, { recursive: true, mode: 0o700 });
  return fs.mkdtemp(path.join(temporary, 'exchange-'));
}
