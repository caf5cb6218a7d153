import { closeSync, fstatSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ByteSource } from '../../core/pdf/pdfEngine.ts';
import { decryptWith } from '../sealing/ageBox.ts';
import { fileSource } from './loadPdfium.ts';

/** Bytes for PDFium, until they are closed. */
export interface OpenedBytes {
  readonly source: ByteSource;
  readonly close: () => void;
}

/** A file, or what `key` opens of a sealed one: decrypted in memory only. Null when it cannot be opened. */
export const openBytes = (file: string, key: string | null): Promise<OpenedBytes | null> =>
  key === null ? Promise.resolve(openFile(file)) : decrypted(file, key);

/** What the disk refuses must not be thrown through PDFium. */
function openFile(file: string): OpenedBytes | null {
  try {
    const descriptor = openSync(file, 'r');
    const source = fileSource(descriptor, fstatSync(descriptor).size);
    const read: ByteSource['read'] = (from, to) => {
      try {
        return source.read(from, to);
      } catch {
        return null;
      }
    };
    return { source: { size: source.size, read }, close: () => closeSync(descriptor) };
  } catch {
    return null;
  }
}

async function decrypted(file: string, key: string): Promise<OpenedBytes | null> {
  const sealed = await readFile(file).catch(() => null);
  const opened = sealed === null ? null : await decryptWith([key], sealed);
  if (opened?.state !== 'open') return null;
  const { plain } = opened;
  return {
    source: { size: plain.length, read: (from, to) => plain.subarray(from, to) },
    close: () => plain.fill(0),
  };
}
