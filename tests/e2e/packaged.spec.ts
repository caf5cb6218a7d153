import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readFuses } from '../../scripts/lib/fuses.mjs';
import { buildTestPack } from '../support/packBuilder.ts';
import { electronCommand, freshFolder, packagedFolder } from './launch.ts';
import { runToEnd, sizeOfPng, type Ended } from './startedApp.ts';

// The packaged app allows no debugger: it is driven by arguments and judged by what it leaves behind.
test.beforeAll(() => {
  if (!existsSync(path.join(packagedFolder(), 'beredd-bin')))
    throw new Error('there is no packaged app: run node scripts/pack/dist.mjs dir');
});

/** Starts it as whoever runs the tests, root as nobody so that the sandbox stays on. */
async function start(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { executable, env } = await electronCommand(path.join(packagedFolder(), 'beredd'));
  return runToEnd(executable, args, { ...env, HOME: freshFolder('home'), ...more });
}

/** A command needs no screen. */
const command = (...args: readonly string[]): Promise<Ended> =>
  start(args, { DISPLAY: '', WAYLAND_DISPLAY: '' });

async function somePack(): Promise<string> {
  const { file } = await buildTestPack({ folder: freshFolder('packs') });
  chmodSync(file, 0o644);
  return file;
}

test('its fuses are set: no Node, no inspector, code only from the archive', () => {
  expect(readFuses(path.join(packagedFolder(), 'beredd-bin'))).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    asarIntegrity: true,
    onlyLoadFromAsar: true,
    browserV8Snapshot: false,
    fileProtocolExtraPrivileges: false,
  });
});

test('it carries the app and nothing beside it', () => {
  const resources = readdirSync(path.join(packagedFolder(), 'resources'));
  expect(resources.filter((name) => name.endsWith('.asar'))).toEqual(['app.asar']);
  expect(resources).not.toContain('app');
  const archive = readFileSync(path.join(packagedFolder(), 'resources/app.asar'));
  expect(archive.subarray(0, 200_000).toString('latin1')).not.toContain('.js.map"');
});

for (const name of ['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0', '--inspect-brk=0'])
  test(`it refuses ${name}`, async () => {
    const ended = await start([name, `--profile=${freshFolder()}`, '--once']);
    expect(ended.stderr).toContain(`${name.split('=')[0]} is refused`);
    expect(ended.stderr).not.toContain('listening on');
    expect(ended.code).toBe(1);
  });

test('it is no Node, whatever the environment says', async () => {
  const ended = await start(['--version'], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/nowhere.js',
  });
  expect(ended.stdout).toMatch(/^beredd \d/);
  expect(ended.code).toBe(0);
});

test('it opens a pack given as argument and draws its first page', async () => {
  const profile = freshFolder();
  const picture = path.join(profile, 'packaged.png');
  const args = [
    '--disable-gpu',
    `--profile=${profile}`,
    '--once',
    `--screenshot=${picture}`,
    await somePack(),
  ];
  const ended = await start(args);
  expect(ended.stderr).toContain('the first document page is drawn');
  expect(ended.code).toBe(0);
  expect(sizeOfPng(readFileSync(picture)).width).toBeGreaterThanOrEqual(720);
});

test('its commands need no screen and say nothing but their own words', async () => {
  const good = await command('pack', 'verify', await somePack(), '--lang', 'en');
  expect(good.code).toBe(0);
  expect(good.stderr).toBe('');
  expect(good.stdout).not.toBe('');

  const folder = freshFolder('packs');
  writeFileSync(path.join(folder, 'tom.beredd'), '');
  const refused = await command('pack', 'verify', path.join(folder, 'tom.beredd'), '--lang', 'en');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^tom\.beredd /);
  expect(refused.stdout).toBe('');

  const mistyped = await command('pakc', '--lang', 'en');
  expect(mistyped.code).toBe(2);
  expect(mistyped.stderr).toContain('pakc');
});
