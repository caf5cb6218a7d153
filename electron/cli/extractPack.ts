import fs from 'node:fs/promises';
import path from 'node:path';
import type { BereddError } from '../../core/errors.ts';
import { freeName, savableWords } from '../../core/files/savableName.ts';
import { failure } from '../../core/errors.ts';
import type { AgendaItem, Manifest, PackDocument } from '../../core/pack/manifest.ts';
import type { OpenedPack } from '../packs/packs.ts';
import { diskFailure } from '../storage/diskFailure.ts';

export interface Extracted {
  /** Paths below the folder. */
  readonly written: readonly string[];
  /** What could not be written; the rest is there. */
  readonly errors: readonly BereddError[];
}

/**
 * Writes the open documents under the names people know: a folder for each item, a file for each document. A file that
 * several documents share is written once, with the first. Overwrites nothing. Stops at a full or refused disk.
 */
export async function extractPack(
  pack: OpenedPack,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Extracted> {
  const written: string[] = [];
  const errors: BereddError[] = [];
  for (const { sha256, name } of plannedFiles(pack.manifest)) {
    const error = await extractOne(pack, sha256, path.join(folder, name), signal);
    if (error === null) written.push(name);
    else errors.push(error);
    if (error !== null && error.code !== 'packDocumentDamaged' && error.code !== 'documentMissing') break;
  }
  return { written, errors };
}

async function extractOne(
  pack: OpenedPack,
  sha256: string,
  target: string,
  signal: AbortSignal | undefined,
): Promise<BereddError | null> {
  const name = path.basename(target);
  if (!pack.carried.has(sha256)) return failure('documentMissing', { file: name }).error;
  try {
    if (await exists(target)) return failure('fileExists', { file: name }).error;
    await fs.mkdir(path.dirname(target), { recursive: true });
    const extracted = await pack.extractDocument(sha256, target, signal);
    return extracted.ok ? null : extracted.error;
  } catch (error) {
    return diskFailure(error, target).error;
  }
}

const exists = async (file: string): Promise<boolean> =>
  fs.lstat(file).then(
    () => true,
    () => false,
  );

interface PlannedFile {
  readonly sha256: string;
  readonly name: string;
}

/** Names are made from the manifest's words, which are anybody's: only what every file system takes is left of them. */
function plannedFiles(manifest: Manifest): readonly PlannedFile[] {
  const extensions = new Map(manifest.files.map((file) => [file.sha256, path.posix.extname(file.path)]));
  const taken = new Set<string>();
  const done = new Set<string>();
  const plan = (folder: string, documents: readonly PackDocument[]): readonly PlannedFile[] =>
    documents.flatMap(({ sha256, title }) => {
      if (done.has(sha256)) return [];
      done.add(sha256);
      const name = freeName(`${folder}/${safeName(title)}`, extensions.get(sha256) ?? '', taken);
      return [{ sha256, name }];
    });
  const planItem = (item: AgendaItem, parent: string): readonly PlannedFile[] => {
    const folder = `${parent}${safeName([item.number ?? '', item.title].join(' '))}`;
    return [
      ...plan(folder, item.documents),
      ...item.children.flatMap((child) => planItem(child, `${folder}/`)),
    ];
  };
  return [
    ...manifest.agenda.flatMap((item) => planItem(item, '')),
    ...manifest.briefings.flatMap((briefing) => plan(safeName(briefing.unit.name), briefing.documents)),
  ];
}

const device = /^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i;

function safeName(words: string): string {
  const name = savableWords(words, 80);
  if (name === '') return 'document';
  return device.test(name) ? `${name}_`.replace('.', '_') : name;
}
