// Goes through a meeting with keys alone and prints what a screen reader would say, from Chromium's accessibility tree:
// the agenda, one item's header, its documents as text by headings, a table, and a note.
//   node scripts/screen-reader.mjs [PACK.beredd] [--item "§ 98"] [--language sv|en]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDemo } from './demo/ensureDemo.mjs';
import { Listener } from './screenReader/Listener.mjs';
import { spokenWords } from './screenReader/spokenWords.mjs';
import { startApp } from './screenReader/startedApp.mjs';
import { walk } from './screenReader/walk.mjs';

const say = (text) => process.stderr.write(`screen-reader: ${text}\n`);

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { item: { type: 'string', default: '' }, language: { type: 'string', default: 'sv' } },
  });
  const words = spokenWords[values.language];
  if (words === undefined) throw new Error('--language is sv or en');
  const pack = positionals[0] ?? (await ensureDemo({ log: say })).packs[0];
  const { page, stop } = await startApp(path.resolve(pack), say);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    await session.send('DOM.enable');
    const listener = new Listener(page, session, words, (text) => process.stdout.write(`${text}\n`));
    await walk(listener, { item: values.item, language: values.language });
  } finally {
    await stop();
  }
}

try {
  await main();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
