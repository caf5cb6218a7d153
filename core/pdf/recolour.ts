/** Pixels `[left, right)` × `[top, bottom)`. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Colours as red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

/** How the colours of a page become others. */
export interface PageColours {
  /** What white and black become. */
  readonly paper: Rgb;
  readonly ink: Rgb;
  /** Dark becomes light and light dark, while red stays red and blue blue. */
  readonly isInverted: boolean;
  /** 1 keeps the steps between grey tones, more drives them towards the ink: pale grey text becomes legible. */
  readonly contrast: number;
}

/** A colour may leave 0–255 by so much on either side while its lightness is turned. */
const spare = 256;

/**
 * Changes the colours of an RGBA drawing in place, but for the areas in `kept`. A colour keeps its tint: its lightness is
 * turned about, as the eye weighs it (ITU-R BT.601), and what is then outside 0–255 is cut.
 */
export function recolour(
  pixels: Uint8Array,
  width: number,
  height: number,
  kept: readonly PixelRect[],
  colours: PageColours,
): void {
  const maps = [0, 1, 2].map((channel) => mapOf(colours, channel));
  const change = (from: number, to: number): void => changeRun(pixels, from * 4, to * 4, maps, colours);
  const rects = kept.toSorted((a, b) => a.left - b.left);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let x = 0;
    for (const rect of rects) {
      if (y < rect.top || y >= rect.bottom || rect.right <= x) continue;
      if (rect.left > x) change(row + x, row + Math.min(width, rect.left));
      x = Math.min(width, rect.right);
    }
    if (x < width) change(row + x, row + width);
  }
}

function changeRun(
  pixels: Uint8Array,
  from: number,
  to: number,
  maps: readonly Uint8Array[],
  { isInverted }: PageColours,
): void {
  const [reds = none, greens = none, blues = none] = maps;
  const factor = isInverted ? 2 : 0;
  for (let at = from; at < to; at += 4) {
    const red = pixels[at] ?? 0;
    const green = pixels[at + 1] ?? 0;
    const blue = pixels[at + 2] ?? 0;
    const lightness = (red * 77 + green * 150 + blue * 29) >> 8;
    const shift = spare + (isInverted ? 255 : 0) - factor * lightness;
    pixels[at] = reds[red + shift] ?? 0;
    pixels[at + 1] = greens[green + shift] ?? 0;
    pixels[at + 2] = blues[blue + shift] ?? 0;
  }
}

const none = new Uint8Array(0);

/** One channel's new value for each old one, `spare` below 0 and above 255 included. */
function mapOf({ paper, ink, isInverted, contrast }: PageColours, channel: number): Uint8Array {
  // Inverted, 0 was white and 255 black.
  const [darkest, lightest] = isInverted ? [paper, ink] : [ink, paper];
  const [low, high] = [darkest[channel] ?? 0, lightest[channel] ?? 255];
  return Uint8Array.from({ length: 256 + 2 * spare }, (_, index) => {
    const value = Math.max(0, Math.min(255, index - spare)) / 255;
    const steep = isInverted ? Math.min(1, value * contrast) : 1 - Math.min(1, (1 - value) * contrast);
    return Math.round(low + (high - low) * steep);
  });
}
