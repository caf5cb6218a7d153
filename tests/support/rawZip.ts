import { crc32, deflateRawSync } from 'node:zlib';

/** Fields of a ZIP record that a hostile writer may set at will; what is left out is as the pack format wants it. */
export interface RawFields {
  readonly name?: string | Uint8Array;
  readonly madeBy?: number;
  readonly needed?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly time?: number;
  readonly date?: number;
  readonly crc?: number;
  readonly compressedSize?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly disk?: number;
  readonly internalAttributes?: number;
  readonly externalAttributes?: number;
  readonly offset?: number;
  readonly signature?: number;
}

export interface RawEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bytes put before the local header, and after the payload. */
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  readonly local?: RawFields;
  readonly central?: RawFields;
  /** Stands only among the local entries, or only in the directory. */
  readonly only?: 'local' | 'central';
}

export interface RawEnd {
  readonly prefix?: Uint8Array;
  readonly beforeDirectory?: Uint8Array;
  readonly afterDirectory?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly disk?: number;
  readonly directoryDisk?: number;
  readonly countHere?: number;
  readonly count?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  readonly signature?: number;
}

const nothing = new Uint8Array(0);
const nameBytes = (name: string | Uint8Array): Buffer =>
  typeof name === 'string' ? Buffer.from(name, 'utf8') : Buffer.from(name);

function localRecord(entry: RawEntry): Buffer {
  const fields = entry.local ?? {};
  const name = nameBytes(fields.name ?? entry.name);
  const extra = fields.extra ?? nothing;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(fields.signature ?? 0x04034b50, 0);
  header.writeUInt16LE(fields.needed ?? 10, 4);
  header.writeUInt16LE(fields.flags ?? 0, 6);
  header.writeUInt16LE(fields.method ?? 0, 8);
  header.writeUInt16LE(fields.time ?? 0, 10);
  header.writeUInt16LE(fields.date ?? 0x21, 12);
  header.writeUInt32LE(fields.crc ?? crc32(entry.bytes), 14);
  header.writeUInt32LE(fields.compressedSize ?? entry.bytes.length, 18);
  header.writeUInt32LE(fields.size ?? entry.bytes.length, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra, entry.bytes]);
}

function centralRecord(entry: RawEntry, offset: number): Buffer {
  const fields = entry.central ?? {};
  const name = nameBytes(fields.name ?? entry.name);
  const extra = fields.extra ?? nothing;
  const comment = fields.comment ?? nothing;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(fields.signature ?? 0x02014b50, 0);
  header.writeUInt16LE(fields.madeBy ?? 10, 4);
  header.writeUInt16LE(fields.needed ?? 10, 6);
  header.writeUInt16LE(fields.flags ?? 0, 8);
  header.writeUInt16LE(fields.method ?? 0, 10);
  header.writeUInt16LE(fields.time ?? 0, 12);
  header.writeUInt16LE(fields.date ?? 0x21, 14);
  header.writeUInt32LE(fields.crc ?? crc32(entry.bytes), 16);
  header.writeUInt32LE(fields.compressedSize ?? entry.bytes.length, 20);
  header.writeUInt32LE(fields.size ?? entry.bytes.length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(comment.length, 32);
  header.writeUInt16LE(fields.disk ?? 0, 34);
  header.writeUInt16LE(fields.internalAttributes ?? 0, 36);
  header.writeUInt32LE(fields.externalAttributes ?? 0, 38);
  header.writeUInt32LE(fields.offset ?? offset, 42);
  return Buffer.concat([header, name, extra, comment]);
}

/** A ZIP file with exactly these bytes, however wrong. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const parts: Uint8Array[] = [end.prefix ?? nothing];
  const records: Buffer[] = [];
  let position = end.prefix?.length ?? 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    position += bytes.length;
  };
  for (const entry of entries) {
    put(entry.before ?? nothing);
    if (entry.only !== 'local') records.push(centralRecord(entry, position));
    if (entry.only !== 'central') put(localRecord(entry));
    put(entry.after ?? nothing);
  }
  put(end.beforeDirectory ?? nothing);
  const directoryOffset = position;
  const directory = Buffer.concat(records);
  put(directory);
  put(end.afterDirectory ?? nothing);
  const comment = end.comment ?? nothing;
  const record = Buffer.alloc(22);
  record.writeUInt32LE(end.signature ?? 0x06054b50, 0);
  record.writeUInt16LE(end.disk ?? 0, 4);
  record.writeUInt16LE(end.directoryDisk ?? 0, 6);
  record.writeUInt16LE(end.countHere ?? records.length, 8);
  record.writeUInt16LE(end.count ?? records.length, 10);
  record.writeUInt32LE(end.directorySize ?? directory.length, 12);
  record.writeUInt32LE(end.directoryOffset ?? directoryOffset, 16);
  record.writeUInt16LE(comment.length, 20);
  put(Buffer.concat([record, comment, end.suffix ?? nothing]));
  return new Uint8Array(Buffer.concat(parts));
}

/** An entry as a general ZIP tool stores it: deflated. */
export function deflated(entry: RawEntry): RawEntry {
  const packed = deflateRawSync(entry.bytes);
  const fields = {
    method: 8,
    needed: 20,
    crc: crc32(entry.bytes),
    compressedSize: packed.length,
    size: entry.bytes.length,
  };
  return { ...entry, bytes: packed, local: fields, central: { ...fields, madeBy: 20 } };
}
