import * as v from 'valibot';
import type { Result } from '../errors.ts';
import type { Instant, Sha256, Uuid } from '../pack/manifest.ts';
import { closed, instant, sha256, uuid, wholeNumber } from '../pack/manifestValues.ts';
import type { EnvelopeSigner, Signed, Verify } from './envelope.ts';
import { readEnvelope, writeEnvelope } from './envelope.ts';

interface ReceiptOf {
  readonly pack: Uuid;
  readonly revision: number;
  /** SHA-256 of that revision's manifest.json. */
  readonly manifest: Sha256;
  readonly person: Uuid;
}

/** What a person lets the secretary know: a revision was opened, or its documents and keys were disposed of. */
export type Receipt =
  (ReceiptOf & { readonly opened: Instant }) | (ReceiptOf & { readonly disposed: Instant });

/** The extension of the file, without dot. */
export const receiptExtension = 'beredd-receipt';

const common = { pack: uuid, revision: wholeNumber(1), manifest: sha256, person: uuid };

const receiptSchema: v.GenericSchema<unknown, Receipt> = v.union([
  closed({ ...common, opened: instant }),
  closed({ ...common, disposed: instant }),
]);

/** The bytes of a receipt, signed by the person. */
export const writeReceipt = (receipt: Receipt, signer: EnvelopeSigner): Uint8Array =>
  writeEnvelope('beredd-receipt', receipt, signer);

/** From hostile bytes to a receipt. Whether its key is that person's is the caller's to judge. Fails as `readEnvelope` does. */
export const readReceipt = (bytes: Uint8Array, verify: Verify): Result<Signed<Receipt>> =>
  readEnvelope(bytes, 'beredd-receipt', receiptSchema, verify);
