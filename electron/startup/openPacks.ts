import type { Handlers } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';
import type { ImportOutcome } from '../../core/library/views.ts';
import type { Emit } from '../ipc/ports.ts';

/** Takes in packs that were opened from outside the window and tells it, so that it shows their meeting. */
export async function openPacks(
  importFiles: Handlers['library']['importFiles'],
  emit: Emit,
  packs: readonly string[],
  beforeShowing: (meetingId: string) => Promise<void> = () => Promise.resolve(),
): Promise<Result<readonly ImportOutcome[]>> {
  const imported = await importFiles({ paths: [...packs] });
  if (!imported.ok) return imported;
  emit('library.imported', { outcomes: imported.value, byWatchedFolder: false });
  const meetingId = meetingToShow(imported.value);
  if (meetingId !== null) {
    await beforeShowing(meetingId);
    emit('app.showMeeting', { meetingId });
  }
  return imported;
}

/** The meeting of the first file that was taken in, or null. */
export function meetingToShow(outcomes: readonly ImportOutcome[]): string | null {
  for (const { result } of outcomes) if (result.kind !== 'refused') return result.meetingId;
  return null;
}
