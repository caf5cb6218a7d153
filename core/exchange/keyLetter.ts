import type * as v from 'valibot';
import type { Result } from '../errors.ts';
import type { Uuid } from '../pack/manifest.ts';
import { closed, uuid, wholeNumber } from '../pack/manifestValues.ts';
import type { EnvelopeSigner, Signed, Verify } from './envelope.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { base64 } from './exchangeValues.ts';

/** The key of one sealed item for one more person: the substitute called in today. */
export interface KeyLetter {
  readonly pack: Uuid;
  readonly revision: number;
  readonly item: Uuid;
  /** `key.age` for that person alone, base64. */
  readonly key: string;
}

/** The extension of the file, without dot. */
export const keyLetterExtension = 'beredd-key';

const keyLetterSchema: v.GenericSchema<unknown, KeyLetter> = closed({
  pack: uuid,
  revision: wholeNumber(1),
  item: uuid,
  key: base64(16 * 1024),
});

/** The bytes of a key letter, signed by the secretary's signing key. */
export const writeKeyLetter = (letter: KeyLetter, signer: EnvelopeSigner): Uint8Array =>
  writeEnvelope('beredd-key', letter, signer);

/** From hostile bytes to a key letter. Whether its key issued that pack is the caller's to judge. Fails as `readEnvelope` does. */
export const readKeyLetter = (bytes: Uint8Array, verify: Verify): Result<Signed<KeyLetter>> =>
  readEnvelope(bytes, 'beredd-key', keyLetterSchema, verify);
