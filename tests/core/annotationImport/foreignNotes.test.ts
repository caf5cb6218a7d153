import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForeignAnnotation } from '../../../core/annotationImport/foreignAnnotation.ts';
import { draftOfComment, joinAnswers, traitsOf } from '../../../core/annotationImport/foreignNotes.ts';
import { nearestHighlight, nearestInk } from '../../../core/annotationImport/nearestColour.ts';

const sha256 = 'b'.repeat(64);
const annotation = (number: number, more: Partial<ForeignAnnotation> = {}): ForeignAnnotation => ({
  number,
  replyTo: null,
  page: 1,
  kind: 'comment',
  name: '',
  author: 'Anna Ek',
  time: number,
  text: `text ${number}`,
  colour: 'yellow',
  box: [0, 0, 20, 20],
  selectors: [{ type: 'PageSelector', sha256, page: 1, quads: [] }],
  strokes: [],
  textSize: null,
  ...more,
});
const quote = (exact: string): ForeignAnnotation['selectors'] => [
  { type: 'PageSelector', sha256, page: 1, quads: [[0, 1, 1, 1, 0, 0, 1, 0]] },
  { type: 'TextQuoteSelector', exact, prefix: '', suffix: '', normalisation: 1 },
];

describe('comments and their answers', () => {
  it('are one note, the answers in the order of time with who wrote them', () => {
    const [comment, ...rest] = joinAnswers([
      annotation(0),
      annotation(1, { replyTo: 0, author: 'Bo Alm', time: 9 }),
      annotation(2, { replyTo: 1, author: '', time: 5 }),
    ]);
    expect(rest).toEqual([]);
    expect(comment?.text).toBe('text 0\n– text 2\n– Bo Alm: text 1');
  });

  it('stand on the words that an answer strikes out, when the head has none: "replace text"', () => {
    const [comment] = joinAnswers([
      annotation(0, { kind: 'insertion', text: 'sex meter' }),
      annotation(1, { replyTo: 0, kind: 'strikeOut', text: '', selectors: quote('sju meter') }),
    ]);
    expect(comment?.text).toBe('sex meter');
    expect(comment?.selectors).toEqual(quote('sju meter'));
  });

  it('lose no text, whatever answers what, also in circles', () => {
    const link = fc.option(fc.nat(11), { nil: null });
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 12 }), (links) => {
        const all = links.map((replyTo, number) => annotation(number, { replyTo }));
        const texts = joinAnswers(all).map(({ text }) => text);
        for (const { text } of all)
          expect(texts.filter((each) => each.split(/\n|: /).includes(text))).toHaveLength(1);
      }),
    );
  });
});

describe('a comment as a note', () => {
  const source = { type: 'document', document: 'd', item: null } as const;
  const draft = (more: Partial<ForeignAnnotation>) => {
    const [comment] = joinAnswers([annotation(0, more)]);
    if (comment === undefined) throw new Error('no comment');
    return draftOfComment(comment, 'm', source);
  };

  it('is a mark on words, an area where there are none', () => {
    expect(draft({ kind: 'highlight', selectors: quote('ord'), colour: 'pink' })).toMatchObject({
      kind: 'highlight',
      colour: 'pink',
      noteClass: 'private',
      origin: { author: 'Anna Ek', kind: 'highlight' },
    });
    expect(draft({ kind: 'strikeOut' })).toMatchObject({ kind: 'area', colour: null });
  });

  it('keeps strokes, and the size of words on the page', () => {
    const strokes = [{ points: [0, 0, 5, 5], width: 2, colour: 'red' as const }];
    expect(draft({ kind: 'ink', strokes })).toMatchObject({ kind: 'ink', strokes });
    expect(draft({ kind: 'freeText', textSize: 18 })).toMatchObject({ textLook: { size: 18 } });
  });

  it('is known again by its name, else by what it says and where', () => {
    const traits = (more: Partial<ForeignAnnotation>) => joinAnswers([annotation(0, more)]).map(traitsOf)[0];
    expect(traits({ name: 'n', text: 'ett' })).toEqual(
      traits({ name: 'n', text: 'två', box: [9, 9, 29, 29] }),
    );
    expect(traits({ text: 'ett' })).not.toEqual(traits({ text: 'två' }));
    expect(traits({ box: [0, 0, 20, 20.3] })).toEqual(traits({}));
  });
});

describe('colours of other programs', () => {
  it('are those of ours that look most like them', () => {
    expect(nearestHighlight([255, 255, 0])).toBe('yellow');
    expect(nearestHighlight([255, 0, 0])).toBe('pink');
    expect(nearestHighlight(null)).toBe('yellow');
    expect(nearestInk([250, 10, 10])).toBe('red');
    expect(nearestInk(null)).toBe('black');
  });
});
