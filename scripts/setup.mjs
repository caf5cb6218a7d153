// Sets up a fresh clone: node modules, Electron, system packages. `start` and `test` do the same by themselves.
import { setUp } from './lib/setUp.mjs';

const say = (text) => process.stderr.write(`setup: ${text}\n`);
try {
  const electron = await setUp('test', say);
  say(`ready: Electron ${electron.version} (${electron.source})`);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
