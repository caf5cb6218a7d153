import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyText } from '../../../core/text/copyText.ts';
import { characterAt, offsetAt } from '../../../core/text/hitTest.ts';
import { quadsOf } from '../../../core/text/textQuads.ts';
import { lineAt, wordAt } from '../../../core/text/textRanges.ts';
import type { CaretMove } from '../../../core/text/textSelection.ts';
import { moveCaret, orderedEnds, selectedOnPage, spanning } from '../../../core/text/textSelection.ts';
import { pageOf, paragraph } from './charactersOf.ts';

const wordOf = (text: string, at: string): string => {
  const { start, end } = wordAt(text, text.indexOf(at) + 1);
  return text.slice(start, end);
};

describe('wordAt', () => {
  it.each([
    ['Nämnden beslutar', 'besl', 'beslutar'],
    ['KS/2026:44 gäller', '2026', 'KS/2026:44'],
    ['skicka e-post nu', 'e-p', 'e-post'],
    ['planen, som', 'plan', 'planen'],
    ['fastigheten 1:55.', '1:', '1:55'],
    ['kommun-\nstyrelsen säger', 'komm', 'kommun-\nstyrelsen'],
    ['kommun-\nstyrelsen säger', 'styr', 'kommun-\nstyrelsen'],
    ['o\u0308n är liten', 'o\u0308', 'o\u0308n'],
  ])('in %j at %j is %j', (text, at, word) => {
    expect(wordOf(text, at)).toBe(word);
  });

  it('is the single character where there is no word', () => {
    expect(wordAt('a – b', 2)).toEqual({ start: 2, end: 3 });
    expect(wordAt('', 0)).toEqual({ start: 0, end: 0 });
  });

  it('holds the place asked for, within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(40), (text, offset) => {
        const at = Math.min(offset, text.length - 1);
        const { start, end } = wordAt(text, at);
        expect(start).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

const page = pageOf(
  ...paragraph(['Nämnden beslutar att', 'anta planen.']),
  ...paragraph(['Justeras'], 50, 600),
);

describe('offsetAt', () => {
  it('is between the two nearest letters of the nearest line', () => {
    expect(offsetAt(page, 51, 705)).toBe(0);
    expect(offsetAt(page, 54, 705)).toBe(1);
    expect(offsetAt(page, 500, 705)).toBe(page.text.indexOf('\n'));
    expect(offsetAt(page, 0, 689)).toBe(page.text.indexOf('anta'));
    expect(offsetAt(page, 300, 10)).toBe(page.text.length);
  });

  it('stays in the column that the pointer is in', () => {
    const left = ['Kommunens budget är i balans', 'för tredje året i rad och', 'slut.'];
    const right = [
      'Skolan får sju miljoner mer',
      'medan kostnaden för vården',
      'av äldre växer långsammare.',
    ];
    const columns = pageOf(...paragraph(left, 50), ...paragraph(right, 320));
    expect(offsetAt(columns, 150, 680)).toBe(columns.text.indexOf('slut.') + 5);
    expect(offsetAt(columns, 322, 680)).toBe(columns.text.indexOf('av äldre'));
  });

  it('is nothing on a page without text', () => {
    expect(offsetAt(pageOf(), 10, 10)).toBeNull();
  });
});

describe('characterAt', () => {
  it('is the letter under the point and nothing beside the text', () => {
    expect(characterAt(page, 57, 705)).toBe(1);
    expect(characterAt(page, 500, 705)).toBeNull();
  });
});

describe('moveCaret', () => {
  const at = (words: string): number => page.text.indexOf(words);

  it.each<[CaretMove, number, number | 'before' | 'after']>([
    ['characterForward', 0, 1],
    ['characterBack', 0, 'before'],
    ['characterForward', page.text.length, 'after'],
    ['wordForward', 0, 'Nämnden'.length],
    ['wordForward', at(' att'), at('att') + 3],
    ['wordBack', at('beslutar') + 3, at('beslutar')],
    ['wordBack', at('beslutar'), 0],
    ['lineStart', at('planen'), at('anta')],
    ['lineEnd', at('beslutar'), at('\nanta')],
    ['lineDown', 0, at('anta')],
    ['lineDown', at('att'), at('planen.') + 7],
    ['lineUp', at('anta'), 0],
    ['lineUp', 3, 'before'],
    ['lineDown', at('Justeras') + 2, 'after'],
    ['pageStart', 20, 0],
    ['pageEnd', 20, page.text.length],
  ])('%s from %i goes to %s', (move, from, to) => {
    expect(moveCaret(page, from, move)).toBe(to);
  });

  it('aims for the same height of the column over short lines', () => {
    const goal = { x: 145, y: 700 };
    const short = moveCaret(page, at('att'), 'lineDown', goal);
    if (typeof short !== 'number') throw new Error('stays on the page');
    expect(moveCaret(page, short, 'lineUp', goal)).toBe(at('att') + 2);
  });

  it('never stops within a letter and its mark, and always gets through', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'o\u0308', '😀', ' ', '.') }), (text) => {
        const own = { ...page, text };
        const stops = [0];
        for (let offset: number | string = 0; typeof offset === 'number';) {
          offset = moveCaret(own, offset, 'characterForward');
          if (typeof offset === 'number') stops.push(offset);
        }
        expect(stops.at(-1)).toBe(text.length);
        for (const stop of stops) expect(text.slice(stop)).not.toMatch(/^[\u0308\udc00-\udfff]/);
        const back = stops.toReversed().map((stop) => moveCaret(own, stop, 'characterBack'));
        expect(back).toEqual([...stops.toReversed().slice(1), 'before']);
      }),
    );
  });
});

