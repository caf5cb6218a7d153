const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
];

/** The first switch that would let another program look into the shipped app, or null. */
export const refusedSwitch = (hasSwitch: (name: string) => boolean): string | null =>
  refused.find((name) => hasSwitch(name)) ?? null;
