import path from 'node:path';
import { buildPack } from './buildPack.mjs';
import { DocumentCache } from './documentCache.mjs';
import { boardMeeting } from './folders/boardMeeting.mjs';
import { operationsDay } from './folders/operationsDay.mjs';
import { writeFolder } from './folders/writeFolder.mjs';
import { outputFolder } from './places.mjs';

/** Sets the documents, writes the three folders and builds the three packs into `packs`. */
export async function makeDemo(packs, log) {
  const [summons, supplement, day] = packs;
  const folders = await writeDemoFolders(outputFolder, log);
  const build = (name, target, previous) => {
    const { folder, issued } = folders[name];
    const { revision, items, pages, bytes } = buildPack(folder, target, { issued, previous });
    log(
      `${path.basename(target)}: revision ${revision}, ${items} items, ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB`,
    );
  };
  build('summons', summons);
  build('supplement', supplement, summons);
  build('day', day);
}

/** The three FOLDERs of the demo below `target`, for whoever wants to build packs from them by hand. */
export async function writeDemoFolders(target, log) {
  const cache = new DocumentCache();
  const contents = {
    summons: ['kommunstyrelsen-2026-12-02', await boardMeeting(1, cache)],
    supplement: ['kommunstyrelsen-2026-12-02-komplettering', await boardMeeting(2, cache)],
    day: ['verksamhetsdag-2026', await operationsDay(cache)],
  };
  log(`${cache.made + cache.reused} documents, ${cache.reused} of them as before`);
  return Object.fromEntries(
    Object.entries(contents).map(([name, [folderName, content]]) => {
      const folder = path.join(target, folderName);
      writeFolder(folder, content);
      return [name, { folder, issued: content.issued }];
    }),
  );
}
