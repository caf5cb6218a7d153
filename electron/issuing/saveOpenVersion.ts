import fs from 'node:fs/promises';
import path from 'node:path';
import type { AgendaPageWords } from '../../core/issuing/agendaPage.ts';
import { agendaPage } from '../../core/issuing/agendaPage.ts';
import { openVersion } from '../../core/issuing/openVersion.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { publishPack } from './publishPack.ts';

export interface SavedOpenVersion {
  readonly folder: string;
  readonly documents: number;
  readonly personalData: number;
  readonly sealedItems: number;
}

export interface OpenVersionOptions {
  readonly manifest: Manifest;
  readonly words: AgendaPageWords;
  /** Name of the folder of documents beside the page. */
  readonly documentsFolder: string;
  readonly storedFile: (sha256: string) => Promise<string | null>;
}

/**
 * Writes a page and the documents for the web into a new folder: what is sealed or holds personal data is not in it.
 * Fails with fileExists when the folder has something in it, documentMissing, diskFull or diskDenied.
 */
export async function saveOpenVersion(
  folder: string,
  { manifest, words, documentsFolder, storedFile }: OpenVersionOptions,
): Promise<Result<SavedOpenVersion>> {
  const { documents, personalData, sealedItems } = openVersion(manifest, documentsFolder);
  try {
    await fs.mkdir(folder, { recursive: true });
    if ((await fs.readdir(folder)).length > 0) return failure('fileExists', { file: folder });
    await fs.mkdir(path.join(folder, documentsFolder));
    const written = new Set<string>();
    for (const { document, href } of documents) {
      if (written.has(href)) continue;
      const source = await storedFile(document.sha256);
      if (source === null) return failure('documentMissing', { file: document.title });
      const copied = await publishPack(source, path.dirname(path.join(folder, href)), path.basename(href));
      if (!copied.ok) return copied;
      written.add(href);
    }
    const addresses = new Map(
      documents.map(({ document, href }) => [
        document.id,
        document.pages === null ? href : `${href}#page=${document.pages.from}`,
      ]),
    );
    const page = agendaPage(manifest, words, {
      addressOf: (id) => addresses.get(id) ?? null,
      withRoster: false,
    });
    await fs.writeFile(path.join(folder, 'index.html'), page, { flag: 'wx' });
    return ok({ folder, documents: documents.length, personalData, sealedItems });
  } catch (error) {
    return diskFailure(error, folder);
  }
}
