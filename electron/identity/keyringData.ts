import * as v from 'valibot';
import {
  ageIdentity,
  ageRecipient,
  base64,
  publicKey,
  shortName,
} from '../../core/exchange/exchangeValues.ts';
import { instant, uuid } from '../../core/pack/manifestValues.ts';

/*
 * The content of `identity.json`. Open: who the person is, and the public halves of all keys. Secret: one age file for
 * the keyring's master key, which is wrapped by the system's key store or by a passphrase.
 */
const largestSecrets = 1024 * 1024;

export const personSchema = v.object({
  person: uuid,
  name: shortName,
  bodies: v.array(uuid),
  roles: v.array(shortName),
  recipient: ageRecipient,
  signingKey: publicKey,
  created: instant,
});

/** A person of this computer, without secrets. */
export type OwnPerson = v.InferOutput<typeof personSchema>;

export const protectionSchema = v.object({
  kind: v.picklist(['system', 'passphrase']),
  /** The master key: by the system's key store, or as an age file with a passphrase. */
  wrapped: base64(16 * 1024),
  recipient: ageRecipient,
  /** Everything in `secretsSchema`, as an age file for `recipient`. */
  secrets: base64(largestSecrets),
});
export type Protection = v.InferOutput<typeof protectionSchema>;

export const officeKeySchema = v.object({ key: publicKey, name: shortName, made: v.number() });
export type OfficeKey = v.InferOutput<typeof officeKeySchema>;

export const keyringSchema = v.object({
  protection: v.nullable(protectionSchema),
  person: v.nullable(personSchema),
  officeKeys: v.array(officeKeySchema),
  /** Keyrings whose passphrase was forgotten, or that a backup brought locked: should it come back, nothing was thrown away. */
  forgotten: v.array(v.object({ at: v.number(), protection: protectionSchema })),
  /** Whether the secretary of a body may know what was opened; asked once. */
  receipts: v.record(v.string(), v.boolean()),
});
export type KeyringData = v.InferOutput<typeof keyringSchema>;

export const emptyKeyring = (): KeyringData => ({
  protection: null,
  person: null,
  officeKeys: [],
  forgotten: [],
  receipts: {},
});

/** A secret signing key as base64 of its PKCS#8 DER. */
export const signingSecret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{64}$/));

export const secretsSchema = v.object({
  /** The person's own; null when nobody has made an identity here. */
  person: v.nullable(v.object({ signingSecret: signingSecret, ageIdentity })),
  /** Identities the person had before: what was sealed for them still opens. */
  earlierIdentities: v.array(ageIdentity),
  /** What drafts of sealed items are encrypted to. */
  draftIdentity: ageIdentity,
  /** Those of other computers, from their backups. Files of older programs lack it. */
  otherDraftIdentities: v.optional(v.array(ageIdentity)),
  /** Secret halves of `officeKeys`, by key line. */
  officeKeys: v.record(v.string(), signingSecret),
});
/** Never written anywhere but inside `Protection.secrets`. */
export type KeyringSecrets = v.InferOutput<typeof secretsSchema>;
