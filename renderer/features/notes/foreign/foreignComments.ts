import type { NoteHeading } from '../../../../core/annotation/noteList.ts';
import type { DocumentEntry } from '../../../../core/library/views.ts';
import type { PageComment } from '../../../../core/pdf/comments.ts';
import { headingKey } from '../meetingIndex.ts';
import type { NoteChoice } from '../placedNotes.ts';

/** What somebody else wrote in a document of the meeting before it was sent out: shown beside the notes, never one of them. */
export interface ForeignComment {
  readonly key: string;
  /** The item or briefing that the document belongs to. */
  readonly heading: NoteHeading;
  readonly document: DocumentEntry;
  /** The document's own page, 1-based. */
  readonly page: number;
  readonly comment: PageComment;
}

export interface ForeignComments {
  /** Those of what is open. */
  readonly here: readonly ForeignComment[];
  readonly all: readonly ForeignComment[];
  readonly onGoTo: (comment: ForeignComment) => void;
}

/** Those that pass the filter. What only notes have (kinds, classes, colours, tags) no comment passes. */
export function chooseComments(
  comments: readonly ForeignComment[],
  choice: NoteChoice,
): readonly ForeignComment[] {
  const ofNotes = [choice.kinds, choice.noteClasses, choice.colours, choice.tags];
  if (choice.onlyMine || ofNotes.some((wanted) => (wanted ?? []).length > 0)) return [];
  const headings = new Set(choice.headings);
  const wanted = choice.text.trim().toLocaleLowerCase();
  return comments.filter(
    ({ heading, document, comment: { author, text } }) =>
      (headings.size === 0 || headings.has(headingKey(heading))) &&
      (!choice.onlyWithText || text.trim() !== '') &&
      (wanted === '' || `${author}\n${text}\n${document.title}`.toLocaleLowerCase().includes(wanted)),
  );
}
