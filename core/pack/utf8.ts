/*
 * Strict UTF-8 (RFC 3629) without the platform: core compiles without TextDecoder. Decoding is injective, so two byte
 * sequences are equal exactly when their decoded texts are.
 */
const chunkLength = 8192;

/** First byte → how many bytes follow, the smallest code point allowed, and the bits of the first byte. */
function leadOf(byte: number): { following: number; least: number; bits: number } | null {
  if (byte >= 0xc2 && byte <= 0xdf) return { following: 1, least: 0x80, bits: byte & 0x1f };
  if (byte >= 0xe0 && byte <= 0xef) return { following: 2, least: 0x800, bits: byte & 0x0f };
  if (byte >= 0xf0 && byte <= 0xf4) return { following: 3, least: 0x10000, bits: byte & 0x07 };
  return null;
}

function sequenceAt(bytes: Uint8Array, at: number): { codePoint: number; length: number } | null {
  const lead = leadOf(bytes[at] ?? 0);
  if (lead === null) return null;
  let codePoint = lead.bits;
  for (let i = 1; i <= lead.following; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint < lead.least || codePoint > 0x10ffff || isSurrogate) return null;
  return { codePoint, length: lead.following + 1 };
}

/**
 * The text of `bytes`, or null when they are not well-formed UTF-8 (overlong forms, surrogates and cut sequences are
 * refused). A byte order mark is kept as U+FEFF.
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units.push(byte);
      at += 1;
    } else {
      const sequence = sequenceAt(bytes, at);
      if (sequence === null) return null;
      pushCodePoint(units, sequence.codePoint);
      at += sequence.length;
    }
    if (units.length >= chunkLength) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

function pushCodePoint(units: number[], codePoint: number): void {
  if (codePoint < 0x10000) {
    units.push(codePoint);
    return;
  }
  const offset = codePoint - 0x10000;
  units.push(0xd800 + (offset >> 10), 0xdc00 + (offset & 0x3ff));
}

/** The UTF-8 bytes of `text`. Throws a RangeError on a lone surrogate, which no valid text of ours contains. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) throw new RangeError('lone surrogate');
    length = writeCodePoint(bytes, length, codePoint);
  }
  return bytes.slice(0, length);
}

function writeCodePoint(bytes: Uint8Array, at: number, codePoint: number): number {
  if (codePoint < 0x80) {
    bytes[at] = codePoint;
    return at + 1;
  }
  const following = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
  const mark = [0, 0xc0, 0xe0, 0xf0][following] ?? 0;
  bytes[at] = mark | (codePoint >> (6 * following));
  for (let i = 1; i <= following; i += 1) {
    bytes[at + i] = 0x80 | ((codePoint >> (6 * (following - i))) & 0x3f);
  }
  return at + following + 1;
}
