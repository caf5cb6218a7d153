import * as v from 'valibot';
import type { AnnotationDraft } from '../annotation/annotation.ts';
import type { LeftOut } from '../annotationImport/foreignAnnotation.ts';
import { path, request, uuid } from './contractEntry.ts';

/** A note that may be taken in. */
export interface IncomingNote {
  /** The same each time the same thing is read, whatever file it comes in. */
  readonly id: string;
  readonly draft: AnnotationDraft;
  /** A note of the person's own that comes back, from a copy or a file of notes that Beredd made. */
  readonly isOwn: boolean;
  /** It is among the meeting's notes already. */
  readonly isHere: boolean;
  /** How sure its place in the meeting's documents is; `nowhere`: it will lie in the tray with its words. */
  readonly place: 'sure' | 'check' | 'nowhere';
  /** When it was written, milliseconds since 1970; null when the file does not say. */
  readonly time: number | null;
}

/** What was found in a file. */
export interface IncomingNotes {
  /** Name of the file. */
  readonly file: string;
  readonly notes: readonly IncomingNote[];
  readonly leftOut: LeftOut;
  /** Notes of other meetings, and entries that do not follow the rules. */
  readonly skipped: number;
}

/** Notes from elsewhere: what others wrote into PDFs, copies that Beredd wrote, files of W3C annotations. */
export const incomingContract = {
  /**
   * Reads what can be taken in; nothing is, until the window says so with `notes.apply`. Null when the person chose no
   * file. Fails with `incomingNoMatch` when a PDF is none of the meeting's documents, with `notesImport`, or as documents do.
   */
  read: request<IncomingNotes | null>()(
    v.object({
      meetingId: uuid,
      from: v.variant('type', [
        v.object({ type: v.literal('chosen') }),
        v.object({ type: v.literal('file'), path }),
        /** The comments that stand in a document of the meeting itself. */
        v.object({ type: v.literal('document'), documentId: uuid }),
      ]),
    }),
  ),
} as const;
