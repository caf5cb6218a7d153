// jsdom has no CSS.escape; react-aria looks for ids with it. Ours hold no sign that would need escaping.
if (Reflect.get(globalThis, 'CSS') === undefined) {
  Object.defineProperty(globalThis, 'CSS', { value: { escape: (id: string) => id }, configurable: true });
}
