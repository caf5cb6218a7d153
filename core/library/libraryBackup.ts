import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import { defaultLayout } from '../settings/settings.ts';
import type { LibraryData } from './libraryData.ts';
import { libraryDataSchema } from './libraryData.ts';

/** What of the library is the person's own: packs and documents are not, they can be had again. */
const backupSchema = v.pick(libraryDataSchema, [
  'version',
  'settings',
  'keys',
  'successions',
  'meetings',
  'documents',
  'watchedFolders',
]);
export type LibraryBackup = v.InferOutput<typeof backupSchema>;

/** The part of the library that goes into a backup. */
export const libraryBackup = ({
  version,
  settings,
  keys,
  successions,
  meetings,
  documents,
  watchedFolders,
}: LibraryData): LibraryBackup => ({
  version,
  settings,
  keys,
  ...(successions && { successions }),
  meetings,
  documents,
  watchedFolders,
});

/** Checks what a backup file holds. Fails with backupNewer for a later version, else with backupDamaged. */
export function parseLibraryBackup(value: unknown): Result<LibraryBackup> {
  const parsed = v.safeParse(backupSchema, value);
  if (parsed.success) return ok(parsed.output);
  const isNewer =
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > 1;
  return failure(isNewer ? 'backupNewer' : 'backupDamaged');
}

/**
 * Adds what is not here. What the person decided, read or placed on this computer stays; restoring twice changes nothing
 * more.
 */
export function withLibraryBackup(data: LibraryData, backup: LibraryBackup): LibraryData {
  const paths = new Set(data.watchedFolders.map((folder) => folder.path));
  return {
    ...data,
    settings: withSettings(data.settings, backup.settings),
    keys: mergeEach(data.keys, backup.keys, (here, there) => (here.decision === 'none' ? there : here)),
    ...(backup.successions && { successions: { ...backup.successions, ...data.successions } }),
    meetings: mergeEach(data.meetings, backup.meetings, (here, there) => ({
      seen: here.seen ?? there.seen,
      place: here.place ?? there.place,
      lastOpenedAt: here.lastOpenedAt ?? there.lastOpenedAt,
      // Where somebody reads on this computer, what stands beside it is from here too.
      ...(here.place === null && there.beside ? { beside: there.beside } : {}),
      ...(here.beside === undefined ? {} : { beside: here.beside }),
    })),
    documents: mergeEach(data.documents, backup.documents, (here, there) => ({
      position: here.position ?? there.position,
      read: here.read ?? there.read,
      ...((here.readBefore ?? there.readBefore) ? { readBefore: here.readBefore ?? there.readBefore } : {}),
      ...((here.seen ?? there.seen) ? { seen: here.seen ?? there.seen } : {}),
    })),
    watchedFolders: [
      ...data.watchedFolders,
      ...backup.watchedFolders.filter((each) => !paths.has(each.path)),
    ],
  };
}

type Settings = LibraryData['settings'];

const withSettings = (here: Settings, there: Settings): Settings => ({
  language: here.language ?? there.language,
  theme: here.theme === 'system' ? there.theme : here.theme,
  layout: isUntouched(here.layout) ? there.layout : here.layout,
  textView: here.textView ?? there.textView,
  comfort: here.comfort ?? there.comfort,
});

const isUntouched = (layout: Settings['layout']): boolean =>
  layout.agendaWidth === defaultLayout.agendaWidth &&
  layout.notesWidth === defaultLayout.notesWidth &&
  layout.agendaShown === defaultLayout.agendaShown &&
  layout.notesShown === defaultLayout.notesShown &&
  layout.pageMode === undefined;

function mergeEach<T>(
  here: Readonly<Record<string, T>>,
  there: Readonly<Record<string, T>>,
  merge: (here: T, there: T) => T,
): Record<string, T> {
  const merged: Record<string, T> = { ...here };
  for (const [id, value] of Object.entries(there)) {
    const own = merged[id];
    merged[id] = own === undefined ? value : merge(own, value);
  }
  return merged;
}
