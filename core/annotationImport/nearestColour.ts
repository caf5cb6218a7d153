import type { HighlightColour } from '../annotation/annotation.ts';
import type { InkColour } from '../annotation/noteDetails.ts';

type Rgb = readonly [number, number, number];

const highlights: Readonly<Record<HighlightColour, Rgb>> = {
  yellow: [255, 229, 0],
  green: [80, 220, 80],
  blue: [90, 170, 255],
  pink: [255, 90, 170],
};
const inks: Readonly<Record<InkColour, Rgb>> = {
  black: [0, 0, 0],
  red: [210, 30, 30],
  blue: [30, 70, 200],
  green: [20, 140, 60],
  yellow: [250, 220, 0],
};

/** The colour of ours that looks most like one of a file, 0–255 each. */
export const nearestHighlight = (colour: Rgb | null): HighlightColour =>
  colour === null ? 'yellow' : nearest(highlights, colour);

export const nearestInk = (colour: Rgb | null): InkColour =>
  colour === null ? 'black' : nearest(inks, colour);

function nearest<C extends string>(palette: Readonly<Record<C, Rgb>>, colour: Rgb): C {
  let best: C | null = null;
  let bestDistance = Infinity;
  for (const name in palette) {
    const away = palette[name].reduce((sum, part, i) => sum + (part - (colour[i] ?? 0)) ** 2, 0);
    if (away < bestDistance) [best, bestDistance] = [name, away];
  }
  if (best === null) throw new Error('an empty palette');
  return best;
}
