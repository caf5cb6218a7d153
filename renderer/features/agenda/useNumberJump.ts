import type { KeyboardEvent, RefObject } from 'react';
import { useRef } from 'react';
import type { AgendaEntry } from '../../../core/library/views.ts';
import { agendaLines } from './agendaOrder.ts';

const patienceMilliseconds = 900;

/** "Item 7" is how people speak: digits typed in the agenda go to the item with that number. */
export function useNumberJump(
  tree: RefObject<HTMLElement | null>,
  agenda: readonly AgendaEntry[],
): (event: KeyboardEvent) => void {
  const typed = useRef({ digits: '', at: 0 });
  return (event) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const now = event.timeStamp;
    const digits =
      now - typed.current.at < patienceMilliseconds ? typed.current.digits + event.key : event.key;
    typed.current = { digits, at: now };
    const item = numberedItem(agenda, digits);
    if (item === null) return;
    event.preventDefault();
    event.stopPropagation();
    tree.current?.querySelector<HTMLElement>(`[data-key="item:${CSS.escape(item.id)}"]`)?.focus();
  };
}

function numberedItem(agenda: readonly AgendaEntry[], digits: string): AgendaEntry | null {
  const entries = agendaLines(agenda).map((line) => line.entry);
  const digitsOf = (entry: AgendaEntry): string => /\d+/.exec(entry.number ?? '')?.[0] ?? '';
  return (
    entries.find((entry) => digitsOf(entry) === digits) ??
    entries.find((entry) => digitsOf(entry).startsWith(digits)) ??
    null
  );
}