describe('a selection', () => {
  const selection = { anchor: { page: 4, offset: 7 }, focus: { page: 2, offset: 30 } };

  it('has its ends in reading order, however it was made', () => {
    expect(orderedEnds(selection)).toEqual({ from: selection.focus, to: selection.anchor });
  });

  it('covers the first page from its beginning, pages between whole, the last up to its end', () => {
    expect(selectedOnPage(selection, 1, 100)).toBeNull();
    expect(selectedOnPage(selection, 2, 100)).toEqual({ start: 30, end: 100 });
    expect(selectedOnPage(selection, 3, 100)).toEqual({ start: 0, end: 100 });
    expect(selectedOnPage(selection, 4, 100)).toEqual({ start: 0, end: 7 });
    expect(selectedOnPage(selection, 5, 100)).toBeNull();
    expect(selectedOnPage(selection, 2, 10)).toBeNull();
  });

  it('by words holds both words whole, forwards and backwards', () => {
    const [first, second] = [
      { start: 10, end: 15 },
      { start: 20, end: 24 },
    ];
    expect(spanning(1, first, 1, second)).toEqual({
      anchor: { page: 1, offset: 10 },
      focus: { page: 1, offset: 24 },
    });
    expect(spanning(1, second, 1, first)).toEqual({
      anchor: { page: 1, offset: 24 },
      focus: { page: 1, offset: 10 },
    });
  });
});

describe('quadsOf', () => {
  it('has one quad a line, as high as the line, in the order of QuadPoints', () => {
    const start = page.text.indexOf('att');
    expect(quadsOf(page, { start, end: page.text.indexOf('planen') })).toEqual([
      [135, 710, 150, 710, 135, 700, 150, 700],
      [50, 698, 70, 698, 50, 688, 70, 688],
    ]);
  });

  it('leaves the gaps between the cells of a table free', () => {
    const table = pageOf({ text: 'Kök', x: 50, y: 700 }, { text: '14', x: 300, y: 700 });
    expect(quadsOf(table, { start: 0, end: table.text.length })).toHaveLength(2);
  });

  it('follows the writing of turned text', () => {
    const turned = pageOf({ text: 'Skala', x: 100, y: -20, turns: 1 });
    // Written upwards: its upper left corner is the lower left one of the box.
    expect(quadsOf(turned, { start: 0, end: 5 })).toEqual([[10, 100, 10, 125, 20, 100, 20, 125]]);
  });
});

describe('copyText', () => {
  const text = (lines: string[]): string => {
    const own = pageOf(...paragraph(lines));
    return copyText(own, { start: 0, end: own.text.length });
  };

  it('joins the lines of a paragraph and the halves of a word', () => {
    expect(text(['Nämnden beslutar om kommun-', 'styrelsens ﬁnanser'])).toBe(
      'Nämnden beslutar om kommunstyrelsens finanser',
    );
  });

  it('keeps paragraphs apart and cells apart by tabs', () => {
    expect(copyText(page, { start: 0, end: page.text.length })).toBe(
      'Nämnden beslutar att anta planen.\nJusteras',
    );
    const table = pageOf({ text: 'Kök', x: 50, y: 700 }, { text: '155 923', x: 300, y: 700 });
    expect(copyText(table, { start: 0, end: table.text.length })).toBe('Kök\t155 923');
  });

  it('makes words whole that are broken in the cells of a table', () => {
    const cells = [
      ['Överförings-', 'Kostnad'],
      ['alternativ', 'i kronor'],
      ['Bjärke', '4 210'],
    ];
    const page = pageOf(
      ...cells.flatMap((row, i) =>
        row.map((text, column) => ({ text, x: 50 + column * 150, y: 700 - i * 12 })),
      ),
    );
    expect(copyText(page, { start: 0, end: page.text.length })).toBe(
      'Överföringsalternativ\tKostnad\n\ti kronor\nBjärke\t4 210',
    );
  });

  it('joins a broken word with what stands under it, however many cells the rows have', () => {
    const page = pageOf(
      { text: '9-10', x: 50, y: 700 },
      { text: 'kompetens inom VA-', x: 150, y: 700 },
      { text: 'verksamheten', x: 165, y: 688 },
      { text: '7-8', x: 50, y: 676 },
      { text: 'i genomsnitt', x: 150, y: 676 },
    );
    expect(copyText(page, { start: 0, end: page.text.length })).toBe(
      '9-10\tkompetens inom VA-verksamheten\n7-8\ti genomsnitt',
    );
  });

  it('keeps the hyphen of an abbreviation that ends its line, and of a word that is completed later', () => {
    const copied = (...lines: string[]): string => {
      const page = pageOf(...paragraph(lines));
      return copyText(page, { start: 0, end: page.text.length });
    };
    expect(copied('taxan för VA-', 'verksamheten')).toBe('taxan för VA-verksamheten');
    expect(copied('taxan för VA-', 'och renhållning')).toBe('taxan för VA- och renhållning');
    expect(copied('taxan för kommun-', 'styrelsen')).toBe('taxan för kommunstyrelsen');
  });

  it('takes only what is selected', () => {
    expect(copyText(page, { start: 8, end: 16 })).toBe('beslutar');
  });
});

describe('lineAt', () => {
  it('is the line that holds the place, its line feed included', () => {
    const feed = page.text.indexOf('\n');
    expect(lineAt(page, feed)?.start).toBe(0);
    expect(lineAt(page, feed + 1)?.start).toBe(feed + 1);
    expect(lineAt(pageOf(), 0)).toBeNull();
  });
});
