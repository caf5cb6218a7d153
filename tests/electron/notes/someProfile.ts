import path from 'node:path';
import type { NotesView } from '../../../core/contract.ts';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import type { Result } from '../../../core/errors.ts';
import { createNotes, type NotesOptions } from '../../../electron/notes/notes.ts';
import type { Disk } from '../../../electron/storage/disk.ts';
import type { Processes } from '../../../electron/storage/processes.ts';
import { openProfile, type Profile } from '../../../electron/storage/profile.ts';

export const folder = path.join(path.sep, 'profile');
export const meeting = '7d9f2a10-0000-4000-8000-000000000001';
export const meetingFolder = path.join(folder, 'notes', meeting);

/** A computer on which only the program under test runs: any other is gone. */
export const quietComputer: Processes = {
  pid: 100,
  host: 'laptop',
  bootedAt: () => 0,
  isRunning: () => false,
  startOf: () => null,
};

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(canonicalJson(result.error));
  return result.value;
}

/** Random bytes that are the same in every run; `seed` makes one device differ from the next. */
export const fixedBytes =
  (seed: number) =>
  (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, (_, index) => (seed * 37 + index * 11) & 0xff);

export interface Running {
  readonly profile: Profile;
  readonly notes: ReturnType<typeof createNotes>;
}

let nextNote = 0;

export async function start(
  disk: Disk,
  more: Partial<NotesOptions> = {},
  seed = 1,
  where = folder,
): Promise<Running> {
  let now = Date.UTC(2026, 5, 1, 8, 0, 0);
  const profile = valueOf(
    await openProfile(where, {
      disk,
      processes: quietComputer,
      now: () => now,
      randomBytes: fixedBytes(seed),
    }),
  );
  const notes = createNotes({
    profile,
    disk,
    now: () => now++,
    newId: () => `00000000-0000-4000-8000-${String(nextNote++).padStart(12, '0')}`,
    ...more,
  });
  return { profile, notes };
}

export async function stop({ profile, notes }: Running): Promise<void> {
  await notes.close();
  await profile.close();
}

/** Ends without closing anything, at a moment when nothing is being written. */
export async function die({ notes }: Running): Promise<void> {
  // Changes wait for one another, so the answer comes after everything asked for before.
  await notes.remove(meeting, meeting);
}

export const textsOf = (view: Result<NotesView>): readonly string[] =>
  valueOf(view).annotations.map(({ text }) => text);
