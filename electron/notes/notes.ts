import path from 'node:path';
import type { AskedAct, NoteAct } from '../../core/annotation/noteActs.ts';
import type { NotesView } from '../../core/contract.ts';
import { failure, ok, type Result } from '../../core/errors.ts';
import type { Disk } from '../storage/disk.ts';
import { diskFailure, errorCodeOf } from '../storage/diskFailure.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import type { Profile } from '../storage/profile.ts';
import { createMeetingNotes, type MeetingNotes, type TakenIn } from './meetingNotes.ts';
import { openNoteCounts, type NoteCounts } from './noteCounts.ts';
import { openNotesJournal } from './notesJournal.ts';
import type { NotesService } from './notesService.ts';
import { sealedJournal, type SealedNotes } from './sealedJournal.ts';

/** All notes as operations, for the backup. */
export interface NotesTransfer {
  /** Every operation of every meeting. Fails when one meeting cannot be read: half a backup would not be told apart. */
  readonly exportAll: () => Promise<Result<ReadonlyMap<string, readonly unknown[]>>>;
  /** Adds what is not here; removes nothing; doing it twice adds nothing. */
  readonly takeIn: (meetingId: string, entries: readonly unknown[]) => Promise<Result<TakenIn>>;
}

export interface NotesOptions {
  readonly profile: Pick<Profile, 'layout' | 'operationIds'>;
  readonly newId: () => string;
  readonly disk?: Disk;
  readonly now?: () => number;
  /** Bytes of a log from which on a snapshot is worth its cost; a smaller log is read in an instant. */
  readonly snapshotAfter?: number;
  /** Keeps what is said about sealed items unreadable on the disk; without it nothing is encrypted. */
  readonly sealed?: SealedNotes;
  /** Told once for each meeting whose stored notes were damaged, when it is first opened. */
  readonly onSetAside?: (damage: { meetingId: string; setAside: string; keptOperations: number }) => void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The notes of one profile, whose lock the caller holds. A meeting's files are opened when it is first asked for. */
export function createNotes(options: NotesOptions): NotesService & NotesTransfer {
  const {
    profile,
    newId,
    disk = nodeDisk,
    now = Date.now,
    snapshotAfter = 256 * 1024,
    onSetAside,
    sealed,
  } = options;
  const folder = profile.layout.notes;
  const listeners = new Set<(view: NotesView) => void>();
  const meetings = new Map<string, Promise<Result<MeetingNotes>>>();
  let counts: Promise<Result<NoteCounts>> | null = null;

  const open = async (meetingId: string): Promise<Result<MeetingNotes>> => {
    const journal = await openNotesJournal({
      disk,
      now,
      snapshotAfter,
      folder: path.join(folder, meetingId),
      meeting: meetingId,
    });
    if (!journal.ok) return journal;
    const { damage } = journal.value;
    if (damage !== null) onSetAside?.({ meetingId, ...damage });
    return ok(
      createMeetingNotes({
        meeting: meetingId,
        journal: sealed === undefined ? journal.value : await sealedJournal(journal.value, sealed),
        operationIds: profile.operationIds,
        now,
        onChanged: (view) => listeners.forEach((listener) => listener(view)),
      }),
    );
  };

  const meetingNotes = (meetingId: string): Promise<Result<MeetingNotes>> => {
    if (!uuid.test(meetingId)) return Promise.resolve(failure('invalidArgument'));
    const found = meetings.get(meetingId);
    if (found !== undefined) return found;
    const opening = open(meetingId);
    meetings.set(meetingId, opening);
    // What could not be opened is tried again the next time.
    void opening.then(
      (result) => result.ok || meetings.delete(meetingId),
      () => meetings.delete(meetingId),
    );
    return opening;
  };

  const within = async <T>(
    meetingId: string,
    step: (notes: MeetingNotes) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const notes = await meetingNotes(meetingId);
    return notes.ok ? step(notes.value) : notes;
  };

  const knownMeetings = async (): Promise<readonly string[]> =>
    (await disk.names(folder)).filter((name) => uuid.test(name)).sort();

  const openCounts = (): Promise<Result<NoteCounts>> => (counts ??= openNoteCounts(disk, folder, now));

  const openMeetings = async (): Promise<ReadonlyMap<string, MeetingNotes>> => {
    const all = await Promise.all([...meetings].map(async ([id, opening]) => [id, await opening] as const));
    return new Map(all.flatMap(([id, notes]) => (notes.ok ? [[id, notes.value] as const] : [])));
  };

  const countOf = async (meetingId: string, remembered: NoteCounts | null): Promise<number> => {
    if (!meetings.has(meetingId)) {
      const known = await remembered?.remembered(meetingId);
      if (known !== undefined && known !== null) return known;
    }
    const notes = await meetingNotes(meetingId);
    return notes.ok ? notes.value.view().annotations.length : 0;
  };

  return {
    list: (meetingId) => within(meetingId, (notes) => Promise.resolve(ok(notes.view()))),
    add: (draft, id) => within(draft.target.meeting, (notes) => notes.add(id ?? newId(), draft)),
    edit: (meetingId, id, patch) => within(meetingId, (notes) => notes.edit(id, patch)),
    remove: (meetingId, id) => within(meetingId, (notes) => notes.remove(id)),
    apply: (meetingId, acts) =>
      within(meetingId, (notes) => notes.apply(acts.map((act) => withId(act, newId)))),
    undo: (meetingId) => within(meetingId, (notes) => notes.undo()),
    redo: (meetingId) => within(meetingId, (notes) => notes.redo()),
    takeIn: (meetingId, entries) => within(meetingId, (notes) => notes.takeIn(entries)),
    reopen: async () => {
      const open = await openMeetings();
      meetings.clear();
      for (const notes of open.values()) await notes.close();
      for (const meetingId of open.keys()) {
        const notes = await meetingNotes(meetingId);
        if (notes.ok) for (const listener of listeners) listener(notes.value.view());
      }
    },
    exportAll: async () => {
      try {
        const all = new Map<string, readonly unknown[]>();
        for (const meetingId of await knownMeetings()) {
          const notes = await meetingNotes(meetingId);
          if (!notes.ok) return notes;
          all.set(meetingId, notes.value.entries());
        }
        return ok(all);
      } catch (error) {
        return diskFailure(error, folder);
      }
    },
    counts: async () => {
      const remembered = await openCounts();
      const found = new Map<string, number>();
      for (const meetingId of await knownMeetings().catch(noneWhenUnreadable)) {
        found.set(meetingId, await countOf(meetingId, remembered.ok ? remembered.value : null));
      }
      return found;
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      const open = await openMeetings();
      meetings.clear();
      const numbers = new Map([...open].map(([id, notes]) => [id, notes.view().annotations.length]));
      for (const notes of open.values()) await notes.close();
      const remembered = await openCounts();
      const withFiles = new Set(await knownMeetings().catch(noneWhenUnreadable));
      if (remembered.ok) {
        await remembered.value.remember(new Map([...numbers].filter(([id]) => withFiles.has(id))));
      }
    },
  };
}

/** A number that cannot be found out is not worth an error; opening the meeting tells what is wrong. */
function noneWhenUnreadable(error: unknown): readonly string[] {
  if (errorCodeOf(error) === null) throw error;
  return [];
}

const withId = (act: AskedAct, newId: () => string): NoteAct =>
  act.what === 'add' ? { ...act, id: act.id ?? newId() } : act;
