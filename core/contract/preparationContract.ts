import * as v from 'valibot';
import { noteClasses } from '../annotation/annotation.ts';
import { request, uuid } from './contractEntry.ts';

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
    }),
  ),
  saveNotes: request<{ file: string; noteCount: number } | null>()(
    v.object({
      meetingId: uuid,
      as: v.picklist(['jsonld', 'csv']),
      classes: v.array(v.picklist(noteClasses)),
    }),
  ),
  /** Copies of the PDFs that have notes, with the notes as standard annotations, into a folder; null when none was chosen. */
  saveCopies: request<{ folder: string; files: number; notes: number } | null>()(
    v.object({ meetingId: uuid }),
  ),
  /** Takes in notes of this meeting from a file of W3C annotations or an annotated copy; those that are here already are not doubled. */
  readNotes: request<{ noteCount: number; newNoteCount: number; skipped: number } | null>()(
    v.object({ meetingId: uuid }),
  ),
  /** The meeting, a day to have read by, and tasks with a day, as a calendar file. */
  saveCalendar: request<{ file: string } | null>()(
    v.object({
      meetingId: uuid,
      readingDay: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
    }),
  ),
} as const;
