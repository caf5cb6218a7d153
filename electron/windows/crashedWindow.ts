import type { BrowserWindow } from 'electron';

/** Twice in a row within this time means that loading again brings the same end. */
const hopelessMs = 10_000;

/** Loads the page again when its process is gone: what was saved is in the main process, and the place is kept. */
export function reloadAfterCrash(window: BrowserWindow, report: (why: string) => void): void {
  let lastCrash = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    report(`the window's process is gone: ${reason} (${exitCode})`);
    const isHopeless = performance.now() - lastCrash < hopelessMs;
    lastCrash = performance.now();
    if (!isHopeless && !window.isDestroyed()) window.webContents.reload();
  });
}
