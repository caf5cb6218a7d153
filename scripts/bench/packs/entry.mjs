// Bundled and run in Electron's Node: opens or verifies a pack as the app does, prints one line of JSON.
import { openPack } from '../../../electron/packs/openPack.ts';
import { verifyPack } from '../../../electron/packs/verifyPack.ts';

const [what, file, times] = process.argv.slice(2);

async function timed(work) {
  const before = performance.now();
  const outcome = await work();
  if (!outcome.ok) throw new Error(`${what}: ${outcome.error.code}`);
  return { ms: performance.now() - before, value: outcome.value };
}

const ms = [];
for (let time = 0; time < Number(times); time++) {
  const done = await timed(() => (what === 'open' ? openPack(file) : verifyPack(file, {})));
  ms.push(done.ms);
  if (what === 'open') await done.value.close();
}
process.stdout.write(`BENCH ${JSON.stringify({ ms })}\n`);
