import fs from 'node:fs';
import path from 'node:path';
import { sourceFingerprint } from '../lib/sourceFingerprint.mjs';
import { outputFolder } from './places.mjs';

const inputs = [
  'assets/demo',
  'scripts/demo',
  'core/pack',
  'electron/packs',
  'electron/crypto',
  'package-lock.json',
];
const stampFile = path.join(outputFolder, '.made-from');

export const packNames = [
  'granasa-ks-2026-12-02.beredd',
  'granasa-ks-2026-12-02-komplettering.beredd',
  'granasa-verksamhetsdag-2026.beredd',
];

/**
 * Makes the demo municipality's packs, unless they are there and nothing they are made from has changed.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<{ packs: string[] }>} in the order they were issued to the board
 */
export async function ensureDemo({ log }) {
  const packs = packNames.map((name) => path.join(outputFolder, name));
  const madeFrom = sourceFingerprint(inputs);
  const isCurrent = fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === madeFrom;
  if (isCurrent && packs.every((pack) => fs.existsSync(pack))) return { packs };
  // Loaded only now: a run with nothing to do must not pay for the typesetting.
  const { makeDemo } = await import('./makeDemo.mjs');
  fs.rmSync(stampFile, { force: true });
  await makeDemo(packs, log);
  fs.writeFileSync(stampFile, madeFrom);
  return { packs };
}
