import { createHash } from 'node:crypto';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import { parseDirectory, parseEndRecord } from '../../core/pack/container.ts';
import type { ContainerEntry } from '../../core/pack/containerBytes.ts';
import { endRecordBytes } from '../../core/pack/containerBytes.ts';
import { entryFault } from '../../core/pack/entriesAndFiles.ts';
import type { Manifest } from '../../core/pack/manifest.ts';
import type { MinisignPublicKey } from '../../core/pack/minisign.ts';
import { packTrustedComment, parsePublicKeyFile } from '../../core/pack/minisign.ts';
import { entryNames, packLimits } from '../../core/pack/packLimits.ts';
import { containerFailure, signatureFailure } from '../../core/pack/packRules.ts';
import { parseManifest } from '../../core/pack/parseManifest.ts';
import type { Trust } from '../../core/pack/trust.ts';
import { parseTrust } from '../../core/pack/trust.ts';
import { verifyMinisign } from '../crypto/minisignFiles.ts';
import type { ByteSource } from './byteSource.ts';
import { readRange, withTail } from './byteSource.ts';
import {
  checkMediaType,
  containerRefusal,
  endlessFileFailure,
  hasEndRecord,
  readHead,
} from './classifyFile.ts';
import { readWhole } from './entryReader.ts';

/** Holds directory, manifest and signature of nearly every pack. */
const tailGuessBytes = 256 * 1024;

/** The municipality's root key with the list of signers it signed. */
export interface PackTrust {
  readonly rootKey: MinisignPublicKey;
  readonly trust: Trust;
  readonly bytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
}

/** What is known of a pack after its tail was read and checked. */
export interface PackContents {
  readonly entries: ReadonlyMap<string, ContainerEntry>;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly manifestSha256: string;
  readonly issuerKey: MinisignPublicKey;
  readonly trust: PackTrust | null;
}

type Entries = ReadonlyMap<string, ContainerEntry>;

/** The quick level of checking: end record, directory, tail entries, signature, manifest. Milliseconds at any size. */
export async function readContents(file: ByteSource): Promise<Result<PackContents>> {
  const source = await withTail(file, Math.max(0, file.size - tailGuessBytes));
  const head = await readHead(source);
  if (!(await hasEndRecord(source))) return endlessFileFailure(source, head);
  const entries = await readDirectory(source, head);
  if (!entries.ok)
    return entries.error.code === 'packContainer' ? containerRefusal(source, head, entries) : entries;
  const trust = await readTrust(source, entries.value);
  if (!trust.ok) return trust;
  return readSignedManifest(source, entries.value, trust.value);
}

async function readDirectory(source: ByteSource, head: Uint8Array): Promise<Result<Entries>> {
  const end = parseEndRecord(await readRange(source, source.size - endRecordBytes, source.size), source.size);
  if (!end.ok) return end;
  const { directoryOffset, directorySize } = end.value;
  const directory = await readRange(source, directoryOffset, directoryOffset + directorySize);
  const entries = parseDirectory(directory, end.value);
  if (!entries.ok) return entries;
  const [first] = entries.value;
  const mediaType = first === undefined ? containerFailure('entry-count') : checkMediaType(head, first);
  if (!mediaType.ok) return mediaType;
  return ok(new Map(entries.value.map((entry) => [entry.name, entry])));
}

async function readSmall(
  source: ByteSource,
  entries: Entries,
  name: string,
  limit: number,
): Promise<Result<Uint8Array>> {
  const entry = entries.get(name);
  if (entry === undefined) return containerFailure('entry-missing', name);
  return entry.size > limit ? containerFailure('entry-too-large', name) : readWhole(source, entry);
}

interface SignedEntry {
  readonly key: MinisignPublicKey;
  readonly bytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly trustedComment: string;
}

/** Reads a key, what it signed and the signature, and checks it over the raw bytes before anything is parsed. */
async function readSigned(
  source: ByteSource,
  entries: Entries,
  names: { readonly key: string; readonly signed: string; readonly signature: string },
): Promise<Result<SignedEntry>> {
  const keyFile = await readSmall(source, entries, names.key, packLimits.publicKeyBytes);
  if (!keyFile.ok) return keyFile;
  const bytes = await readSmall(source, entries, names.signed, packLimits.manifestBytes);
  if (!bytes.ok) return bytes;
  const signatureBytes = await readSmall(source, entries, names.signature, packLimits.signatureBytes);
  if (!signatureBytes.ok) return signatureBytes;
  const key = parsePublicKeyFile(keyFile.value, names.key);
  if (!key.ok) return key;
  const signature = verifyMinisign(key.value, bytes.value, signatureBytes.value, names.signature);
  if (!signature.ok) return signature;
  return ok({
    key: key.value,
    bytes: bytes.value,
    signatureBytes: signatureBytes.value,
    trustedComment: signature.value.trustedComment,
  });
}

async function readTrust(source: ByteSource, entries: Entries): Promise<Result<PackTrust | null>> {
  if (!entries.has(entryNames.rootKey)) return ok(null);
  const signed = await readSigned(source, entries, {
    key: entryNames.rootKey,
    signed: entryNames.trust,
    signature: entryNames.trustSignature,
  });
  if (!signed.ok) return signed;
  const { key, bytes, signatureBytes } = signed.value;
  const trust = parseTrust(bytes);
  return trust.ok ? ok({ rootKey: key, trust: trust.value, bytes, signatureBytes }) : trust;
}

async function readSignedManifest(
  source: ByteSource,
  entries: Entries,
  trust: PackTrust | null,
): Promise<Result<PackContents>> {
  const signed = await readSigned(source, entries, {
    key: entryNames.issuerKey,
    signed: entryNames.manifest,
    signature: entryNames.manifestSignature,
  });
  if (!signed.ok) return signed;
  const { key, bytes, signatureBytes, trustedComment } = signed.value;
  const manifest = parseManifest(bytes);
  if (!manifest.ok) return manifest;
  if (trustedComment !== packTrustedComment(manifest.value)) {
    return signatureFailure('signature-comment', entryNames.manifestSignature);
  }
  const fault = entryFault(manifest.value, entries);
  if (fault !== null) return fault;
  const manifestSha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({
    entries,
    manifest: manifest.value,
    manifestBytes: bytes,
    signatureBytes,
    manifestSha256,
    issuerKey: key,
    trust,
  });
}
