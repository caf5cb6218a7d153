// What shows only after a while; `node scripts/soak.mjs [--kills 2000] [--minutes 60] [PACK.beredd]`. 0 leaves a part out.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './lib/projectRoot.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '60' },
  },
});

const runs = [
  {
    name: `${values.kills} kills of a program that writes notes`,
    isWanted: values.kills !== '0',
    command: [
      path.join(projectRoot, 'node_modules/vitest/vitest.mjs'),
      'run',
      'tests/electron/notes/kill.test.ts',
    ],
    env: { BEREDD_KILLS: values.kills },
  },
  {
    name: `memory over ${values.minutes} minutes of reading`,
    isWanted: values.minutes !== '0',
    command: [
      path.join(projectRoot, 'scripts/soak/reading.mjs'),
      ...positionals,
      '--minutes',
      values.minutes,
    ],
    env: {},
  },
];

for (const { name, command, env } of runs.filter(({ isWanted }) => isWanted)) {
  process.stdout.write(`soak: ${name}\n`);
  const run = spawnSync(process.execPath, command, {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) process.exitCode = 1;
}
