import { stat } from 'node:fs/promises';
import type { BereddError } from '../../core/errors.ts';
import { failure } from '../../core/errors.ts';
import { createLibrary } from '../library/createLibrary.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesTransfer } from '../notes/notes.ts';
import { createNotes } from '../notes/notes.ts';
import type { NotesService } from '../notes/notesService.ts';
import { inProcessChannel } from '../packs/packChannel.ts';
import { createPackClient } from '../packs/packClient.ts';
import type { Profile } from '../storage/profile.ts';
import { openProfile } from '../storage/profile.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { failed, fullPath, needed } from './command.ts';

/** An open profile, as the command line works on it. */
export interface ProfileServices {
  readonly library: LibraryService;
  readonly notes: NotesService & NotesTransfer;
  readonly profile: Profile;
}

/**
 * Opens the profile that --profile names, under its lock, and lets go of it afterwards. `mustExist`: for commands that
 * only look, a mistyped folder is told instead of made.
 */
export async function withProfile(
  context: CommandContext,
  { mustExist }: { mustExist: boolean },
  use: (services: ProfileServices) => Promise<CommandResult>,
): Promise<CommandResult> {
  const folder = fullPath(context, needed(context, 'profile'));
  if (mustExist && !(await isFolder(folder))) {
    return failed(failure('folderUnreadable', { file: folder }).error);
  }
  const { now, newId } = context.io;
  const profile = await openProfile(folder, { now });
  if (!profile.ok) return failed(profile.error);
  const packs = createPackClient(inProcessChannel);
  const damage: BereddError[] = [];
  const notes = createNotes({
    profile: profile.value,
    newId,
    now,
    onSetAside: ({ setAside, keptOperations }) =>
      damage.push({ code: 'notesDamaged', detail: { setAside, kept: keptOperations } }),
  });
  try {
    const { layout, setAside } = profile.value;
    const opened = await createLibrary({ layout, packs, now, newId, notes, setAside });
    if (!opened.ok) return failed(opened.error);
    const library = opened.value;
    const result = await use({ library, notes, profile: profile.value });
    await library.flush();
    return { ...result, warnings: [...(result.warnings ?? []), ...damage.map(context.texts.sentences)] };
  } finally {
    await notes.close();
    await packs.stop();
    await profile.value.close();
  }
}

const isFolder = async (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
