import * as v from 'valibot';
import type { SuccessionOutcome } from '../library/succession.ts';
import type { ImportOutcome, ImportProgress, LibraryView } from '../library/views.ts';
import { request, event, nothing, uuid, shortText, path } from './contractEntry.ts';

/** The packs that are here, who issued them, and the folders that are watched for more. */
export const libraryContract = {
  view: request<LibraryView>()(nothing),
  /** Opens the system's file dialog; an empty list when the person chose nothing. */
  choosePacks: request<readonly ImportOutcome[]>()(nothing),
  /** Takes in files that were dropped on the window. */
  importFiles: request<readonly ImportOutcome[]>()(
    v.object({ paths: v.pipe(v.array(path), v.maxLength(500)) }),
  ),
  cancelImport: request<void>()(v.object({ job: shortText })),
  /** The person compared the six words: they match (the key becomes known), or they do not (its packs stay not confirmed). */
  confirmKey: request<void>()(v.object({ key: shortText, matches: v.boolean() })),
  /** The new root's words were compared: they match and it takes the old one's place, or nothing changes. */
  answerSuccession: request<void>()(v.object({ from: shortText, to: shortText, matches: v.boolean() })),
  /** Opens the folder dialog; null when nothing was chosen. */
  addWatchedFolder: request<{ id: string } | null>()(nothing),
  removeWatchedFolder: request<void>()(v.object({ id: uuid })),
  scanWatchedFolders: request<void>()(nothing),
  dismissNotice: request<void>()(v.object({ id: shortText })),
  changed: event<LibraryView>(),
  /** Letters about a new root key that were dropped on the window or opened from outside. */
  successions: event<{ outcomes: readonly SuccessionOutcome[] }>(),
  importProgress: event<ImportProgress>(),
  /** Something taken in without being asked for here: double click, second start, watched folder. */
  imported: event<{ outcomes: readonly ImportOutcome[]; byWatchedFolder: boolean }>(),
} as const;
