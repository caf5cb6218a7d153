import { spawnSync } from 'node:child_process';

// npm hands its own settings and our package.json to child processes; a second npm must not inherit them.
const inherited = /^npm_(config_(?!registry|cafile|userconfig|globalconfig|cache)|package_|lifecycle_)/i;

/** Runs npm in `folder` with the npm that started us, when there is one. */
export function runNpm(args, folder, { quiet = false } = {}) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  const cli = process.env.npm_execpath;
  const options = {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: quiet ? 'pipe' : ['ignore', 'inherit', 'inherit'],
  };
  return cli
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
