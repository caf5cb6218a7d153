// Runs the compiler once per folder, because each folder is allowed different globals (core: neither DOM nor Node).
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const projects = process.argv.slice(2).length
  ? process.argv.slice(2)
  : [
      'core/tsconfig.json',
      'electron/tsconfig.json',
      'electron/tsconfig.min.json',
      'renderer/tsconfig.json',
      'tests/tsconfig.json',
    ];
let failed = false;
for (const project of projects) {
  const run = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) {
    process.stderr.write(`typecheck: ${project} does not compile\n`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
