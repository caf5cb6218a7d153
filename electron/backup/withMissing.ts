/** What is here, and what of there is not, by `keyOf`. */
export function withMissing<T>(
  here: readonly T[],
  there: readonly T[],
  keyOf: (each: T) => readonly string[],
): T[] {
  const known = new Set(here.map((each) => keyOf(each).join(' ')));
  return [...here, ...there.filter((each) => !known.has(keyOf(each).join(' ')))];
}
