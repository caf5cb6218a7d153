const define = (name: string, value: unknown): void => {
  if (Reflect.get(globalThis, name) === undefined)
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

// react-aria looks for ids with CSS.escape; ours hold no sign that would need escaping.
define('CSS', { escape: (id: string) => id });
// A window in jsdom is never idle: nothing is read ahead.
define('requestIdleCallback', () => 0);
define('cancelIdleCallback', () => undefined);
