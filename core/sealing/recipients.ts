/** Recipients of a sealed item's key come in multiples of this, so that their number does not show. */
export const recipientsStep = 16;

/** How many recipients a key for `entitled` people is encrypted to: the next multiple of 16, never zero. */
export const paddedRecipientCount = (entitled: number): number =>
  Math.max(1, Math.ceil(entitled / recipientsStep)) * recipientsStep;

/** The same values in an order that `randomBelow(n)` (0 to n-1, all equally likely) decides: Fisher and Yates. */
export function shuffled<T>(values: readonly T[], randomBelow: (limit: number) => number): readonly T[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    const [a, b] = [result[last], result[other]];
    if (a === undefined || b === undefined) throw new RangeError('random number out of bounds');
    [result[last], result[other]] = [b, a];
  }
  return result;
}

/** What of an earlier revision's sealing may be carried over. */
export type Reuse =
  | 'all' // key, its encryption and content
  | 'keyAndContent' // somebody was added: the key is encrypted anew
  | 'nothing'; // somebody lost the right, or a card was renewed: a new key

/**
 * Decides by recipients alone; whether content is the same is told entry by entry. A person's new card is a new
 * recipient and the loss of the old one: whoever holds a lost computer's key must not open what comes now.
 */
export function reuseOf(before: readonly string[], now: readonly string[]): Reuse {
  const entitled = new Set(now);
  if (before.some((recipient) => !entitled.has(recipient))) return 'nothing';
  return entitled.size === new Set(before).size ? 'all' : 'keyAndContent';
}
