// Runs an Electron main script of the bench and gives back the line of JSON it prints.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const limitMs = 5 * 60_000;

export function runElectron({ executable, display }, script, task) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-bench-'));
  const switches = process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : [];
  const env = {
    ...process.env,
    DISPLAY: display ?? process.env.DISPLAY,
    BENCH_TASK: JSON.stringify({ ...task, profile }),
  };
  delete env.ELECTRON_RUN_AS_NODE;
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...switches, script], {
      env,
      stdio: ['ignore', 'pipe', task.isVerbose ? 'inherit' : 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    const limit = setTimeout(() => child.kill(), limitMs);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(limit);
      fs.rmSync(profile, { recursive: true, force: true });
      const line = said.split('\n').find((each) => each.startsWith('BENCH '));
      if (line) resolve(JSON.parse(line.slice('BENCH '.length)));
      else reject(new Error(`${path.basename(script)} ended without a result`));
    });
  });
}
