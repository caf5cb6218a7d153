import type * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure } from '../errors.ts';
import type { Instant } from '../pack/manifest.ts';
import { closed, instant } from '../pack/manifestValues.ts';
import type { EnvelopeSigner, Signed, Verify } from './envelope.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { publicKey, shortName } from './exchangeValues.ts';

/** The municipality's old root key names the one that comes after it; signed by the old one. */
export interface RootSuccession {
  readonly municipality: string;
  /** minisign public key lines, `RW…`. */
  readonly from: string;
  readonly to: string;
  readonly issued: Instant;
}

/** The extension of the file, without dot. */
export const successionExtension = 'beredd-succession';

const successionSchema: v.GenericSchema<unknown, RootSuccession> = closed({
  municipality: shortName,
  from: publicKey,
  to: publicKey,
  issued: instant,
});

/** The bytes of the letter about a new root key, signed by the old one. */
export const writeSuccession = (succession: RootSuccession, oldRoot: EnvelopeSigner): Uint8Array =>
  writeEnvelope('beredd-succession', succession, oldRoot);

/**
 * From hostile bytes to a letter that the old root it names signed. Whether that root is anybody's is the reader's to
 * judge. Fails as `readEnvelope` does, and with exchangeForged when another key signed, or when old and new are one.
 */
export function readSuccession(bytes: Uint8Array, verify: Verify): Result<Signed<RootSuccession>> {
  const letter = readEnvelope(bytes, 'beredd-succession', successionSchema, verify);
  if (!letter.ok) return letter;
  const { from, to } = letter.value.content;
  return letter.value.key === from && from !== to ? letter : failure('exchangeForged');
}
