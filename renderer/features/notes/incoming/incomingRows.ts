import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { IncomingNote } from '../../../../core/contract/incomingContract.ts';
import type { MeetingView } from '../../../../core/library/views.ts';
import { meetingIndex } from '../meetingIndex.ts';
import { placeNotes } from '../placedNotes.ts';
import type { ShownNote } from '../shownNote.ts';

/** A note that may be taken in, where it would stand. */
export interface IncomingRow extends ShownNote {
  readonly incoming: IncomingNote;
}

/** In reading order. */
export function incomingRows(notes: readonly IncomingNote[], view: MeetingView): readonly IncomingRow[] {
  const byId = new Map(notes.map((incoming) => [incoming.id, incoming]));
  const asNotes = notes.map(({ id, draft, time }): Annotation => ({
    ...draft,
    id,
    createdAt: time ?? 0,
    modifiedAt: time ?? 0,
    conflictingTexts: [],
  }));
  return placeNotes(asNotes, view, meetingIndex(view)).flatMap((placed) => {
    const incoming = byId.get(placed.note.id);
    return incoming === undefined ? [] : [{ ...placed, key: placed.note.id, incoming }];
  });
}
