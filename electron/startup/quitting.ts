import type { App, BrowserWindow } from 'electron';

const flushLimitMs = 8000;
/** For the window to hand over what is being typed, once it is told that it is hidden. */
const handOverMs = 200;

/** Hides a window that is to close, which makes it save what is being typed, and closes it a moment later. */
export function handOverBeforeClosing(window: BrowserWindow): void {
  let isHandedOver = false;
  window.on('close', (event) => {
    if (isHandedOver) return;
    event.preventDefault();
    window.hide();
    setTimeout(() => {
      isHandedOver = true;
      window.close();
    }, handOverMs);
  });
}

/** When the last window is closed: waits until everything is on disk, but not for ever, then ends with the code it is given. */
export function flushBeforeExit(
  app: App,
  steps: {
    readonly flush: () => Promise<number>;
    readonly report: (error: unknown) => void;
  },
): void {
  let isFlushing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isFlushing) return;
    isFlushing = true;
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(
        () => reject(new Error(`not everything was on disk after ${flushLimitMs} ms`)),
        flushLimitMs,
      );
    });
    void Promise.race([steps.flush(), late])
      .catch((error: unknown) => {
        steps.report(error);
        return 1;
      })
      .then((code) => app.exit(code));
  });
}
