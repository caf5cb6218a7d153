const focusable =
  'input:not([disabled]), textarea, button:not([disabled]), a[href], [tabindex]:not([tabindex="-1"])';

const panesNow = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-pane]')];

function focusPane(pane: HTMLElement | undefined): void {
  (
    pane?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]') ??
    pane?.querySelector<HTMLElement>(focusable)
  )?.focus();
}

/** To the next pane of the editor that is shown, or the one before. */
export function cyclePanes(step: 1 | -1): void {
  const panes = panesNow();
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = at === -1 && step === -1 ? 0 : at;
  focusPane(panes[(start + step + panes.length) % panes.length]);
}

/** Where work goes on when what had the focus is gone: the agenda. */
export const focusEditor = (): void => focusPane(panesNow()[0]);
