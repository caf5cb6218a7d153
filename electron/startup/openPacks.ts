import { randomUUID } from 'node:crypto';
import type { ImportOutcome } from '../../core/library/views.ts';
import type { Emit } from '../ipc/ports.ts';
import type { LibraryService } from '../library/libraryService.ts';

/** Takes in packs that were opened from outside the window and tells it, so that it shows their meeting. */
export async function openPacks(
  library: Pick<LibraryService, 'importFiles'>,
  emit: Emit,
  files: readonly string[],
  beforeShowing: (meetingId: string) => Promise<void> = () => Promise.resolve(),
): Promise<readonly ImportOutcome[]> {
  if (files.length === 0) return [];
  const outcomes = await library.importFiles(files, {
    job: randomUUID(),
    onProgress: (progress) => emit('library.importProgress', progress),
  });
  emit('library.imported', { outcomes, byWatchedFolder: false });
  const meetingId = meetingToShow(outcomes);
  if (meetingId !== null) {
    await beforeShowing(meetingId);
    emit('app.showMeeting', { meetingId });
  }
  return outcomes;
}

/** The meeting of the first file that was taken in, or null. */
export function meetingToShow(outcomes: readonly ImportOutcome[]): string | null {
  for (const { result } of outcomes) if (result.kind !== 'refused') return result.meetingId;
  return null;
}
