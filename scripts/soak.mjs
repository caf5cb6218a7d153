// Longer runs of tests whose chances grow with time; `node scripts/soak.mjs [kills]`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const kills = Number(process.argv[2] ?? 2000);

const runs = [
  {
    name: `${kills} kills of a program that writes notes`,
    file: 'tests/electron/notes/kill.test.ts',
    env: { BEREDD_KILLS: String(kills) },
  },
];

for (const { name, file, env } of runs) {
  process.stdout.write(`soak: ${name}\n`);
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', file], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) process.exitCode = 1;
}
