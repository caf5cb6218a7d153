import { describe, expect, it } from 'vitest';
import { nearbyText } from '../../../../core/annotation/drawn/nearbyText.ts';
import { pageOf, paragraph } from '../../text/charactersOf.ts';

const sha256 = 'a'.repeat(64);
const page = pageOf(
  ...paragraph([
    'Kommunen bygger ut vattenledningen till Nybygget under året.',
    'Kostnaden blir fyra miljoner.',
  ]),
  ...paragraph(['Bilaga med karta över området och dess gränser mot skogen i norr.'], 50, 300),
);
const near = (frame: { left: number; bottom: number; right: number; top: number }) =>
  nearbyText({ sha256, filePage: 3, page, frame, previousText: null, nextText: 'Nästa sida börjar här.' });

describe('the words near something drawn', () => {
  it('are those under it', () => {
    expect(near({ left: 60, bottom: 701, right: 90, top: 706 })).toMatchObject({
      exact: 'Kommunen bygger ut vattenledningen till Nybygget under året.',
      prefix: '',
      start: 0,
      quads: [[50, 710, 350, 710, 50, 700, 350, 700]],
    });
  });

  it('are the line nearest to it in an empty place, so many that they can be told apart', () => {
    expect(near({ left: 60, bottom: 200, right: 90, top: 240 })).toMatchObject({
      exact: expect.stringMatching(/^Bilaga med karta/),
      suffix: ' Nästa sida börjar här.',
    });
    const short = near({ left: 60, bottom: 689, right: 90, top: 690 });
    expect(short?.exact).toMatch(/^Kommunen .* miljoner\.$/);
    expect(short?.quads).toHaveLength(2);
  });

  it('are none on a page without words', () => {
    const blank = pageOf();
    expect(
      nearbyText({
        sha256,
        filePage: 1,
        page: blank,
        frame: { left: 0, bottom: 0, right: 9, top: 9 },
        previousText: null,
        nextText: null,
      }),
    ).toBeNull();
  });
});
