import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ok, type Result } from '../../core/errors.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { createLibrary } from '../library/createLibrary.ts';
import type { NotesTransfer } from '../notes/notes.ts';
import { createNotes } from '../notes/notes.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { SealedNotes } from '../notes/sealedJournal.ts';
import { createPackClient, type PackClient } from '../packs/packClient.ts';
import type { DurableStore } from '../storage/store.ts';
import { openProfile, type Profile } from '../storage/profile.ts';
import type { WindowPlace } from '../windows/windowPlace.ts';
import { forked } from './builtProcess.ts';
import { openWindowPlace } from './openWindowPlace.ts';
import type { Keys } from './openKeys.ts';

/** What the first picture shows, of a profile whose lock is held. Everything else is opened after it. */
export interface OpenedProfile {
  readonly profile: Profile;
  readonly packs: PackClient;
  readonly notes: NotesService & NotesTransfer;
  readonly library: LibraryService;
  readonly windowPlace: DurableStore<WindowPlace> | null;
  /** Opened at the first call; later calls get the same. */
  readonly keys: () => Promise<Result<Keys>>;
  /** Waits until everything is on disk, then lets go of the profile. */
  readonly close: () => Promise<void>;
}

/** Opens the profile and its library. Fails as `openProfile` and `createLibrary` do. */
export async function openProfileFirst(
  folder: string,
  report: (error: unknown) => void,
): Promise<Result<OpenedProfile>> {
  const profile = await openProfile(folder);
  if (!profile.ok) return profile;
  const placed = openWindowPlace(folder);
  const packs = createPackClient(forked('packProcess.js', 'Beredd packs'));
  const keys = lateKeys(async () => (await import('./openOwnKeys.ts')).openOwnKeys(folder));
  const notes = createNotes({ profile: profile.value, newId: randomUUID, sealed: keys.sealedNotes });
  const library = await createLibrary({
    layout: profile.value.layout,
    packs,
    now: Date.now,
    newId: randomUUID,
    notes,
    setAside: profile.value.setAside,
    onUnexpected: report,
    forgetText: async (sha256) => {
      const { forgetText } = await import('../find/textCache.ts');
      await forgetText(path.join(folder, 'text'), sha256);
    },
  });
  if (!library.ok) {
    await profile.value.close();
    return library;
  }
  const windowPlace = await placed;
  return ok({
    profile: profile.value,
    packs,
    notes,
    library: library.value,
    windowPlace,
    keys: keys.open,
    close: async () => {
      // What is being taken in ends as cancelled, so that the library has nothing to wait for.
      await packs.stop();
      await library.value.flush();
      await windowPlace?.flush();
      await notes.close();
      await profile.value.close();
    },
  });
}

type OpenKeys = () => Promise<Result<Keys>>;

/** Keys that are opened when they are first needed: by a sealed note, or by what is opened after the first picture. */
function lateKeys(openKeys: OpenKeys): { readonly open: OpenKeys; readonly sealedNotes: SealedNotes } {
  let opening: Promise<Result<Keys>> | null = null;
  let known: SealedNotes | null = null;
  const open = (): Promise<Result<Keys>> =>
    (opening ??= openKeys().then((keys) => {
      if (keys.ok) known = keys.value.sealedNotes;
      return keys;
    }));
  const sealedNotes = async (): Promise<SealedNotes> => {
    const keys = await open();
    // Whoever cannot open the keys gets no services either, so that nothing is written past them.
    if (!keys.ok) throw new Error(`the keys cannot be opened: ${keys.error.code}`);
    return keys.value.sealedNotes;
  };
  return {
    open,
    sealedNotes: {
      isSealed: (target) => known?.isSealed(target) ?? false,
      learn: async (meetingId) => (await sealedNotes()).learn?.(meetingId),
      seal: async (plain) => (await sealedNotes()).seal(plain),
      open: async (sealed) => {
        const keys = await open();
        return keys.ok ? keys.value.sealedNotes.open(sealed) : null;
      },
    },
  };
}
