import type { RefObject } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { ToolbarPlace } from '../selection/useToolbarPlace.ts';
import { selectedWords } from './selectedWords.ts';
import type { SelectedWords } from './selectedWords.ts';
import type { TextFlow } from './TextFlow.ts';

interface TextSelectionState {
  readonly words: readonly SelectedWords[];
  /** Where the toolbar stands; null while choosing, after it was closed and without a selection. */
  readonly place: ToolbarPlace | null;
}

const nothing: TextSelectionState = { words: [], place: null };
/** A selection that has not changed for so long has been made. */
const settledMs = 120;
const halfWidth = 180;
const height = 44;
const gap = 8;

/** The browser's own selection in the text, as words of pages. */
export function useTextSelection(
  flow: TextFlow,
  content: RefObject<HTMLElement | null>,
): TextSelectionState & { readonly close: () => void } {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const selection = getSelection();
        const root = flow.root();
        if (isPressed || !root || !content.current) return;
        const isOurs = selection !== null && !selection.isCollapsed && root.contains(selection.anchorNode);
        if (!isOurs) return setState((before) => (before === nothing ? before : nothing));
        const range = selection.getRangeAt(0);
        setState({ words: selectedWords(flow, range), place: placeBeside(range, root, content.current) });
      }, settledMs);
    };
    const press = (): void => {
      isPressed = true;
    };
    const letGo = (): void => {
      isPressed = false;
      look();
    };
    document.addEventListener('selectionchange', look);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', letGo, true);
    window.addEventListener('pointercancel', letGo, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', letGo, true);
      window.removeEventListener('pointercancel', letGo, true);
    };
  }, [flow, content]);
  const close = useCallback(() => setState((before) => ({ ...before, place: null })), []);
  return { ...state, close };
}

/** Below the selection when there is room in the view, else above it. */
function placeBeside(range: Range, root: HTMLElement, content: HTMLElement): ToolbarPlace {
  const view = root.getBoundingClientRect();
  const origin = content.getBoundingClientRect();
  const whole = range.getBoundingClientRect();
  const last = [...range.getClientRects()].at(-1) ?? whole;
  const side = view.bottom - last.bottom > height + 2 * gap ? 'below' : 'above';
  const top =
    side === 'below' ? last.bottom + gap : Math.max(whole.top, view.top + height + gap) - gap - height;
  const middle = Math.max(
    view.left + halfWidth,
    Math.min(view.right - halfWidth, last.left + last.width / 2),
  );
  return { left: middle - origin.left, top: top - origin.top, side };
}
