import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLabels } from '../../../electron/print/pageLabels.ts';
import { briefingBlocks } from '../../../electron/print/wordBriefing.ts';
import { printTexts } from '../../../electron/print/printTexts.ts';
import { wrapWords } from '../../../electron/print/wrapWords.ts';
import { testId } from '../../support/testManifest.ts';

const width = (words: string): number => words.length;

describe('lines of words', () => {
  it('breaks between words, and within one that is too long', () => {
    expect(wrapWords('förslag till beslut', 12, width)).toEqual(['förslag till', 'beslut']);
    expect(wrapWords('kommunstyrelsens', 6, width)).toEqual(['kommun', 'styrel', 'sens']);
    expect(wrapWords('en\n\ntvå', 12, width)).toEqual(['en', '', 'två']);
  });

  it('loses no letter and exceeds no line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (text, room) => {
        const lines = wrapWords(text, room, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(lines.every((line) => [...line].length <= 1 || line.length <= room)).toBe(true);
      }),
    );
  });
});

describe('names of pages', () => {
  it('makes one run of numbers that follow each other', () => {
    expect(pageLabels([null, '214', '215', '219', null, null])).toEqual([
      { index: 0, text: '–' },
      { index: 1, start: 214 },
      { index: 3, start: 219 },
      { index: 4, text: '–' },
    ]);
  });
});

it('words a unit briefing with its figures, baselines and commitments', () => {
  const blocks = briefingBlocks(
    {
      id: testId('briefing', 1),
      unit: { id: testId('unit', 1), name: 'Kostenheten' },
      presenter: 'Tore Lindvik',
      series: 'annual',
      period: '2026',
      start: null,
      minutes: null,
      sealed: null,
      documents: [],
      sections: [
        {
          id: testId('part', 1),
          sectionKind: 'challenges',
          title: '',
          points: [{ id: testId('part', 2), text: 'Rekrytering av kockar', themes: [] }],
        },
      ],
      keyFigures: [
        {
          id: testId('part', 3),
          name: 'Måltider',
          unitOfMeasure: 'st',
          value: 155923,
          asOf: '2026-11-01',
          scope: null,
          source: null,
          note: null,
          series: [],
          baselines: [{ label: 'Förra året', asOf: null, value: 149086, why: 'ett kök färre' }],
        },
      ],
      commitments: [
        {
          id: testId('part', 4),
          what: 'En plan vid årsskiftet',
          who: 'Kostchefen',
          due: '2026-12-31',
          state: 'underWay',
          reported: null,
          evidence: null,
        },
      ],
    },
    printTexts('sv'),
  );
  expect(blocks.map((block) => block.kind === 'entry' || block.text.replace(/\u00a0/g, ' '))).toEqual([
    'Kostenheten',
    '2026',
    'Föredragande: Tore Lindvik',
    'Utmaningar',
    '• Rekrytering av kockar',
    'Nyckeltal',
    '• Måltider: 155 923 st',
    'per 1 november 2026',
    'Förra året: 149 086 st · ett kök färre',
    'Löften och uppföljning',
    '• En plan vid årsskiftet',
    'Pågår · Kostchefen · klart senast 31 december 2026',
  ]);
});
