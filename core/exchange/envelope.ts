import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import { decodeBase64, encodeBase64 } from '../pack/base64.ts';
import { canonicalJson, parseCanonicalJson } from '../pack/canonicalJson.ts';
import { closed, extensions, text } from '../pack/manifestValues.ts';
import type { MinisignPublicKey } from '../pack/minisign.ts';
import { parsePublicKeyLine } from '../pack/minisign.ts';
import { checkShape } from '../pack/signedJson.ts';
import { findTextFault } from '../pack/textRules.ts';
import { encodeUtf8 } from '../pack/utf8.ts';

/*
 * The one signed envelope of all small files that people exchange: canonical JSON of format, version, content, key and
 * an Ed25519 signature over `<format>/<version>\n` and the canonical content.
 */
export const envelopeFormats = [
  'beredd-card',
  'beredd-key',
  'beredd-receipt',
  'beredd-identity',
  'beredd-succession',
] as const;
export type EnvelopeFormat = (typeof envelopeFormats)[number];

/** The version that is written, and the newest that is read. */
export const envelopeVersion = 1;

/** No file of these kinds is anywhere near this large. */
export const largestEnvelopeBytes = 256 * 1024;

/** Signs with a secret key: the 64 bytes of an Ed25519 signature (RFC 8032). */
export type Sign = (message: Uint8Array) => Uint8Array;

/** True when `signature` is that of `message` by the key of these raw 32 bytes. */
export type Verify = (rawKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A signer as the envelope needs it. */
export interface EnvelopeSigner {
  readonly publicKey: Pick<MinisignPublicKey, 'line'>;
  readonly sign: Sign;
}

/** What stood in an envelope whose signature was checked. */
export interface Signed<C> {
  readonly content: C;
  /** minisign public key line of whoever signed, `RW…`. */
  readonly key: string;
}

const signedMessage = (format: EnvelopeFormat, content: unknown): Uint8Array =>
  encodeUtf8(`${format}/${envelopeVersion}\n${canonicalJson(content)}`);

/** The bytes of a signed envelope. Throws a TypeError on content that JSON cannot carry. */
export function writeEnvelope(format: EnvelopeFormat, content: object, signer: EnvelopeSigner): Uint8Array {
  const signature = encodeBase64(signer.sign(signedMessage(format, content)));
  const envelope = { format, version: envelopeVersion, content, key: signer.publicKey.line, signature };
  return encodeUtf8(canonicalJson(envelope));
}

const envelopeSchema = closed({
  format: text,
  version: v.literal(envelopeVersion),
  content: extensions,
  key: text,
  signature: text,
});

/**
 * From hostile bytes to content whose signature fits the key named beside it. Whether that key is anybody's is the
 * caller's to judge. Fails with exchangeUnreadable (another kind of file, or detail.rule and detail.path), with
 * exchangeNewer, or with exchangeForged when the signature does not fit.
 */
export function readEnvelope<C>(
  bytes: Uint8Array,
  format: EnvelopeFormat,
  schema: v.GenericSchema<unknown, C>,
  verify: Verify,
): Result<Signed<C>> {
  const envelope = readOuter(bytes, format);
  if (!envelope.ok) return envelope;
  const { content, key, signature } = envelope.value;
  const publicKey = parsePublicKeyLine(key);
  const signatureBytes = decodeBase64(signature);
  if (publicKey === null || signatureBytes?.length !== 64) return unreadable('signature-format');
  if (!verify(publicKey.key, signedMessage(format, content), signatureBytes)) {
    return failure('exchangeForged');
  }
  // Nothing of the content is looked at before its signature is checked.
  const textFault = findTextFault(content);
  if (textFault !== null) return unreadable(textFault.rule, textFault.path);
  const checked = checkShape(schema, content);
  return checked.ok ? ok({ content: checked.value, key }) : asUnreadable(checked.error.detail);
}

type Outer = v.InferOutput<typeof envelopeSchema>;

function readOuter(bytes: Uint8Array, format: EnvelopeFormat): Result<Outer> {
  if (bytes.length > largestEnvelopeBytes) return unreadable('too-large');
  const json = parseCanonicalJson(bytes);
  if (!json.ok) return asUnreadable(json.error.detail);
  const { value } = json;
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== format) {
    return unreadable('other-format');
  }
  // Asked before the shape: a newer file may well have other keys.
  const version = 'version' in value ? value.version : null;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > envelopeVersion) {
    return failure('exchangeNewer', { detail: { version } });
  }
  const outer = checkShape<Outer>(envelopeSchema, value);
  return outer.ok ? outer : asUnreadable(outer.error.detail);
}

/** The format that a file names, when it names one of ours; says nothing about whether it is sound. */
export function envelopeFormatOf(bytes: Uint8Array): EnvelopeFormat | null {
  if (bytes.length > largestEnvelopeBytes) return null;
  const json = parseCanonicalJson(bytes);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || !('format' in json.value)) {
    return null;
  }
  const { format } = json.value;
  return envelopeFormats.find((each) => each === format) ?? null;
}

const unreadable = (rule: string, path = ''): ReturnType<typeof failure> =>
  failure('exchangeUnreadable', { detail: { rule, path } });

const asUnreadable = (
  detail: Readonly<Record<string, string | number>> | undefined,
): ReturnType<typeof failure> =>
  failure('exchangeUnreadable', { detail: { rule: 'kind-of-value', ...detail } });
