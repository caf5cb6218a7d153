/** From this page on: numbers going up from `start`, or the same text. */
export type PageLabel =
  { readonly index: number; readonly start: number } | { readonly index: number; readonly text: string };

/** As few labels as name every page: runs of numbers in a row are one. Null is a page without a name of its own. */
export function pageLabels(names: readonly (string | null)[]): readonly PageLabel[] {
  const labels: PageLabel[] = [];
  let expected: number | null = null;
  let lastText: string | null = null;
  names.forEach((name, index) => {
    const number = name !== null && /^[1-9]\d{0,6}$/.test(name) ? Number(name) : null;
    if (number !== null) {
      if (number !== expected) labels.push({ index, start: number });
      expected = number + 1;
      lastText = null;
      return;
    }
    const text: string = name ?? '–';
    if (text !== lastText) labels.push({ index, text });
    expected = null;
    lastText = text;
  });
  return labels;
}
