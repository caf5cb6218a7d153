const separators = [';', '\t', ','] as const;

/**
 * The rows of a text with separated values (RFC 4180, with `;` or tabs too), or null when it is none: fewer than two
 * columns in most lines. Quotation marks keep separators and line ends; a mark too many is a letter.
 */
export function separatedValues(text: string): readonly (readonly string[])[] | null {
  const found = separators
    .map((separator) => ({ separator, rows: parse(text, separator) }))
    .map(({ separator, rows }) => ({ rows, separator, width: commonWidth(rows) }))
    .filter(({ rows, width, separator }) => width >= 2 && isRegular(rows, width, separator));
  return found.toSorted((a, b) => b.width - a.width)[0]?.rows ?? null;
}

function parse(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else cell += character;
  }
  endRow();
  return rows;
}

function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Commas stand in titles: a text is only separated by them when every line has as many. */
function isRegular(rows: readonly (readonly string[])[], width: number, separator: string): boolean {
  const regular = rows.filter(({ length }) => length === width).length;
  return rows.length >= 2 && regular >= (separator === ',' ? 0.95 : 0.6) * rows.length;
}
