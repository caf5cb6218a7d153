/** What a browser has and jsdom lacks. Nothing is measured here: the window keeps its width. */
export function addMissingBrowserParts(): void {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
  globalThis.Worker ??= SilentWorker;
}

/** A worker that is started and never answers: documents stay unread, as on a slow machine. */
class SilentWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  postMessage(): void {}
  terminate(): void {}
}
