// Goes through a meeting with keys alone: every function of reading must be reached, and something in the window must have
// the focus after each key. Ends with 1 when one is not.
//   node scripts/keyboard-walk.mjs [PACK.beredd]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDemo } from './demo/ensureDemo.mjs';
import { walkEveryFunction } from './screenReader/everyFunction.mjs';
import { KeyboardWalker } from './screenReader/KeyboardWalker.mjs';
import { startApp } from './screenReader/startedApp.mjs';

const say = (text) => process.stderr.write(`keyboard-walk: ${text}\n`);
const print = (text) => process.stdout.write(`${text}\n`);

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const pack = positionals[0] ?? (await ensureDemo({ log: say })).packs[0];
  const { page, stop } = await startApp(path.resolve(pack), say);
  try {
    const walker = new KeyboardWalker(page, print);
    await walkEveryFunction(walker);
    const { reached, missing, faults } = walker.result();
    print(`\n${reached} reached, ${missing.length} not; the focus was lost ${faults.length} times`);
    for (const line of [...missing, ...faults]) print(`  ${line}`);
    if (missing.length + faults.length > 0) process.exitCode = 1;
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
