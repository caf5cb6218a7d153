import type { KeyboardEvent } from 'react';
import { pointerTool } from '../gestures/pointerTool.ts';
import type { Turn } from './useTurning.ts';

export interface ViewKeyActions {
  readonly turn: Turn;
  /** A key that goes further was pressed at the very end. */
  readonly onPastEnd: () => void;
  readonly onTurnPages: (step: 1 | -1) => void;
  /** Arrows turn pages too when one stands alone. */
  readonly isSingle: () => boolean;
}

/** Whether the key meant something: screens and pages on, turning the document, the pointer's tools. */
export function actOnViewKey(event: KeyboardEvent, actions: ViewKeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'r':
    case 'R':
      actions.onTurnPages(event.shiftKey ? -1 : 1);
      return true;
    case 'h':
    case 'H':
      pointerTool.setState('hand', true);
      return true;
    case 'v':
    case 'V':
      pointerTool.setState('select', true);
      return true;
    case 'PageDown':
      // A key that is held stops at the end.
      if (!actions.turn(1, 'screen') && !event.repeat) actions.onPastEnd();
      return true;
    case 'PageUp':
      actions.turn(-1, 'screen');
      return true;
    case 'ArrowDown':
    case 'ArrowUp':
      if (event.shiftKey || !actions.isSingle()) return false;
      actions.turn(event.key === 'ArrowDown' ? 1 : -1, 'line');
      return true;
    default:
      return false;
  }
}
