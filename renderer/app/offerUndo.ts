import { on } from '../client.ts';
import { dismissToast, showToast } from '../ui/toasts.ts';

export interface UndoOffer {
  /** Says what was done and offers to take it back. */
  readonly show: (title: string, undo: () => void) => void;
  /** It was not done. */
  readonly drop: () => void;
}

/**
 * For something that changes notes once: begun before it is asked for, shown when it is done, and gone with the next
 * change, so that undo takes back exactly that.
 */
export function offerUndo(meetingId: string): UndoOffer {
  let changes = 0;
  let toast: number | null = null;
  const stop = on('notes.changed', (view) => {
    if (view.meetingId !== meetingId) return;
    changes += 1;
    if (changes < 2) return;
    stop();
    if (toast !== null) dismissToast(toast);
  });
  return {
    drop: stop,
    show: (title, undo) => {
      if (changes > 1) return;
      toast = showToast({
        tone: 'good',
        title,
        action: { label: ({ t }) => t('notes.undo'), onPress: undo },
      });
    },
  };
}
