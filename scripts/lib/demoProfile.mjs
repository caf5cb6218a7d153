import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDemo } from '../demo/ensureDemo.mjs';
import { projectRoot } from './projectRoot.mjs';

const stampName = 'demo-packs.txt';

/** Tells one making of the packs from another. */
const fingerprintOf = (packs) =>
  packs
    .map((pack) => `${path.basename(pack)} ${fs.statSync(pack).size} ${fs.statSync(pack).mtimeMs}`)
    .join('\n');

/** Makes the demo municipality's packs and takes them into the demo's profile, unless it has these already. */
export async function ensureDemoProfile(profile, say) {
  const { packs } = await ensureDemo({ log: say });
  const fingerprint = fingerprintOf(packs);
  const state = demoProfileState(profile, fingerprint);
  if (state === 'current') return;
  if (state === 'inUse') {
    say('the demo municipality has changed; close Beredd and start it again to see it');
    return;
  }
  if (state === 'changed') {
    say(`the demo municipality has changed; the old demo profile is kept as ${setAside(profile)}`);
  }
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
  fs.writeFileSync(path.join(profile, stampName), fingerprint);
}

/**
 * Packs made anew have other keys and other bytes under the same names: taken into the old profile they would be kept
 * apart from what is there. Only a profile that this script made, which its stamp says, is ever replaced.
 * @param {string} profile
 * @param {string} fingerprint
 * @returns {'fresh' | 'current' | 'changed' | 'inUse'}
 */
export function demoProfileState(profile, fingerprint) {
  const stamp = path.join(profile, stampName);
  if (!fs.existsSync(stamp)) return 'fresh';
  if (fs.readFileSync(stamp, 'utf8') === fingerprint) return 'current';
  return isInUse(profile) ? 'inUse' : 'changed';
}

/**
 * Somebody may have written notes in it while trying the app: it is moved, not removed. One of them is kept.
 * @param {string} profile
 */
export function setAside(profile) {
  const kept = `${profile}.before`;
  fs.rmSync(kept, { recursive: true, force: true });
  fs.renameSync(profile, kept);
  return kept;
}

/** @param {string} profile */
function isInUse(profile) {
  try {
    const { pid } = JSON.parse(fs.readFileSync(path.join(profile, 'beredd.lock'), 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as somebody else.
    return error.code === 'EPERM';
  }
}
