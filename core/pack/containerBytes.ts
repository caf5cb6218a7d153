import { encodeUtf8 } from './utf8.ts';

/*
 * The byte layout of the ZIP structures (PKWARE APPNOTE 6.3.10, §4.3.7, §4.3.12 and §4.3.16), in the one form that a
 * pack allows: stored, version 1.0, no flags, the DOS date 1980-01-01, no extra fields, no comments.
 */
export const localHeaderBytes = 30;
export const directoryRecordBytes = 46;
export const endRecordBytes = 22;

export const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;

export const version = 10;
export const dosDate = 0x21;

/** One entry as the directory tells it. `offset` is that of its local header. */
export interface ContainerEntry {
  readonly name: string;
  readonly crc32: number;
  readonly size: number;
  readonly offset: number;
}

/** Offset of the entry's first payload byte. Names are ASCII, so characters are bytes. */
export const payloadOffset = (entry: ContainerEntry): number =>
  entry.offset + localHeaderBytes + entry.name.length;

/** Offset of the first byte after the entry. */
export const entryEnd = (entry: ContainerEntry): number => payloadOffset(entry) + entry.size;

/** The local header that stands before the entry's bytes. */
export function localHeader(entry: ContainerEntry): Uint8Array {
  const name = encodeUtf8(entry.name);
  const bytes = new Uint8Array(localHeaderBytes + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.local, true);
  view.setUint16(4, version, true);
  view.setUint16(12, dosDate, true);
  view.setUint32(14, entry.crc32, true);
  view.setUint32(18, entry.size, true);
  view.setUint32(22, entry.size, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, localHeaderBytes);
  return bytes;
}

function directoryRecord(entry: ContainerEntry): Uint8Array {
  const name = encodeUtf8(entry.name);
  const bytes = new Uint8Array(directoryRecordBytes + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.directory, true);
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  view.setUint16(14, dosDate, true);
  view.setUint32(16, entry.crc32, true);
  view.setUint32(20, entry.size, true);
  view.setUint32(24, entry.size, true);
  view.setUint16(28, name.length, true);
  view.setUint32(42, entry.offset, true);
  bytes.set(name, directoryRecordBytes);
  return bytes;
}

/** Central directory and end record for `entries`, which stand in this order from byte 0 up to `directoryOffset`. */
export function directoryAndEnd(entries: readonly ContainerEntry[], directoryOffset: number): Uint8Array {
  const records = entries.map(directoryRecord);
  const directorySize = records.reduce((sum, record) => sum + record.length, 0);
  const bytes = new Uint8Array(directorySize + endRecordBytes);
  let at = 0;
  for (const record of records) {
    bytes.set(record, at);
    at += record.length;
  }
  const view = new DataView(bytes.buffer, at);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryOffset, true);
  return bytes;
}
