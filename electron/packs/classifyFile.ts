import type { BereddError, Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { endRecordBytes, localHeader, localHeaderBytes } from '../../core/pack/containerBytes.ts';
import { isEndRecord } from '../../core/pack/container.ts';
import { entryNames, packLimits, packMediaType } from '../../core/pack/packLimits.ts';
import type { ByteSource } from './byteSource.ts';
import { readRange } from './byteSource.ts';

/*
 * What a file is, told by its content and never by its name. A pack is recognised by its first entry, so that a cut
 * download is called cut and not "no pack"; a pack that was unpacked and zipped again by the manifest's name in its
 * directory.
 */
const headBytes = 512;
const firstEntryStart = localHeaderBytes + entryNames.mediaType.length;
const firstEntryText = entryNames.mediaType + packMediaType;

type Failure = { readonly ok: false; readonly error: BereddError };

export async function readHead(source: ByteSource): Promise<Uint8Array> {
  return readRange(source, 0, Math.min(headBytes, source.size));
}

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** True when the file begins as every pack does: the entry `mimetype` with the media type, whatever its other fields. */
export function beginsAsPack(head: Uint8Array): boolean {
  const text = asText(head.subarray(localHeaderBytes, firstEntryStart + packMediaType.length));
  return text === firstEntryText;
}

const htmlStart = /^<(!doctype\s+html|html|head|body|script|title|meta)\b/i;
// Either may come before the page itself; what follows must then be looked for.
const beforeHtml = /^<(!--|\?xml)/i;

export function looksLikeHtml(head: Uint8Array): boolean {
  const text = asText(head)
    .replaceAll('\u0000', '')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
  return htmlStart.test(text) || (beforeHtml.test(text) && /<(!doctype )?html\b/i.test(text));
}

const zipStarts = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];
const isZip = (head: Uint8Array): boolean => zipStarts.includes(asText(head.subarray(0, 4)));

/** True when the last megabytes name a pack's manifest: a pack that a general tool wrote again. */
async function namesManifest(source: ByteSource): Promise<boolean> {
  const from = Math.max(0, source.size - packLimits.directoryBytes);
  const tail = await readRange(source, from, source.size);
  return Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).includes(entryNames.manifest);
}

/** Refuses a file without an end record at its end: empty, a web page, something else, cut, or with bytes after its end. */
export async function endlessFileFailure(source: ByteSource, head: Uint8Array): Promise<Failure> {
  if (source.size === 0) return failure('packEmpty');
  if (looksLikeHtml(head)) return failure('packIsHtml');
  if (!beginsAsPack(head)) return notAPack(head, source, 'end-missing');
  const rule = (await hasEarlierEnd(source)) ? 'bytes-after-end' : 'end-missing';
  return failure('packCut', { detail: { rule } });
}

async function hasEarlierEnd(source: ByteSource): Promise<boolean> {
  const from = Math.max(0, source.size - packLimits.directoryBytes);
  const tail = Buffer.from(await readRange(source, from, source.size));
  for (let at = tail.indexOf('PK\u0005\u0006'); at >= 0; at = tail.indexOf('PK\u0005\u0006', at + 1)) {
    const directoryEnd =
      tail.length - at >= endRecordBytes ? tail.readUInt32LE(at + 12) + tail.readUInt32LE(at + 16) : -1;
    if (directoryEnd === from + at) return true;
  }
  return false;
}

/**
 * The failure for a file whose container was refused with `found`: kept when the file is, or was, a pack; otherwise it
 * is not a pack, and the rule is told for whoever wants to know.
 */
export async function containerRefusal(
  source: ByteSource,
  head: Uint8Array,
  found: Failure,
): Promise<Failure> {
  const isOrWasPack = beginsAsPack(head) || (await namesManifest(source));
  if (isOrWasPack || found.error.code !== 'packContainer') return found;
  return notAPack(head, source, String(found.error.detail?.['rule'] ?? ''), found.error.detail?.['entry']);
}

function notAPack(head: Uint8Array, source: ByteSource, rule: string, entry?: string | number): Failure {
  const looksLike = isZip(head) ? 'zip' : asText(head).startsWith('%PDF-') ? 'pdf' : 'other';
  const detail = { looksLike, rule, bytes: source.size };
  return failure('packNotAPack', { detail: entry === undefined ? detail : { ...detail, entry } });
}

/** Checks the first entry of a pack whose directory was fine: exactly the media type. */
export function checkMediaType(head: Uint8Array, entry: Parameters<typeof localHeader>[0]): Result<void> {
  const expected = Buffer.concat([localHeader(entry), Buffer.from(packMediaType, 'latin1')]);
  const isRight =
    entry.size === packMediaType.length && Buffer.compare(expected, head.subarray(0, expected.length)) === 0;
  if (isRight) return ok(undefined);
  return failure('packContainer', { detail: { rule: 'media-type', entry: entryNames.mediaType } });
}

export const hasEndRecord = async (source: ByteSource): Promise<boolean> =>
  source.size >= endRecordBytes &&
  isEndRecord(await readRange(source, source.size - endRecordBytes, source.size));
