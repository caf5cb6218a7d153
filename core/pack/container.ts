import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import type { ContainerEntry } from './containerBytes.ts';
import {
  directoryRecordBytes,
  dosDate,
  endRecordBytes,
  entryEnd,
  localHeader,
  signatures,
  version,
} from './containerBytes.ts';
import { entryNameFault, longestEntryName } from './entryName.ts';
import { entryOrderFault } from './entryOrder.ts';
import { packLimits } from './packLimits.ts';
import type { ContainerRule } from './packRules.ts';
import { containerFailure } from './packRules.ts';

/** Where the central directory stands and how many records it has. Offsets and sizes in bytes. */
export interface EndRecord {
  readonly entryCount: number;
  readonly directoryOffset: number;
  readonly directorySize: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** True when the last 22 bytes of a file may be an end record. Without one the file is cut or no ZIP at all. */
export const isEndRecord = (last: Uint8Array): boolean =>
  last.length === endRecordBytes && viewOf(last).getUint32(0, true) === signatures.end;

/**
 * Reads the end record from the last 22 bytes of a file of `fileSize` bytes. Fails with packTooLarge or packContainer.
 * A comment, several disks, ZIP64 and bytes between the directory and its end are refused.
 */
export function parseEndRecord(last: Uint8Array, fileSize: number): Result<EndRecord> {
  if (fileSize > packLimits.packBytes)
    return failure('packTooLarge', { detail: { limit: packLimits.packBytes } });
  if (!isEndRecord(last)) return containerFailure('directory-end');
  const view = viewOf(last);
  const hasOtherDisks = view.getUint16(4, true) !== 0 || view.getUint16(6, true) !== 0;
  if (hasOtherDisks || view.getUint16(20, true) !== 0) return containerFailure('directory-end');
  const entryCount = view.getUint16(10, true);
  if (view.getUint16(8, true) !== entryCount || entryCount > packLimits.entries) {
    return containerFailure('entry-count');
  }
  const directorySize = view.getUint32(12, true);
  const directoryOffset = view.getUint32(16, true);
  if (directorySize > packLimits.directoryBytes) return containerFailure('directory-size');
  const claimedSize = directoryOffset + directorySize + endRecordBytes;
  if (claimedSize < fileSize) return containerFailure('bytes-before-start');
  if (claimedSize > fileSize) return containerFailure('directory-end');
  return ok({ entryCount, directoryOffset, directorySize });
}

/**
 * Reads the central directory: every fixed field, the names, their order, and that the entries stand one after the
 * other from byte 0 to the directory. Fails with packUnsigned when only the signature is lacking, otherwise with
 * packContainer naming rule and entry.
 */
export function parseDirectory(bytes: Uint8Array, end: EndRecord): Result<readonly ContainerEntry[]> {
  const entries: ContainerEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  let expectedOffset = 0;
  for (let i = 0; i < end.entryCount; i += 1) {
    const record = parseRecord(bytes, at);
    if (!record.ok) return record;
    const entry = record.value;
    if (names.has(entry.name)) return containerFailure('entry-twice', entry.name);
    if (entry.offset !== expectedOffset) return containerFailure('entry-position', entry.name);
    names.add(entry.name);
    entries.push(entry);
    expectedOffset = entryEnd(entry);
    at += directoryRecordBytes + entry.name.length;
  }
  if (at !== bytes.length) return containerFailure('directory-size');
  if (expectedOffset !== end.directoryOffset) return containerFailure('entry-position', entries.at(-1)?.name);
  const orderFault = entryOrderFault(entries.map((entry) => entry.name));
  return orderFault ?? ok(entries);
}

function parseRecord(bytes: Uint8Array, at: number): Result<ContainerEntry> {
  if (at + directoryRecordBytes > bytes.length) return containerFailure('entry-header');
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, directoryRecordBytes);
  if (view.getUint32(0, true) !== signatures.directory) return containerFailure('entry-header');
  const nameLength = view.getUint16(28, true);
  if (nameLength > longestEntryName) return containerFailure('entry-name');
  const nameStart = at + directoryRecordBytes;
  if (nameStart + nameLength > bytes.length) return containerFailure('entry-header');
  const name = String.fromCharCode(...bytes.subarray(nameStart, nameStart + nameLength));
  const rule = entryNameFault(name) ?? recordFault(view);
  if (rule !== null) return containerFailure(rule, showableName(name));
  return ok({
    name,
    crc32: view.getUint32(16, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  });
}

function recordFault(view: DataView): ContainerRule | null {
  const field = (offset: number): number => view.getUint16(offset, true);
  const checks: readonly (readonly [boolean, ContainerRule])[] = [
    [field(4) === version && field(6) === version, 'entry-version'],
    [field(8) === 0, 'entry-flags'],
    [field(10) === 0, 'entry-compressed'],
    [field(12) === 0 && field(14) === dosDate, 'entry-time'],
    [view.getUint32(20, true) === view.getUint32(24, true), 'entry-size'],
    [view.getUint32(24, true) <= packLimits.packBytes, 'entry-size'],
    [field(30) === 0, 'entry-extra'],
    [field(32) === 0, 'entry-comment'],
    [field(34) === 0, 'entry-disk'],
    [field(36) === 0 && view.getUint32(38, true) === 0, 'entry-attributes'],
  ];
  return checks.find(([holds]) => !holds)?.[1] ?? null;
}

// A refused name is unsigned text that anybody may have written: enough to recognise it by, too little to say anything.
const showableName = (name: string): string => name.replace(/[^A-Za-z0-9._/\\-]/g, '?').slice(0, 60);

/** Checks that `bytes` begin with exactly the local header that the directory's entry demands. */
export function checkLocalHeader(bytes: Uint8Array, entry: ContainerEntry): Result<void> {
  const expected = localHeader(entry);
  const agrees = bytes.length >= expected.length && expected.every((byte, i) => bytes[i] === byte);
  return agrees ? ok(undefined) : containerFailure('local-header', entry.name);
}
