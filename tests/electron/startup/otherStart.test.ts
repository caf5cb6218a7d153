import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapStart, wrapStart } from '../../../electron/startup/otherStart.ts';

const starts = fc.record({
  args: fc.array(fc.string({ unit: 'grapheme-composite' }), { maxLength: 40 }),
  folder: fc.string(),
});

describe('a start that is handed over', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(starts, (start) => {
        expect(unwrapStart(wrapStart(start))).toEqual(start);
      }),
    );
  });

  it('travels in visible ASCII, whatever the files are called', () => {
    const { start } = wrapStart({ args: ['/möten/Kallelse – nr 1.beredd', 'a\u0308\t.beredd'], folder: '/' });
    expect(start).toMatch(/^[\u0021-\u007e]+$/);
  });

  it('is told from anything else', () => {
    const others = [null, 'x', {}, { start: 1 }, { start: '%' }, { start: '{}' }, { args: [], folder: '/' }];
    const wrong = { start: encodeURIComponent(JSON.stringify({ args: [1], folder: '/' })) };
    for (const other of [...others, wrong]) expect(unwrapStart(other)).toBeNull();
  });
});
