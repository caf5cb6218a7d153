import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AgendaItem, Manifest } from '../../../core/pack/manifest.ts';
import type { BuildFolderOptions, BuiltFolder } from '../../../electron/packs/buildFolder.ts';
import { buildFolder } from '../../../electron/packs/buildFolder.ts';
import { writePack } from '../../../electron/packs/writePack.ts';
import { createCountPages } from '../../../electron/pdf/countPages.ts';
import { testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';
import { newFolder } from '../library/profileScene.ts';
import { tinyPdf } from '../../support/tinyPdf.ts';

export type FolderContent = Readonly<Record<string, string | Uint8Array | object>>;

export const meetingJson = {
  title: 'Kommunstyrelsen 1 december 2026',
  body: 'Kommunstyrelsen',
  start: '2026-12-01T13:00:00+01:00',
  place: 'Storsalen',
  municipality: 'Granåsa kommun',
  office: 'Kommunkansliet',
};

/** A PDF with as many pages as texts. */
export const pdf = (...pages: readonly string[]): Uint8Array => tinyPdf(...pages);

/** Writes FOLDER: names with slashes, objects as JSON, texts and bytes as they are. Has a meeting.json unless given. */
export async function writeFolder(content: FolderContent): Promise<string> {
  const folder = await newFolder();
  for (const [name, value] of Object.entries({ 'meeting.json': meetingJson, ...content })) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    const isPlain = typeof value === 'string' || value instanceof Uint8Array;
    await writeFile(file, isPlain ? value : JSON.stringify(value));
  }
  return folder;
}

const countPages = createCountPages(
  path.join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
);

/** Builds with a fixed clock and counted ids. */
export async function build(folder: string, options: Partial<BuildFolderOptions> = {}) {
  let count = options.previous === undefined ? 0 : 1000;
  return buildFolder({
    folder,
    previous: null,
    supplement: false,
    issued: '2026-11-24T09:30:00+01:00',
    newId: () => testId('part', (count += 1)),
    countPages,
    ...options,
  });
}

export async function built(
  content: FolderContent,
  options: Partial<BuildFolderOptions> = {},
): Promise<BuiltFolder> {
  const result = await build(await writeFolder(content), options);
  if (!result.ok) throw new Error(`not built: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The first item of what was built. */
export function firstItem({ manifest }: BuiltFolder): AgendaItem {
  const [item] = manifest.agenda;
  if (item === undefined) throw new Error('no item');
  return item;
}

/** Signs what was built and writes it: the next revision's previous one. */
export async function issued(
  result: BuiltFolder,
): Promise<{ manifest: Manifest; manifestSha256: string; file: string }> {
  const file = path.join(await writeFolder({}), 'ut.beredd');
  const written = await writePack(file, { ...result, signer: testSigner() });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return { ...written.value, file };
}
