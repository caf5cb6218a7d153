import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../scripts/demo/markup.mjs';

const folder = new URL('../../assets/demo/', import.meta.url);
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.md') && name !== 'README.md',
);

/** "1 234,5" → 1234.5; null for what is no plain number. */
function numberIn(cell: string): number | null {
  const plain = cell
    .replaceAll('*', '')
    .replaceAll(/[ \u00a0]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (plain === '' || plain === '–') return 0;
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Columns whose figures do not make the sum below them. */
function wrongSums({ head, rows }: { head: string[]; rows: string[][] }): string[] {
  const sums = rows.at(-1) ?? [];
  if (sums[0] !== '**Summa**') return [];
  return head.flatMap((name, column) => {
    const values = rows.slice(0, -1).map((cells) => numberIn(cells[column] ?? ''));
    const sum = numberIn(sums[column] ?? '');
    if (column === 0 || sum === null || sum === 0 || values.includes(null)) return [];
    const real = values.reduce((total: number, value) => total + (value ?? 0), 0);
    return Math.abs(real - sum) < 0.051 ? [] : [`${name}: ${real}, not ${sum}`];
  });
}

describe.each(texts)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');

  it.each([1, 2])('has tables that add up in revision %i', (revision) => {
    const { blocks } = parseMarkup(source, revision);
    const wrong = blocks.flatMap((block) =>
      block.kind === 'table' ? wrongSums(block).map((fault) => `${block.caption}: ${fault}`) : [],
    );
    expect(wrong).toEqual([]);
  });

  it('has rows as wide as their head', () => {
    const { blocks } = parseMarkup(source);
    const ragged = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.filter((cells) => cells.length !== block.head.length) : [],
    );
    expect(ragged).toEqual([]);
  });
});
