import type { KeyboardEvent, RefObject } from 'react';
import { useCallback } from 'react';
import { useReader } from '../session/ReaderContext.ts';
import type { TextFlow } from './TextFlow.ts';

const units: Readonly<Record<string, readonly [direction: string, unit: string]>> = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};
const unitsWithCtrl: Readonly<Record<string, readonly [direction: string, unit: string]>> = {
  ...units,
  ArrowLeft: ['backward', 'word'],
  ArrowRight: ['forward', 'word'],
};

/** The keys of the text: selecting with shift, the page with ctrl+A, other pages, and Tab to the selection's toolbar. */
export function useTextKeys(
  flow: TextFlow,
  toolbar: RefObject<HTMLElement | null>,
  onStep: (step: 1 | -1) => void,
): (event: KeyboardEvent) => void {
  const { session } = useReader();
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || event.altKey) return;
      const isMod = event.ctrlKey || event.metaKey;
      const current = session.scroller.store.getState().current;
      if (act(event, isMod, flow, current, toolbar.current, onStep)) event.preventDefault();
    },
    [flow, session, toolbar, onStep],
  );
}

/** Whether the key meant something here. */
function act(
  event: KeyboardEvent,
  isMod: boolean,
  flow: TextFlow,
  row: number,
  toolbar: HTMLElement | null,
  onStep: (step: 1 | -1) => void,
): boolean {
  const unit = (isMod ? unitsWithCtrl : units)[event.key];
  if (event.shiftKey && unit) return extend(flow, row, unit);
  if (isMod) return event.key.toLowerCase() === 'a' && selectPage(flow, row);
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      onStep(event.key === 'ArrowLeft' ? -1 : 1);
      return true;
    case 'Tab': {
      if (event.shiftKey || !toolbar) return false;
      toolbar.querySelector('button')?.focus();
      return true;
    }
    case 'Escape': {
      const selection = getSelection();
      if (!selection || selection.isCollapsed) return false;
      selection.removeAllRanges();
      return true;
    }
    default:
      return false;
  }
}

/** Where nothing was selected yet, selecting begins at the first words in view. */
function extend(flow: TextFlow, row: number, [direction, unit]: readonly [string, string]): boolean {
  const selection = getSelection();
  const root = flow.root();
  if (!selection || !root) return false;
  if (!root.contains(selection.anchorNode)) {
    const first = firstInView(flow, row);
    if (!first) return false;
    selection.collapse(first, 0);
  }
  selection.modify('extend', direction, unit);
  const focus = selection.focusNode;
  const element = focus instanceof Element ? focus : focus?.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
  return true;
}

function firstInView(flow: TextFlow, row: number): Element | null {
  const top = flow.root()?.getBoundingClientRect().top ?? 0;
  const words = flow.elementsOf(row);
  return words.find((candidate) => candidate.getBoundingClientRect().top >= top) ?? words[0] ?? null;
}

function selectPage(flow: TextFlow, row: number): boolean {
  const element = flow.rowElement(row);
  if (!element) return false;
  getSelection()?.selectAllChildren(element);
  return true;
}
