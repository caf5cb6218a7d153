// The measured files, made once and kept in out/bench.
import fs from 'node:fs';
import path from 'node:path';
import { makePdf } from './makePdf.mjs';
import { runElectron } from './runElectron.mjs';

export async function makePdfs({ electron, folder, pageCounts, say }) {
  const pictures = path.join(folder, 'merged-pictures');
  if (!fs.existsSync(path.join(pictures, 'done'))) {
    fs.mkdirSync(pictures, { recursive: true });
    // Electron brings the JPEG encoder.
    await runElectron(electron, path.join(import.meta.dirname, 'makePictures.mjs'), { folder: pictures });
    fs.writeFileSync(path.join(pictures, 'done'), '');
  }
  const files = [];
  for (const pageCount of pageCounts) {
    const file = path.join(folder, `merged-${pageCount}.pdf`);
    if (!fs.existsSync(file)) {
      say(`making a file of ${pageCount} pages`);
      await makePdf(file, pageCount, pictures);
    }
    files.push({ file, pageCount });
  }
  return files;
}
