import canonicalize from 'canonicalize';
import type { Result } from '../errors.ts';
import { ok } from '../errors.ts';
import { packLimits } from './packLimits.ts';
import { manifestFailure } from './packRules.ts';
import { decodeUtf8 } from './utf8.ts';

/**
 * The canonical text of a JSON value (RFC 8785). Throws a TypeError on a value that JSON cannot carry: undefined,
 * functions, numbers that are not finite.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

const codes = {
  quote: 0x22,
  backslash: 0x5c,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
};

/** How deeply arrays and objects of a JSON text are nested; the outermost counts 1. Works on any text. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === codes.backslash) i += 1;
      else if (code === codes.quote) inString = false;
    } else if (code === codes.quote) inString = true;
    else if (code === codes.openBrace || code === codes.openBracket)
      deepest = Math.max(deepest, (depth += 1));
    else if (code === codes.closeBrace || code === codes.closeBracket) depth -= 1;
  }
  return deepest;
}

/**
 * From bytes to a JSON value, in the order of the format: fatal UTF-8, nesting, parse, equality with the own canonical
 * form. Fails with packManifest. Equality of texts is equality of bytes, because decoding is injective.
 */
export function parseCanonicalJson(bytes: Uint8Array): Result<unknown> {
  if (bytes.length > packLimits.manifestBytes) return manifestFailure('too-large');
  const text = decodeUtf8(bytes);
  if (text === null) return manifestFailure('not-utf8');
  if (nestingDepth(text) > packLimits.nesting) return manifestFailure('nested-too-deeply');
  const value = parseJson(text);
  if (value === undefined) return manifestFailure('not-json');
  return isCanonical(value, text) ? ok(value) : manifestFailure('not-canonical');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch (error) {
    // `1e999` parses to Infinity, which has no JSON form.
    if (error instanceof Error) return false;
    throw error;
  }
}
