const page = 8;

/** The line that a key goes to, round at the ends; null when it is no such key. Home and End are left to the text. */
export function stepAfterKey(
  { key, ctrlKey, metaKey, altKey }: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean },
  active: number,
  count: number,
): number | null {
  if (count === 0 || altKey) return null;
  const last = count - 1;
  const isMod = ctrlKey || metaKey;
  if (isMod) return key === 'Home' ? 0 : key === 'End' ? last : null;
  switch (key) {
    case 'ArrowDown':
      return active === last ? 0 : active + 1;
    case 'ArrowUp':
      return active === 0 ? last : active - 1;
    case 'PageDown':
      return Math.min(last, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    default:
      return null;
  }
}
