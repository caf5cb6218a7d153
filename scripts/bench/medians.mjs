export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of each field of objects that have the same fields. */
export function medians(objects) {
  const [first = {}] = objects;
  return Object.fromEntries(Object.keys(first).map((key) => [key, median(objects.map((each) => each[key]))]));
}
