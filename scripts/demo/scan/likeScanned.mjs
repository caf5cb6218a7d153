import { seededRandom } from '../seededRandom.mjs';

const paperWhite = 238;
const inkBlack = 38;

/**
 * What a copier makes of a page: a little askew, grey paper, a shadow along one edge, grain and some specks.
 * @param {{ width: number, height: number, grey: Uint8Array }} page
 */
export function likeScanned({ width, height, grey }, seed) {
  const random = seededRandom(seed);
  const turn = (random() - 0.5) * 0.018;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = x - width / 2;
      const dy = y - height / 2;
      const tone = sample(
        grey,
        width,
        height,
        width / 2 + dx * cos - dy * sin,
        height / 2 + dx * sin + dy * cos,
      );
      const shadow = Math.max(0, 1 - x / 34) * 60 + (y / height) * 7;
      const grain = (random() + random() - 1) * 9;
      out[y * width + x] = Math.max(
        0,
        Math.min(255, inkBlack + (tone * (paperWhite - inkBlack)) / 255 - shadow + grain),
      );
    }
  }
  addSpecks(out, width, height, random);
  return { width, height, grey: out };
}

/** The tone between four pixels; white outside the page. */
function sample(grey, width, height, x, y) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const at = top * width + left;
  const [fx, fy] = [x - left, y - top];
  const upper = grey[at] * (1 - fx) + grey[at + 1] * fx;
  const lower = grey[at + width] * (1 - fx) + grey[at + width + 1] * fx;
  return upper * (1 - fy) + lower * fy;
}

function addSpecks(grey, width, height, random) {
  for (let n = 0; n < 26; n++) {
    const at = Math.floor(random() * (height - 4)) * width + Math.floor(random() * (width - 4));
    grey[at] = 70;
    grey[at + 1] = 95;
    if (random() > 0.5) grey[at + width] = 80;
  }
}
