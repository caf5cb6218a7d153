import * as v from 'valibot';
import type { DraftFile } from '../draft/draft.ts';
import { draftFileSchema } from '../draft/draft.ts';
import type { Sha256, Uuid } from '../pack/manifest.ts';

const page = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What was found out about a file by reading all of it. Says where numbers stand, never which. */
export const fileFactsSchema = v.object({
  condition: draftFileSchema.entries.condition,
  pageCount: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Pages that show pictures and have no text: they cannot be searched, nor read aloud. */
  pagesWithoutText: v.array(page),
  numbers: v.array(
    v.object({
      page,
      kind: v.picklist(['personal', 'coordination']),
      count: v.pipe(v.number(), v.integer()),
    }),
  ),
});
export type FileFacts = v.InferOutput<typeof fileFactsSchema>;

/** What pre-flight is told beside the draft itself. */
export interface PreflightContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The local calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Null while a file has not been read. */
  readonly factsOf: (sha256: Sha256) => FileFacts | null;
  /** Whether the bytes are there. */
  readonly isHere: (sha256: Sha256) => boolean;
  /** Whether a person has sent a card; null when nobody knows. */
  readonly hasCard: (person: Uuid) => boolean | null;
  /** Sealed items that cannot be opened now: nothing is said of what is in them. */
  readonly locked: ReadonlySet<Uuid>;
}

/** How a file is, by what was read of it or, until then, by what was noted when it was taken in. */
export const conditionOf = (
  file: DraftFile,
  context: Pick<PreflightContext, 'factsOf'>,
): DraftFile['condition'] => context.factsOf(file.sha256)?.condition ?? file.condition;
