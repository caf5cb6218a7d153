/* Strict base64 (RFC 4648 §4, padded, no line breaks, zero trailing bits): one text for each byte sequence. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The base64 text of `bytes`, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const present = Math.min(3, bytes.length - i);
    for (let digit = 0; digit < 4; digit += 1) {
      text += digit <= present ? (alphabet[(group >> (18 - 6 * digit)) & 63] ?? '') : '=';
    }
  }
  return text;
}

/** The bytes of `text`, or null when it is not the one base64 text of any bytes. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4, at += 3) {
    let group = 0;
    for (let digit = 0; digit < 4; digit += 1) {
      group = (group << 6) | Math.max(0, alphabet.indexOf(text[i + digit] ?? '='));
    }
    for (let k = 0; k < 3 && at + k < bytes.length; k += 1) bytes[at + k] = (group >> (16 - 8 * k)) & 255;
  }
  return encodeBase64(bytes) === text ? bytes : null;
}
