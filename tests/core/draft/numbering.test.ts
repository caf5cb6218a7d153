import { describe, expect, it } from 'vitest';
import type { DraftItem } from '../../../core/draft/draft.ts';
import { countAfterAll, numberingOf, renumbered, withKeptNumbers } from '../../../core/draft/numbering.ts';
import { allDraftItems } from '../../../core/draft/agendaTree.ts';
import { sampleItem } from '../../support/draftBuilders.ts';

let next = 0;
const item = (changes: Parameters<typeof sampleItem>[1] = {}): DraftItem => sampleItem((next += 1), changes);
const fixed = (number: string | null, children: DraftItem[] = []): DraftItem =>
  item({ number, numberFixed: true, children });
const numbers = (items: readonly DraftItem[]): readonly (string | null)[] =>
  allDraftItems(items).map(({ number }) => number);

const plain = { style: 'number', first: 1 } as const;
const sections = { style: 'section', first: 45 } as const;

describe('numbering', () => {
  it('counts items and what stands below them', () => {
    const items = [item(), item({ children: [item(), item({ children: [item()] })] }), item()];
    expect(numbers(renumbered(items, plain))).toEqual(['1', '2', '2.1', '2.2', '2.2.1', '3']);
    expect(numbers(renumbered(items, sections))).toEqual([
      '§ 45',
      '§ 46',
      '§ 46.1',
      '§ 46.2',
      '§ 46.2.1',
      '§ 47',
    ]);
  });

  it('leaves what the secretary wrote, and goes on from it when it is of the series', () => {
    expect(numbers(renumbered([item(), fixed('7'), item()], plain))).toEqual(['1', '7', '8']);
    expect(numbers(renumbered([item(), fixed('1 a'), item()], plain))).toEqual(['1', '1 a', '2']);
    expect(numbers(renumbered([item(), item(), fixed('1'), item()], plain))).toEqual(['1', '2', '1', '3']);
  });

  it('counts items below a heading without a number as if they stood beside it', () => {
    const items = [fixed(null), fixed(null, [item(), item()]), item()];
    expect(numbers(renumbered(items, plain))).toEqual([null, null, '1', '2', '3']);
  });

  it('is recognised, and keeps numbers it would not give itself', () => {
    const given = ['§ 45', null, '§ 46', '§ 46 a', '§ 48'].map((number) => item({ number }));
    const numbering = numberingOf(given);
    expect(numbering).toEqual(sections);
    const kept = withKeptNumbers(given, numbering);
    expect(numbers(kept)).toEqual(numbers(given));
    expect(kept.map(({ numberFixed }) => numberFixed)).toEqual([false, true, false, true, true]);
    expect(countAfterAll(kept, numbering)).toBe(49);
  });
});
