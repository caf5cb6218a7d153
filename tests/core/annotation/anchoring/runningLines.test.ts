import { describe, expect, it } from 'vitest';
import { withoutRunningLines } from '../../../../core/annotation/anchoring/runningLines.ts';

const body = (page: number): string =>
  Array.from(
    { length: 12 },
    (_, line) => `Rad ${String.fromCharCode(97 + line)} av text nummer ${page * 31 + line * line}`,
  ).join('\n');
const pagesOf = (count: number, of: (page: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => of(at + 1));

describe('running heads and feet', () => {
  it('are left out with their page numbers, offsets unchanged', () => {
    const pages = pagesOf(5, (n) => `Granåsa kommun Sida ${n} (5)\n${body(n)}\n${n + 40}`);
    for (const [at, text] of withoutRunningLines(pages).entries()) {
      expect(text).toHaveLength(pages[at]?.length ?? 0);
      expect(text).not.toMatch(/Granåsa/);
      expect(text.trim()).toBe(body(at + 1));
    }
  });

  it('are no rows of a table that stand at the edge of many pages with figures of their own', () => {
    const figures = [4569, 5541, 280, 6263, 3110, 7781];
    const pages = pagesOf(6, (n) => `Nämnden Sida ${n}\ntrafikmiljön ${figures[n - 1]} 36 %\n${body(n)}`);
    for (const [at, text] of withoutRunningLines(pages).entries()) {
      expect(text).toContain(`trafikmiljön ${figures[at]} 36 %`);
      expect(text).not.toContain('Sida');
    }
  });

  it('are found although the number of one page was misread', () => {
    const pages = pagesOf(6, (n) => `Protokoll ${n === 3 ? 8 : n}\n${body(n)}`);
    const left = withoutRunningLines(pages);
    expect(left[0]).not.toContain('Protokoll');
    // What fits nothing may be content.
    expect(left[2]).toContain('Protokoll 8');
  });

  it('are not looked for in a document of two pages', () => {
    const pages = pagesOf(2, (n) => `Nämnden Sida ${n}\n${body(n)}`);
    expect(withoutRunningLines(pages)).toBe(pages);
  });
});
