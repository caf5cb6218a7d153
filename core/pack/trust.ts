import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import { parseCanonicalJson } from './canonicalJson.ts';
import type { CalendarDate, Instant, Uuid } from './manifest.ts';
import { calendarDate, closed, instant, listOf, orNull, text, uuid, wholeNumber } from './manifestValues.ts';
import { parsePublicKeyLine } from './minisign.ts';
import { entryNames } from './packLimits.ts';
import { manifestFailure } from './packRules.ts';
import { checkShape } from './signedJson.ts';
import { findTextFault } from './textRules.ts';

/** One person or office that may issue packs for the municipality. */
export interface TrustedSigner {
  /** minisign public key line, `RW…`. */
  readonly key: string;
  readonly name: string;
  /** The bodies it may issue for; null means all. */
  readonly bodies: readonly Uuid[] | null;
  readonly from: CalendarDate;
  /** The last day, or null while there is none. */
  readonly to: CalendarDate | null;
  readonly removed: Instant | null;
}

/** The list of signers that the municipality's root key signed. */
export interface Trust {
  readonly format: 'beredd-trust';
  readonly version: number;
  readonly municipality: string;
  readonly signers: readonly TrustedSigner[];
}

const keyLine = v.pipe(
  text,
  v.check((line) => parsePublicKeyLine(line) !== null, 'kind-of-value'),
);

const trustSchema: v.GenericSchema<Trust> = closed({
  format: v.literal('beredd-trust', 'not-a-manifest'),
  version: wholeNumber(1),
  municipality: text,
  signers: listOf(
    closed({
      key: keyLine,
      name: text,
      bodies: orNull(listOf(uuid)),
      from: calendarDate,
      to: orNull(calendarDate),
      removed: orNull(instant),
    }),
  ),
});

/**
 * From bytes, whose signature by the root was checked before, to the list of signers. Fails with packManifest; its
 * `entry` says that it is about trust.json.
 */
export function parseTrust(bytes: Uint8Array): Result<Trust> {
  const trust = parseTrustJson(bytes);
  if (trust.ok) return trust;
  return failure(trust.error.code, { detail: { ...trust.error.detail, entry: entryNames.trust } });
}

function parseTrustJson(bytes: Uint8Array): Result<Trust> {
  const json = parseCanonicalJson(bytes);
  if (!json.ok) return json;
  const textFault = findTextFault(json.value);
  if (textFault !== null) return manifestFailure(textFault.rule, textFault.path);
  const trust = checkShape(trustSchema, json.value);
  if (!trust.ok) return trust;
  const keys = trust.value.signers.map(({ key }) => key);
  const repeated = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  return repeated < 0 ? ok(trust.value) : manifestFailure('id-twice', `signers.${repeated}.key`);
}

/** What the root's list says about one pack. */
export type SignerStanding =
  | 'trusted'
  | 'notListed'
  | 'otherBody'
  | 'outsideDates' // issued before its first or after its last day
  | 'removed'; // removed, and this pack was not seen before that

/**
 * What `trust` says about a pack by `key` for `bodyId`, issued at `issued`. `firstSeenAt` is when this reader first saw
 * the pack (milliseconds since 1970), null when now for the first time: packs seen before a removal stay as they were.
 * The local clock is never asked.
 */
export function signerStanding(
  trust: Trust,
  pack: {
    readonly key: string;
    readonly bodyId: Uuid;
    readonly issued: Instant;
    readonly firstSeenAt: number | null;
  },
): SignerStanding {
  const signer = trust.signers.find(({ key }) => key === pack.key);
  if (signer === undefined) return 'notListed';
  if (signer.bodies !== null && !signer.bodies.includes(pack.bodyId)) return 'otherBody';
  // The issuer's own calendar day, as written: dates are days where the municipality is.
  const issuedOn = pack.issued.slice(0, 10);
  if (issuedOn < signer.from || (signer.to !== null && issuedOn > signer.to)) return 'outsideDates';
  const wasSeenBefore =
    signer.removed === null || (pack.firstSeenAt !== null && pack.firstSeenAt < Date.parse(signer.removed));
  return wasSeenBefore ? 'trusted' : 'removed';
}

/**
 * Whether the list that a pack carries lets its issuer issue it: for another body, by somebody who is not listed or
 * outside the signer's dates it fails with packSigner. A removed signer's pack passes: it may have been seen before.
 */
export function checkSigner(
  trust: Trust,
  pack: {
    readonly key: string;
    readonly body: { readonly id: Uuid; readonly name: string };
    readonly issued: Instant;
  },
): Result<void> {
  const { key, body, issued } = pack;
  const why = signerStanding(trust, { key, bodyId: body.id, issued, firstSeenAt: null });
  if (why === 'trusted' || why === 'removed') return ok(undefined);
  const signer = trust.signers.find((each) => each.key === key)?.name ?? '';
  return failure('packSigner', { detail: { why, signer, body: body.name } });
}

/** What to do with a list when another is remembered for the same root. */
export type TrustSuccession = 'newer' | 'same' | 'older' | 'fork';

/** A higher version replaces, a lower never does, and the same version with other bytes (told by SHA-256) is a fork. */
export function trustSuccession(
  known: { readonly version: number; readonly sha256: string },
  candidate: { readonly version: number; readonly sha256: string },
): TrustSuccession {
  if (candidate.version > known.version) return 'newer';
  if (candidate.version < known.version) return 'older';
  return candidate.sha256 === known.sha256 ? 'same' : 'fork';
}
