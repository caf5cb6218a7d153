import fs from 'node:fs/promises';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';

const mostFileBytes = 100 * 2 ** 20;
const mostUnpackedBytes = 400 * 2 ** 20;
const mostEntries = 5000;

/** Whether an Office file, which is a ZIP, can be unpacked here without harm. */
export async function fitsInMemory(file: string): Promise<boolean> {
  const entries = await entriesOf(file);
  if (entries === null || entries.length > mostEntries) return false;
  return entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) <= mostUnpackedBytes;
}

async function entriesOf(file: string) {
  const { size } = await fs.stat(file);
  if (size > mostFileBytes) return null;
  try {
    const reader = new ZipReader(new BlobReader(new Blob([await fs.readFile(file)])), {
      useWebWorkers: false,
      checkSignature: true,
    });
    return await reader.getEntries();
  } catch {
    // No ZIP, or a broken one: there is nothing to unpack.
    return null;
  }
}

/** The text of one of its files; null when it is not there, too large or damaged. */
export async function officePart(file: string, name: string, mostBytes: number): Promise<string | null> {
  const entries = await entriesOf(file);
  const entry = entries?.find(({ filename }) => filename === name);
  if (entry === undefined || entry.directory || entry.uncompressedSize > mostBytes) return null;
  try {
    return await entry.getData(new TextWriter(), { useWebWorkers: false });
  } catch {
    return null;
  }
}
