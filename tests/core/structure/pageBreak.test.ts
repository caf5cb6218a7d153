import { describe, expect, it } from 'vitest';
import { unmarked } from '../../../core/pdf/structureElement.ts';
import { flowText, withoutLastHyphen } from '../../../core/structure/flowText.ts';
import { pageBreak } from '../../../core/structure/pageBreak.ts';
import type { StructuredText } from '../../../core/structure/structureOf.ts';
import { structureOf } from '../../../core/structure/structureOf.ts';
import type { Piece } from '../text/charactersOf.ts';
import { charactersOf, paragraph } from '../text/charactersOf.ts';

/** A page without tags: what it is shows from where its words stand. */
function page(...pieces: readonly Piece[]): StructuredText {
  const characters = charactersOf(...pieces);
  return structureOf({
    characters,
    marks: new Int32Array(characters.codes.length).fill(unmarked),
    bold: new Uint8Array(characters.codes.length),
    roots: [],
    language: 'sv',
    drawings: [],
    hasDrawings: false,
  });
}

const upTo = (...lines: string[]): StructuredText => page(...paragraph(lines, 50, 200));
const goingOn = (...lines: string[]): StructuredText => page(...paragraph(lines));

/** The words on both sides of the break. */
function broken(one: StructuredText, other: StructuredText): [string, string, boolean] | null {
  const found = pageBreak(one, other);
  if (!found) return null;
  const { from, to, breaksWord } = found;
  return [flowText(one.text, from.words).text, flowText(other.text, to.words).text, breaksWord];
}

describe('a paragraph at the end of a page', () => {
  it('goes on where its sentence does', () => {
    const found = broken(
      upTo('Nämnden har prövat ärendet och', 'anser att planen kan antas av'),
      goingOn('kommunstyrelsen i december.'),
    );
    expect(found?.[0]).toContain('antas av');
    expect(found?.[1]).toBe('kommunstyrelsen i december.');
    expect(found?.[2]).toBe(false);
  });

  it('goes on in the middle of a word, whose hyphen is the printer’s', () => {
    const [one, other] = [upTo('Nämnden föreslår att kommun-'), goingOn('styrelsen antar planen.')];
    expect(broken(one, other)?.[2]).toBe(true);
    const flow = withoutLastHyphen(flowText(one.text, pageBreak(one, other)?.from.words ?? []));
    expect(flow.text).toBe('Nämnden föreslår att kommun');
    expect(flow.starts).toHaveLength(flow.text.length);
  });

  it('keeps a hyphen of the writer’s', () => {
    expect(broken(upTo('Det gäller växt-'), goingOn('och djurliv i dammen.'))?.[2]).toBe(false);
    expect(broken(upTo('Det gäller taxan för VA-'), goingOn('verksamheten i år.'))?.[2]).toBe(false);
  });

  it('goes on with a name when its last line is full', () => {
    const full = upTo('Planen omfattar torget och gatorna i', 'Granåsa, och den angränsar i väster');
    expect(broken(full, goingOn('Kvarnby som ligger intill.'))).not.toBeNull();
    const short = upTo('Planen omfattar torget och gatorna i', 'Granåsa');
    expect(broken(short, goingOn('Kvarnby som ligger intill.'))).toBeNull();
  });

  it('ends there with its sentence, and before a heading or a list', () => {
    expect(broken(upTo('Planen antas.'), goingOn('och så vidare'))).toBeNull();
    expect(
      broken(upTo('Nämnden beslutar att'), page({ text: 'Bakgrund', x: 50, y: 700, size: 20 })),
    ).toBeNull();
    expect(broken(upTo('Nämnden beslutar att'), goingOn('• anta planen'))).toBeNull();
  });

  it('goes on past page numbers, running heads and footnotes', () => {
    const furniture = (number: number): Piece[] => [
      { text: 'Granåsa kommun', x: 50, y: 780 },
      { text: `Sida ${number} av 9`, x: 50, y: 20 },
    ];
    const one = page(...furniture(1), ...paragraph(['Nämnden anser att planen kan', 'antas av'], 50, 200), {
      text: '1 Se bilaga.',
      x: 50,
      y: 120,
      size: 7,
    });
    const other = page(...furniture(2), ...paragraph(['kommunstyrelsen i december.']));
    expect(broken(one, other)?.[1]).toBe('kommunstyrelsen i december.');
  });

  it('is the last point of a list', () => {
    const one = page(...paragraph(['• bygga en gång- och'], 50, 200));
    expect(broken(one, goingOn('cykelväg längs ån.'))?.[0]).toBe('bygga en gång- och');
  });

  it('does not go on on a page without words', () => {
    expect(broken(upTo('Nämnden beslutar att'), page())).toBeNull();
    expect(broken(page(), goingOn('planen antas'))).toBeNull();
  });
});
