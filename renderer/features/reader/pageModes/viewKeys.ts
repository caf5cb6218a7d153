import type { KeyboardEvent } from 'react';
import type { PointerTool } from '../gestures/pointerTool.ts';
import { isPageTool } from '../gestures/pointerTool.ts';
import { takeTool } from '../pageTools/toolSettings.ts';
import type { Turn } from './useTurning.ts';

export interface ViewKeyActions {
  /** Pages can be drawn and written on. */
  readonly canDraw: boolean;
  readonly turn: Turn;
  /** A key that goes further was pressed at the very end. */
  readonly onPastEnd: () => void;
  readonly onTurnPages: (step: 1 | -1) => void;
  /** Arrows turn pages too when one stands alone. */
  readonly isSingle: () => boolean;
}

const toolKeys: Readonly<Record<string, PointerTool>> = {
  h: 'hand',
  v: 'select',
  p: 'ink',
  e: 'eraser',
  t: 'text',
  a: 'area',
};

/** Whether the key meant something: screens and pages on, turning the document, the pointer's tools. */
export function actOnViewKey(event: KeyboardEvent, actions: ViewKeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const tool = event.shiftKey ? undefined : toolKeys[event.key.toLowerCase()];
  if (tool !== undefined && (actions.canDraw || !isPageTool(tool))) {
    takeTool(tool);
    return true;
  }
  switch (event.key) {
    case 'r':
    case 'R':
      actions.onTurnPages(event.shiftKey ? -1 : 1);
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
