import * as v from 'valibot';
import { base64, publicKey, shortName } from '../../core/exchange/exchangeValues.ts';

/** The content of `office.json`: public all of it. */
export const officeSchema = v.object({
  root: v.nullable(
    v.object({
      name: shortName,
      key: publicKey,
      /** trust.json as it was signed, and its signature file. */
      trust: base64(1024 * 1024),
      signature: base64(16 * 1024),
      /** The letter in which the root before this one named it. Files of older programs lack it. */
      succession: v.optional(v.object({ from: publicKey, letter: base64(256 * 1024) })),
    }),
  ),
});
export type OfficeData = v.InferOutput<typeof officeSchema>;
