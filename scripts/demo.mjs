// npm run demo: sets the demo municipality's documents and builds its three packs in out/demo/.
import path from 'node:path';
import { ensureDemo } from './demo/ensureDemo.mjs';

const say = (text) => process.stderr.write(`demo: ${text}\n`);

try {
  const { packs } = await ensureDemo({ log: say });
  for (const pack of packs) process.stdout.write(`${path.relative(process.cwd(), pack)}\n`);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
