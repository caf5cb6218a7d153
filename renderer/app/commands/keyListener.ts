import type { AppState } from '../../../core/settings/settings.ts';
import type { Command } from './commandRegistry.ts';
import { mendFocusAfter, modals } from './focusHome.ts';
import { fits, isBareCharacter } from './keyCombination.ts';

const ownKeys = '[role="dialog"], [role="alertdialog"], [role="menu"], .ui-popover';
/** It has been closed and only fades: whoever types on at once means what lies behind. */
const leaving = '[data-exiting]';

/**
 * Carries out the keys of the commands on offer. Combinations are taken before the part that has the focus sees them, so
 * that they mean the same everywhere; a character alone only where nothing else wants it. Returns what ends it.
 */
export function listenToKeys(
  commands: () => readonly Command[],
  platform: () => AppState['platform'],
  goHome: () => void,
): () => void {
  const press =
    (isBare: boolean) =>
    (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      const owners = [...document.querySelectorAll(modals), target?.closest(ownKeys)];
      if (owners.some((owner) => owner != null && owner.closest(leaving) === null)) return;
      const isWriting = isTextField(target);
      const command = commands().find(
        ({ keys, worksWhileWriting }) =>
          (worksWhileWriting || !isWriting) &&
          keys.some(
            (combination) =>
              isBareCharacter(combination) === isBare &&
              !(isBare && isWriting) &&
              fits(event, combination, platform()),
          ),
      );
      if (command === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      mendFocusAfter(command.run, goHome);
    };
  const first = press(false);
  const last = press(true);
  window.addEventListener('keydown', first, true);
  window.addEventListener('keydown', last);
  return () => {
    window.removeEventListener('keydown', first, true);
    window.removeEventListener('keydown', last);
  };
}

const textFields =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), [contenteditable="true"]';

export const isTextField = (element: Element | null): boolean => element?.closest(textFields) != null;
