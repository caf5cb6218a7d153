import type { KeyboardEvent } from 'react';

/** What arrow keys stop at: the title of each meeting and the head of each folded year. */
export const arrowStop = { 'data-arrow-stop': '' } as const;

function wantedIndex(key: string, current: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, last);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Up, down, Home and End move between the meetings of the list, over the borders of its groups. */
export function moveByArrowKey(event: KeyboardEvent<HTMLElement>): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !focused.matches('[data-arrow-stop]')) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-arrow-stop]')].filter(
    (stop) => stop.tagName === 'SUMMARY' || stop.closest('details:not([open])') === null,
  );
  const wanted = wantedIndex(event.key, stops.indexOf(focused), stops.length - 1);
  if (wanted === null) return;
  event.preventDefault();
  stops[wanted]?.focus();
}
