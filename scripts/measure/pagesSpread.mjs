/** Pages of all documents, spread as evenly over them as the number wanted allows. */
export function pagesSpread(documents, wanted) {
  const all = documents.flatMap(({ document, file }) =>
    Array.from({ length: document.pageCount }, (_, i) => ({ document, file, page: i + 1 })),
  );
  const count = Math.min(wanted, all.length);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
}
