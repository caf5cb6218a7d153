import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDemo } from '../demo/ensureDemo.mjs';
import { projectRoot } from './projectRoot.mjs';

/** Tells one making of the packs from another. */
const fingerprintOf = (packs) =>
  packs
    .map((pack) => `${path.basename(pack)} ${fs.statSync(pack).size} ${fs.statSync(pack).mtimeMs}`)
    .join('\n');

/** Makes the demo municipality's packs and takes them into the profile, unless it has these already. */
export async function ensureDemoProfile(profile, say) {
  const { packs } = await ensureDemo({ log: say });
  const stamp = path.join(profile, 'demo-packs.txt');
  const fingerprint = fingerprintOf(packs);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint) return;
  say(`taking the demo municipality into ${profile} …`);
  const commandLine = path.join(projectRoot, 'out/cli/beredd.js');
  const run = spawnSync(
    process.execPath,
    [commandLine, 'library', 'import', '--profile', profile, ...packs],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (run.status !== 0) throw new Error('the demo could not be taken in; the message stands above');
  fs.writeFileSync(stamp, fingerprint);
}
