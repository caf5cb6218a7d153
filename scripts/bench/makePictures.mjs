// Run by Electron, which brings a JPEG encoder: photographs and scanned pages of made-up content, the same each time.
import fs from 'node:fs';
import path from 'node:path';
import { app, nativeImage } from 'electron';
import { numbers } from './numbers.mjs';

const { folder, profile } = JSON.parse(process.env.BENCH_TASK ?? '{}');
app.setPath('userData', profile);

/** Four bytes a pixel, as the system's bitmaps are; all that is drawn here is grey or soft colour. */
function bitmap(width, height, colourAt) {
  const bytes = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = colourAt(x, y);
      bytes.set([blue, green, red, 255], (y * width + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(bytes, { width, height });
}

/** Soft hills with the grain of a camera, 1,600 × 1,067. */
function photograph(seed) {
  const random = numbers(seed);
  return bitmap(1600, 1067, (x, y) => {
    const grain = random() * 18;
    const hill = Math.sin((x + seed * 90) / 210) * 120 + 560;
    const light = y < hill ? 150 - y / 12 : 60 + (y - hill) / 8;
    return [light + 40 + grain, light + 55 + grain, (y < hill ? light + 90 : light) + grain].map((v) =>
      Math.max(0, Math.min(255, v)),
    );
  });
}

/** A coat of arms and a name, 360 × 150. */
function letterhead(seed) {
  const random = numbers(seed + 50);
  return bitmap(360, 150, (x, y) => {
    const isShield = (x - 70) ** 2 / 50 ** 2 + (y - 75) ** 2 / 65 ** 2 < 1;
    const isName = x > 140 && y > 55 && y < 95 && (x * 3 + seed) % 11 > 3;
    const grain = random() * 6;
    if (isShield) return [30 + grain + ((x + y) % 40), 70 + grain, 140 + grain];
    return isName ? [40 + grain, 40 + grain, 46 + grain] : [255 - grain, 255 - grain, 255 - grain];
  });
}

/** Lines of something like type on paper that is not quite white, 150 dots an inch. */
function scan(seed) {
  const random = numbers(seed);
  const words = Array.from({ length: 60 }, () => Array.from({ length: 90 }, () => random() > 0.22));
  return bitmap(1240, 1754, (x, y) => {
    const [line, column] = [Math.floor((y - 160) / 24), Math.floor((x - 150) / 11)];
    const isInk =
      words[line]?.[column] && (y - 160) % 24 > 7 && (y - 160) % 24 < 19 && (x * 7 + y * 3 + seed) % 5 > 1;
    const tone = (isInk ? 60 : 236) + random() * 14;
    return [tone, tone, tone - 4];
  });
}

app
  .whenReady()
  .then(() => {
    for (let seed = 1; seed <= 8; seed++) {
      fs.writeFileSync(path.join(folder, `photograph-${seed}.jpg`), photograph(seed).toJPEG(82));
      fs.writeFileSync(path.join(folder, `scan-${seed}.jpg`), scan(seed).toJPEG(70));
      fs.writeFileSync(path.join(folder, `letterhead-${seed}.jpg`), letterhead(seed).toJPEG(85));
    }
    process.stdout.write('BENCH {}\n');
    app.exit(0);
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
