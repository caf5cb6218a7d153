/** What a browser has and jsdom lacks. Nothing is measured here: the window keeps its width. */
export function addMissingBrowserParts(): void {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
}
