import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import { canonicalJson, parseCanonicalJson } from './canonicalJson.ts';
import type { Manifest } from './manifest.ts';
import { referenceFault } from './manifestReferences.ts';
import { manifestSchema } from './manifestSchema.ts';
import { manifestFailure } from './packRules.ts';
import { checkShape } from './signedJson.ts';
import { findTextFault } from './textRules.ts';
import { encodeUtf8 } from './utf8.ts';

/** The words in `requires` that this reader knows. Version 1 has none. */
const knownRequirements: ReadonlySet<string> = new Set();

/**
 * The only way from bytes to a manifest. The signature has been checked before. Fails with packManifest (rule, path),
 * or with packNewer for another version or an unknown word in `requires`.
 */
export function parseManifest(bytes: Uint8Array): Result<Manifest> {
  const json = parseCanonicalJson(bytes);
  return json.ok ? checkManifest(json.value) : json;
}

/** Everything that `parseManifest` asks of the JSON value itself; for writers, before it becomes bytes. */
export function checkManifest(value: unknown): Result<Manifest> {
  const newer = newerFault(value);
  if (newer !== null) return newer;
  const textFault = findTextFault(value);
  if (textFault !== null) return manifestFailure(textFault.rule, textFault.path);
  const manifest = checkShape(manifestSchema, value);
  if (!manifest.ok) return manifest;
  return referenceFault(manifest.value) ?? ok(manifest.value);
}

/** The bytes of a manifest that `checkManifest` accepted: its canonical JSON in UTF-8. */
export const manifestBytes = (manifest: Manifest): Uint8Array => encodeUtf8(canonicalJson(manifest));

// Asked before the schema: a newer manifest may well have other keys, and the person must hear "newer", not "wrong".
function newerFault(value: unknown): ReturnType<typeof failure> | null {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'beredd') {
    return manifestFailure('not-a-manifest');
  }
  const version = 'version' in value ? value.version : null;
  if (typeof version === 'number' && Number.isSafeInteger(version) && version > 1) {
    return failure('packNewer', { detail: { version } });
  }
  const requires = 'requires' in value && Array.isArray(value.requires) ? value.requires : [];
  const unknown = requires.find((word: unknown) => typeof word === 'string' && !knownRequirements.has(word));
  return typeof unknown === 'string'
    ? failure('packNewer', { detail: { requires: unknown.replace(/[^\w.-]/g, '?').slice(0, 60) } })
    : null;
}
