// Finding a word in a large document: our process that reads text, and pdf.js's find controller, in the same Electron.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../lib/projectRoot.mjs';
import { medians } from '../medians.mjs';
import { runElectron } from '../runElectron.mjs';

const query = 'länsstyrelsen';
const otherQuery = 'detaljplan';

/**
 * Medians in milliseconds. `ours` and `stock`: `textMs` until the text of all pages was read without a search; `firstMs` and `allMs` of the first search ever, `againFirstMs` and
 * `againAllMs` of another word once the text is in memory; ours also `restartFirstMs` and `restartAllMs` after another start.
 * Needs the built app in `built`.
 */
export async function benchFind({
  electron,
  file,
  pageCount,
  rounds,
  say,
  built = path.join(projectRoot, 'out'),
  isVerbose = false,
}) {
  const found = { ours: [], stock: [] };
  for (let round = 1; round <= rounds; round++) {
    for (const [name, script] of [
      ['ours', 'oursMain.mjs'],
      ['stock', 'stockMain.mjs'],
    ]) {
      say(`find in ${pageCount} pages, ${name}, round ${round} of ${rounds}`);
      const texts = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-bench-text-'));
      const task = {
        file,
        pageCount,
        query,
        otherQuery,
        texts,
        built,
        isVerbose,
      };
      const pdfjs = path.join(projectRoot, 'node_modules/pdfjs-dist');
      const measured = await runElectron(electron, path.join(import.meta.dirname, script), {
        ...task,
        pdfjs,
      });
      fs.rmSync(texts, { recursive: true, force: true });
      say(JSON.stringify(measured));
      found[name].push(measured);
    }
  }
  return { pageCount, ours: medians(found.ours), stock: medians(found.stock) };
}
