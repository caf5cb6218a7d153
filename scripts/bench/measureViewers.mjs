// Our reader and pdf.js's stock viewer, one after the other in the same Electron, on the same files.
import path from 'node:path';
import { buildViewers, pdfjsFolder } from './viewers/build.mjs';
import { medians } from './medians.mjs';
import { runElectron } from './runElectron.mjs';

const scrollPages = 300;
const msPerPage = 150;

/** For each file: the medians of the viewers. `steps`: what is done once the first page is there; peak memory is theirs. */
export async function measureViewers({
  electron,
  folder,
  files,
  rounds,
  say,
  steps,
  viewers = ['ours', 'stock'],
  isVerbose = false,
}) {
  const pages = path.join(folder, 'viewers');
  await buildViewers(pages);
  const script = path.join(import.meta.dirname, 'viewers/main.mjs');
  const results = [];
  for (const { file, pageCount } of files) {
    const found = { ours: [], stock: [] };
    for (let round = 1; round <= rounds; round++) {
      for (const viewer of viewers) {
        say(`${pageCount} pages, ${viewer}, round ${round} of ${rounds}`);
        const task = {
          viewer,
          file,
          pageCount,
          pages,
          pdfjs: pdfjsFolder,
          scrollPages,
          msPerPage,
          steps,
          isVerbose,
        };
        const measured = await runElectron(electron, script, task);
        say(JSON.stringify(measured));
        found[viewer].push(measured);
      }
    }
    results.push({ pageCount, ours: medians(found.ours), stock: medians(found.stock) });
  }
  return results;
}
