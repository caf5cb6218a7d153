/**
 * JSON with a line for each member and for each entry of a member: people can read it, line tools can search it, and
 * it is hardly larger than JSON on one line. Throws a TypeError when there is nothing that JSON can carry.
 */
export function readableJson(data: unknown): string {
  const text = lines(data, 2);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

function lines(value: unknown, depth: number): string | undefined {
  if (depth === 0 || typeof value !== 'object' || value === null || 'toJSON' in value)
    return JSON.stringify(value);
  if (Array.isArray(value))
    return block(
      '[',
      value.map((entry) => lines(entry, depth - 1) ?? 'null'),
      ']',
    );
  const members = Object.entries(value).flatMap(([name, member]) => {
    const text = lines(member, depth - 1);
    return text === undefined ? [] : [`${JSON.stringify(name)}: ${text}`];
  });
  return block('{', members, '}');
}

const block = (start: string, entries: readonly string[], end: string): string =>
  entries.length === 0 ? start + end : `${start}\n${entries.join(',\n')}\n${end}`;
