import { describe, expect, it } from 'vitest';
import { line, testPdf } from '../../support/testPdf.ts';
import { compose, filePart, newFolder, plainPage, shareOfPixels } from './composeScene.ts';

describe('a printed page', () => {
  it('shows what was drawn, written and marked out on the page itself', async () => {
    const folder = await newFolder();
    const report = await testPdf({ pages: [line('Tjänsteskrivelse', 70, 200)] });
    const marks = [
      {
        kind: 'ink' as const,
        colour: 'yellow' as const,
        quads: [[60, 560, 260, 560, 60, 500, 260, 500]],
        badge: null,
        strokes: [{ points: [70, 510, 250, 550], width: 12, colour: 'red' as const }],
      },
      {
        kind: 'freeText' as const,
        colour: 'yellow' as const,
        quads: [[60, 460, 200, 460, 60, 420, 200, 420]],
        badge: null,
        words: { text: 'Varför så dyrt just i år?', size: 14, colour: 'blue' as const },
      },
      {
        kind: 'area' as const,
        colour: 'yellow' as const,
        quads: [[60, 380, 260, 380, 60, 300, 260, 300]],
        badge: '7',
      },
    ];
    const { document, texts } = await compose(folder, {
      parts: [await filePart(folder, 'a.pdf', report, [plainPage(1, { marks })])],
    });
    expect(texts[0]?.replaceAll(/\s+/g, ' ')).toContain('Varför så dyrt just i år?');
    expect(texts[0]).toContain('7');
    const red = shareOfPixels(document, 1, (r, g, b) => r > 180 && g < 60 && b < 60);
    expect(red).toBeGreaterThan(0.003);
  });
});
