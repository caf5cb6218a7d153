import type { Card } from '../../core/exchange/card.ts';
import { writeCard } from '../../core/exchange/card.ts';
import type { EnvelopeSigner } from '../../core/exchange/envelope.ts';
import { readIdentityFile, writeIdentityFile } from '../../core/exchange/identityFile.ts';
import type { Receipt } from '../../core/exchange/receipt.ts';
import { writeReceipt } from '../../core/exchange/receipt.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Instant, Uuid } from '../../core/pack/manifest.ts';
import type { Sealing } from '../backup/sealing.ts';
import { envelopeSigner, verifyEnvelope } from '../crypto/envelopeSigning.ts';
import { newSigner } from '../crypto/keyFile.ts';
import { newAgeIdentity, recipientOf } from '../sealing/ageBox.ts';
import type { Keyring } from './keyring.ts';
import type { OwnPerson } from './keyringData.ts';
import { secretOf, signerFrom } from './signingKeys.ts';

export interface NewPerson {
  /** The id in rosters; a new one when the person stands in none. */
  readonly person: Uuid;
  readonly name: string;
  readonly bodies: readonly Uuid[];
  readonly roles: readonly string[];
}

/** The person of this computer. */
export interface OwnIdentity {
  readonly person: () => OwnPerson | null;
  /** Fails with identityExists, identityPassphrase (one is needed), identityLocked. */
  readonly make: (person: NewPerson, passphrase: string | null) => Promise<Result<void>>;
  /** New keys for the same person; the old ones still open what was sealed for them. Fails with identityMissing or identityLocked. */
  readonly renew: () => Promise<Result<void>>;
  /** The bytes of the card. Fails with identityMissing or identityLocked. */
  readonly card: () => Result<Uint8Array>;
  readonly receipt: (receipt: Receipt) => Result<Uint8Array>;
  /** The bytes of an identity file for another device. */
  readonly exportFile: (passphrase: string) => Promise<Result<Uint8Array>>;
  /** Takes one in. Fails with identityPassphrase, exchangeUnreadable, exchangeForged, exchangeNewer. */
  readonly importFile: (
    bytes: Uint8Array,
    filePassphrase: string,
    passphrase: string | null,
  ) => Promise<Result<void>>;
  /** Secret identities, the present one first; none while locked. */
  readonly identities: () => readonly string[];
  /** The person's public recipient, known also while locked. */
  readonly recipient: () => string | null;
}

export interface OwnIdentityOptions {
  readonly keyring: Keyring;
  readonly passphrases: Sealing;
  /** Now, with the offset of the place. */
  readonly instant: () => Instant;
}

export function createOwnIdentity({ keyring, passphrases, instant }: OwnIdentityOptions): OwnIdentity {
  const signer = (): Result<EnvelopeSigner> => {
    const secrets = keyring.secrets();
    const person = keyring.data().person;
    if (!secrets.ok) return secrets;
    if (person === null || secrets.value.person === null) return failure('identityMissing');
    const own = signerFrom(person.signingKey, secrets.value.person.signingSecret);
    return own.ok ? ok(envelopeSigner(own.value)) : own;
  };
  const keep = (person: OwnPerson, secret: { signingSecret: string; ageIdentity: string }) =>
    keyring.change(
      (secrets) => ({
        ...secrets,
        person: secret,
        earlierIdentities: [
          ...(secrets.person === null ? [] : [secrets.person.ageIdentity]),
          ...secrets.earlierIdentities,
        ].filter((each) => each !== secret.ageIdentity),
      }),
      (data) => ({ ...data, person }),
    );
  const keepNewKeys = async ({ person, name, bodies, roles }: NewPerson): Promise<Result<void>> => {
    const made = newSigner();
    const ageIdentity = await newAgeIdentity();
    return keep(
      {
        person,
        name,
        bodies: [...bodies],
        roles: [...roles],
        recipient: await recipientOf(ageIdentity),
        signingKey: made.publicKey.line,
        created: instant(),
      },
      { signingSecret: secretOf(made.privateKey), ageIdentity },
    );
  };
  return {
    person: () => keyring.data().person,
    make: async (person, passphrase) => {
      if (keyring.data().person !== null) return failure('identityExists');
      const begun = await keyring.begin(passphrase);
      if (!begun.ok) return begun;
      return keepNewKeys(person);
    },
    renew: () => {
      const person = keyring.data().person;
      return person === null ? Promise.resolve(failure('identityMissing')) : keepNewKeys(person);
    },
    card: () => {
      const person = keyring.data().person;
      const own = signer();
      if (!own.ok) return own;
      if (person === null) return failure('identityMissing');
      const { created: _made, ...fields } = person;
      const card: Card = { ...fields, issued: instant() };
      return ok(writeCard(card, own.value));
    },
    receipt: (receipt) => {
      const own = signer();
      return own.ok ? ok(writeReceipt(receipt, own.value)) : own;
    },
    exportFile: async (passphrase) => {
      const secrets = keyring.secrets();
      const person = keyring.data().person;
      const own = signer();
      if (!secrets.ok) return secrets;
      if (!own.ok) return own;
      if (person === null || secrets.value.person === null) return failure('identityMissing');
      const plain = writeIdentityFile({ ...person, ...secrets.value.person }, own.value);
      return ok(await passphrases.seal(plain, passphrase.normalize('NFC')));
    },
    importFile: async (bytes, filePassphrase, passphrase) => {
      const opened = await passphrases.unseal(bytes, filePassphrase.normalize('NFC'));
      if (opened.state === 'passphrase')
        return failure('identityPassphrase', { detail: { reason: 'wrong' } });
      if (opened.state !== 'open')
        return failure('exchangeUnreadable', { detail: { rule: 'other-format', path: '' } });
      const file = readIdentityFile(opened.plain, verifyEnvelope);
      if (!file.ok) return file;
      const { signingSecret, ageIdentity, ...person } = file.value.content;
      const isSound = (await recipientOf(ageIdentity)) === person.recipient;
      const key = signerFrom(person.signingKey, signingSecret);
      if (!isSound || !key.ok) return failure('exchangeForged');
      const begun = await keyring.begin(passphrase);
      if (!begun.ok) return begun;
      return keep(
        { ...person, bodies: [...person.bodies], roles: [...person.roles] },
        { signingSecret, ageIdentity },
      );
    },
    identities: () => {
      const secrets = keyring.secrets();
      if (!secrets.ok) return [];
      const { person, earlierIdentities } = secrets.value;
      return [...(person === null ? [] : [person.ageIdentity]), ...earlierIdentities];
    },
    recipient: () => keyring.data().person?.recipient ?? null,
  };
}
