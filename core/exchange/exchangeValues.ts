import * as v from 'valibot';
import { decodeBase64 } from '../pack/base64.ts';
import { parsePublicKeyLine } from '../pack/minisign.ts';
import { text } from '../pack/manifestValues.ts';

/** Names, parties and roles of people: long enough for anybody's, short enough for a line. */
export const shortName = v.pipe(text, v.minLength(1, 'kind-of-value'), v.maxLength(200, 'too-large'));

/** An X25519 recipient of age: `age1` and 58 characters of bech32. Its checksum is checked when it is used. */
export const ageRecipient = v.pipe(text, v.regex(/^age1[02-9ac-hj-np-z]{58}$/, 'kind-of-value'));

/** A secret X25519 identity of age. */
export const ageIdentity = v.pipe(text, v.regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/, 'kind-of-value'));

/** A minisign public key line, `RW…`. */
export const publicKey = v.pipe(
  text,
  v.check((line) => parsePublicKeyLine(line) !== null, 'kind-of-value'),
);

/** Bytes as strict base64, at most so many. */
export const base64 = (largestBytes: number) =>
  v.pipe(
    text,
    v.maxLength(Math.ceil(largestBytes / 3) * 4, 'too-large'),
    v.check((value) => decodeBase64(value) !== null, 'kind-of-value'),
  );
