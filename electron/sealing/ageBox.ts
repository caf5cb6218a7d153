import type { Encrypter } from 'age-encryption';

/*
 * age with X25519 keys (age-encryption.org/v1), as the `age` program writes and reads it.
 */

/** Read when it is first needed: it is large, and the library is on the screen before anything is sealed or opened. */
export const loadAge = (): Promise<typeof import('age-encryption')> => import('age-encryption');

/** A new secret identity, `AGE-SECRET-KEY-1…`. */
export const newAgeIdentity = async (): Promise<string> => (await loadAge()).generateX25519Identity();

/** The recipient, `age1…`, of a secret identity. */
export const recipientOf = async (identity: string): Promise<string> =>
  (await loadAge()).identityToRecipient(identity);

async function encrypterFor(recipients: readonly string[]): Promise<Encrypter> {
  const { Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter;
}

/** Encrypts to everyone named. Throws when one is no X25519 recipient. */
export const encryptTo = async (recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> =>
  (await encrypterFor(recipients)).encrypt(plain);

/** The same for what does not fit into memory. */
export const encryptStreamTo = async (
  recipients: readonly string[],
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> => (await encrypterFor(recipients)).encrypt(plain);

export type Decrypted =
  | { readonly state: 'open'; readonly plain: Uint8Array }
  /** `otherKey`: none of the identities fits; `damaged`: no age file, or changed bytes. */
  | { readonly state: 'otherKey' | 'damaged' };

/** Decrypts hostile bytes with the first identity that fits. */
export async function decryptWith(identities: readonly string[], sealed: Uint8Array): Promise<Decrypted> {
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return { state: 'open', plain: await decrypter.decrypt(sealed) };
  } catch (error) {
    return { state: isNoMatch(error) ? 'otherKey' : 'damaged' };
  }
}

/** The library's only word for identities that do not fit; everything else is damage. */
export const isNoMatch = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('no identity matched');

/** True when the text is a recipient whose checksum is right. */
export async function isRecipient(text: string): Promise<boolean> {
  const { Encrypter } = await loadAge();
  try {
    new Encrypter().addRecipient(text);
    return /^age1[02-9ac-hj-np-z]{58}$/.test(text);
  } catch {
    return false;
  }
}
