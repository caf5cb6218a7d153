import { useEffect, useRef } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import type { WorkspaceCommand } from './shortcuts.ts';
import { commandOf } from './shortcuts.ts';

export type CommandHandlers = Readonly<Record<WorkspaceCommand, () => void>>;

/** Carries out the table of shortcuts while the workspace is on screen and no dialog stands over it. */
export function useShortcuts(handlers: CommandHandlers, platform: AppState['platform']): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return;
      const command = commandOf(event, isTextField(target), platform);
      if (command === null) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[command]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [platform]);
}

const textFields =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="button"]), [contenteditable="true"]';

export const isTextField = (element: Element | null): boolean => element?.closest(textFields) != null;
