import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { canonicalJson } from '../pack/canonicalJson.ts';
import type { Sealed, Sha256, UnitBriefing, Uuid } from '../pack/manifest.ts';
import { unitBriefingEntries } from '../pack/manifestSchema.ts';
import { briefingSeries } from '../pack/manifest.ts';
import { choice, closed, listOf } from '../pack/manifestValues.ts';
import { encodeUtf8 } from '../pack/utf8.ts';
import type { SealedDocument, SealedFile } from './sealedDocument.ts';
import {
  asSealedDocuments,
  openedDocument,
  parseSealedContent,
  sealedDocumentSchema,
} from './sealedDocument.ts';

/*
 * What `sealed/<slug>/item.age` holds of a unit briefing: the complete briefing, as for an item.
 */

export interface SealedBriefing extends Omit<UnitBriefing, 'documents'> {
  readonly documents: readonly SealedDocument[];
}

const sealedBriefingSchema: v.GenericSchema<unknown, SealedBriefing> = closed({
  ...unitBriefingEntries,
  series: choice(briefingSeries),
  documents: listOf(sealedDocumentSchema),
  // Inside the seal nothing is sealed again.
  sealed: v.null('sealed-content'),
});

/** The bytes of `item.age` before encryption. */
export const sealedBriefingBytes = (briefing: SealedBriefing): Uint8Array =>
  encodeUtf8(canonicalJson(briefing));

/** From decrypted bytes to the briefing that stands publicly as `id`, sealed under `slug`. Fails as parseSealedContent. */
export const parseSealedBriefing = (bytes: Uint8Array, id: Uuid, slug: string): Result<SealedBriefing> =>
  parseSealedContent(
    bytes,
    { id, slug },
    { schema: sealedBriefingSchema, documents: (briefing) => briefing.documents },
  );

/** Puts sealed files in the place of open ones. Throws when `fileOf` knows none for a document. */
export const briefingWithSealedFiles = (
  briefing: UnitBriefing,
  fileOf: (sha256: Sha256) => SealedFile | undefined,
): SealedBriefing => ({
  ...briefing,
  sealed: null,
  documents: asSealedDocuments(briefing.documents, fileOf),
});

/** The briefing as a manifest would have it openly, its documents with the SHA-256s of their plaintext. */
export const openedBriefing = (briefing: SealedBriefing): UnitBriefing => ({
  ...briefing,
  documents: briefing.documents.map(openedDocument),
});

/** A briefing of which only its unit is known. */
export const shutBriefing = ({ id, unit }: Pick<UnitBriefing, 'id' | 'unit'>): UnitBriefing => ({
  id,
  unit,
  presenter: null,
  series: null,
  period: null,
  start: null,
  minutes: null,
  sections: [],
  keyFigures: [],
  commitments: [],
  documents: [],
  sealed: null,
  extensions: {},
});

/** The face that everyone sees: which unit, and how many pages it has. */
export const publicBriefing = (
  briefing: Pick<UnitBriefing, 'id' | 'unit'>,
  sealed: Sealed,
): UnitBriefing => ({ ...shutBriefing(briefing), sealed });
