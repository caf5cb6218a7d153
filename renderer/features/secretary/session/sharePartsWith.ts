const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The new value, made of the old one's objects wherever they say the same: what crossed from another process is new in
 * every part, and everything that shows it would be drawn again.
 */
export function sharePartsWith<T>(before: unknown, after: T): T;
export function sharePartsWith(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) return sharedList(before, after);
  if (isPlain(before) && isPlain(after)) return sharedObject(before, after);
  return after;
}

function sharedList(before: readonly unknown[], after: readonly unknown[]): unknown {
  const byId = new Map(before.filter(isPlain).map((entry) => [entry['id'], entry]));
  const shared = after.map((entry, index) =>
    sharePartsWith(isPlain(entry) ? (byId.get(entry['id']) ?? before[index]) : before[index], entry),
  );
  const isSame = before.length === after.length && shared.every((entry, index) => entry === before[index]);
  return isSame ? before : shared;
}

function sharedObject(before: Record<string, unknown>, after: Record<string, unknown>): unknown {
  const keys = Object.keys(after);
  const shared = Object.fromEntries(keys.map((key) => [key, sharePartsWith(before[key], after[key])]));
  const isSame =
    keys.length === Object.keys(before).length && keys.every((key) => shared[key] === before[key]);
  return isSame ? before : shared;
}
