/**
 * Which documents lie in the right item, and how many must be moved. Proposed items stand for the right item that most
 * of their documents belong to, each right item for one proposed item only.
 */
export function itemMoves(documents, rightOf, itemCount) {
  const counts = new Map();
  for (const document of documents) {
    if (document.item === null || document.item === undefined) continue;
    const key = `${document.item} ${rightOf(document)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const standsFor = new Map();
  const taken = new Set();
  for (const [key] of [...counts].sort((a, b) => b[1] - a[1])) {
    const [item, right] = key.split(' ');
    if (standsFor.has(item) || taken.has(right)) continue;
    standsFor.set(item, right);
    taken.add(right);
  }
  const isRight = documents.map((document) => standsFor.get(document.item) === String(rightOf(document)));
  return { isRight, moves: isRight.filter((right) => !right).length, missing: itemCount - taken.size };
}
