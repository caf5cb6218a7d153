import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../lib/projectRoot.mjs';
import { signingKeyFile } from './places.mjs';

/**
 * Builds one pack with the project's own command line, as a secretary would.
 * @returns what the command reports, as an object
 */
export function buildPack(folder, target, { issued, previous }) {
  const base = previous ? ['--previous', previous, '--supplement'] : [];
  const command = [
    'pack',
    'build',
    folder,
    '-o',
    target,
    '--key',
    signingKeyFile,
    '--issued',
    issued,
    '--json',
    ...base,
  ];
  const run = spawnSync(process.execPath, [path.join(projectRoot, 'scripts/beredd.mjs'), ...command], {
    encoding: 'utf8',
  });
  if (run.status !== 0)
    throw new Error(`the pack of ${path.basename(folder)} was refused: ${run.stderr || run.stdout}`);
  const report = JSON.parse(run.stdout);
  if (report.notIncluded?.length > 0)
    throw new Error(`forgotten in ${folder}: ${report.notIncluded.join(', ')}`);
  return report;
}
