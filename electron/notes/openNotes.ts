import { ok } from '../../core/errors.ts';
import type { NotesService } from './notesService.ts';
import type { SealedNotes } from './sealedJournal.ts';

/**
 * The same notes without those on sealed items: for whatever writes what it reads in the clear, such as a print, a file
 * to take along, or places that are kept between starts.
 */
export const withoutSealedNotes = (notes: NotesService, sealed: KnowsSealed): NotesService =>
  parted(notes, sealed, false);

/** The others: notes on what is sealed, for whatever keeps what it reads in memory only. */
export const onlySealedNotes = (notes: NotesService, sealed: KnowsSealed): NotesService =>
  parted(notes, sealed, true);

type KnowsSealed = Pick<SealedNotes, 'isSealed' | 'learn'>;

const parted = (
  notes: NotesService,
  { isSealed, learn }: KnowsSealed,
  wantsSealed: boolean,
): NotesService => ({
  ...notes,
  list: async (meetingId) => {
    // What is sealed in any revision must be known before anything is let through.
    await learn?.(meetingId);
    const listed = await notes.list(meetingId);
    if (!listed.ok) return listed;
    const annotations = listed.value.annotations.filter(({ target }) => isSealed(target) === wantsSealed);
    return ok({ ...listed.value, annotations });
  },
});
