import * as v from 'valibot';
import { noteClasses } from '../annotation/annotation.ts';
import type { DigestWarning } from '../preparation/digest/digestWarnings.ts';
import type { DigestChoice } from '../preparation/digest/digestChoice.ts';
import { digestChoiceSchema } from '../preparation/digest/digestChoice.ts';
import type { PlanView } from '../preparation/planView.ts';
import type { TextDocument } from '../preparation/textDocument.ts';
import { sheetPicturesSchema } from '../preparation/sheetPictures.ts';
import { event, request, uuid } from './contractEntry.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A digest as it will go out, and what to look at before it does. */
export interface DigestPreview {
  readonly document: TextDocument;
  readonly warnings: readonly DigestWarning[];
}

/** What the person prepares for a meeting, and what goes out of it as files. */
export const preparationContract = {
  /** Saves sheets of items (null: all) as a file; null when the person chose none. */
  saveSheet: request<{ file: string } | null>()(
    v.object({
      meetingId: uuid,
      itemIds: v.nullable(v.pipe(v.array(uuid), v.maxLength(5000))),
      as: v.picklist(['pdf', 'docx', 'markdown']),
      classes: v.array(v.picklist(noteClasses)),
      withConflict: v.boolean(),
      /** What was drawn on pages and areas, drawn by the window; left out: words only. */
      pictures: v.exactOptional(sheetPicturesSchema),
    }),
  ),
  saveNotes: request<{ file: string; noteCount: number } | null>()(
    v.object({
      meetingId: uuid,
      as: v.picklist(['jsonld', 'csv']),
      classes: v.array(v.picklist(noteClasses)),
      /** Only these; left out: all. */
      ids: v.exactOptional(v.pipe(v.array(uuid), v.maxLength(20_000))),
    }),
  ),
  /** Copies of the PDFs that have notes, with the notes as standard annotations, into a folder; null when none was chosen. */
  saveCopies: request<{ folder: string; files: number; notes: number } | null>()(
    v.object({ meetingId: uuid }),
  ),
  /** The meeting, days to have read items by, and tasks with a day, as a calendar file. */
  saveCalendar: request<{ file: string } | null>()(v.object({ meetingId: uuid })),
  /** What the reading plan is made of. Words that are not known yet are looked for and told by `planChanged`. */
  plan: request<PlanView>()(v.object({ meetingId: uuid })),
  /** A day by which an item is to have been read; null takes it away. */
  setDeadline: request<PlanView>()(v.object({ meetingId: uuid, itemId: uuid, day: v.nullable(day) })),
  /** The person's own order of the plan; empty: decisions first. */
  setPlanOrder: request<PlanView>()(
    v.object({ meetingId: uuid, itemIds: v.pipe(v.array(uuid), v.maxLength(5000)) }),
  ),
  /** Words a minute as the person says; null: learn again. */
  setReadingSpeed: request<PlanView>()(
    v.object({
      meetingId: uuid,
      wordsPerMinute: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(10_000))),
    }),
  ),
  /** Removes what was measured of reading. */
  forgetReading: request<PlanView>()(v.object({ meetingId: uuid })),
  /** Pages of a document that were read, with the time they were in view while the person was active. */
  addReading: request<void>()(
    v.object({
      meetingId: uuid,
      documentId: uuid,
      pages: v.pipe(
        v.array(
          v.object({
            page: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
            seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
          }),
        ),
        v.maxLength(100),
      ),
    }),
  ),
  planChanged: event<{ meetingId: string }>(),
  /** What was last chosen for the public digest of a meeting; null before the first time. */
  digestChoice: request<DigestChoice | null>()(v.object({ meetingId: uuid })),
  /** The digest as it will go out, from what is chosen; the choice is remembered. */
  composeDigest: request<DigestPreview>()(v.object({ meetingId: uuid, choice: digestChoiceSchema })),
  /** Saves the digest as one file; null when the person chose none. */
  saveDigest: request<{ file: string } | null>()(
    v.object({ meetingId: uuid, choice: digestChoiceSchema, as: v.picklist(['html', 'markdown']) }),
  ),
} as const;
