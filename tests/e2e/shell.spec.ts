import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { buildTestPack } from '../support/packBuilder.ts';
import { freshFolder, launch } from './launch.ts';
import { sizeOfPng, startToEnd } from './startedApp.ts';

/** A pack that whoever runs the app can read. */
async function somePack(title = 'Kommunstyrelsen'): Promise<string> {
  const folder = freshFolder('packs');
  const { file } = await buildTestPack({ folder, meeting: { title } });
  chmodSync(file, 0o644);
  return file;
}

test('an empty library comes up without a word on the console', async () => {
  const { app, page, consoleLines } = await launch({ size: { width: 1366, height: 768 } });
  await expect(page.getByRole('heading', { name: 'Välkommen till Beredd' })).toBeVisible();
  const window = await app.browserWindow(page);
  expect(await window.evaluate((shown) => [shown.isVisible(), shown.webContents.getURL()])).toEqual([
    true,
    'app://ui/index.html',
  ]);
  expect(consoleLines).toEqual([]);
  await app.close();
});

test('a pack at first start is taken in and its meeting shown', async () => {
  const { app, page } = await launch({ args: [await somePack('Första sammanträdet')] });
  await expect(page.getByText('Första sammanträdet').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('sex orden');
  await app.close();
});

test('a second start opens its pack in the window that is there, and ends', async () => {
  const { app, page, profile } = await launch();
  const window = await app.browserWindow(page);
  await window.evaluate((shown) => shown.minimize());
  const pack = await somePack('Det andra paketet');
  const dashed = path.join(path.dirname(pack), 'Kallelse – nr 2.beredd');
  renameSync(pack, dashed);
  const second = await startToEnd(profile, [dashed, ...Array.from({ length: 8 }, () => dashed)]);
  expect(second.code).toBe(0);
  expect(second.stderr).toContain('handed over');
  await expect(page.getByText('Det andra paketet').first()).toBeVisible();
  expect(app.windows()).toHaveLength(1);
  expect(await window.evaluate((shown) => shown.isMinimized())).toBe(false);
  await app.close();
});

test('--once --screenshot ends with 0 after the first document page and leaves the picture', async () => {
  const profile = freshFolder();
  const picture = path.join(profile, 'once.png');
  const ended = await startToEnd(profile, ['--once', `--screenshot=${picture}`, await somePack()]);
  expect(ended.stderr).toContain('the first document page is drawn');
  expect(ended.code).toBe(0);
  const { width, height } = sizeOfPng(readFileSync(picture));
  expect(width).toBeGreaterThanOrEqual(720);
  expect(height).toBeGreaterThanOrEqual(480);
});

test('--once ends with 1 and says why when there is nothing to draw', async () => {
  const empty = await startToEnd(freshFolder(), ['--once']);
  expect(empty.stderr).toContain('no meeting to show');
  expect(empty.code).toBe(1);
  const folder = freshFolder('packs');
  writeFileSync(path.join(folder, 'sida.beredd'), '<!doctype html><title>Logga in</title>');
  const refused = await startToEnd(freshFolder(), ['--once', path.join(folder, 'sida.beredd')]);
  expect(refused.stderr).toContain('the pack was refused');
  expect(refused.code).toBe(1);
});

test('a profile that another program uses is told, with nothing behind it', async () => {
  const profile = freshFolder();
  // As a command on another computer would leave it: nobody here can ask whether it still runs.
  const holder = { pid: 4711, host: 'annan-dator', since: Date.now(), programStart: null, token: '00' };
  writeFileSync(path.join(profile, 'beredd.lock'), `${JSON.stringify(holder)}\n`, { mode: 0o644 });
  const { app, page } = await launch({ profile });
  await expect(page.getByRole('heading')).toHaveCount(1);
  await expect(page.locator('body')).toContainText('annan-dator');
  const view = await page.evaluate(() => window.beredd.client.library.view());
  expect(view).toMatchObject({ ok: false, error: { code: 'profileLocked' } });
  await app.close();
  expect(JSON.parse(readFileSync(path.join(profile, 'beredd.lock'), 'utf8'))).toEqual(holder);
});

test('a profile that cannot be written is told', async () => {
  const profile = path.join(freshFolder(), 'skrivskyddad');
  mkdirSync(profile, { mode: 0o555 });
  const { app, page } = await launch({ profile, env: { HOME: freshFolder('home') } });
  await expect(page.getByRole('heading', { name: 'Beredd får inte skriva i ditt bibliotek' })).toBeVisible();
  await app.close();
});

test('the language of menus follows the one chosen, and both are kept', async () => {
  const { app, page, profile } = await launch();
  const menuLabels = (): Promise<string[]> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  expect(await menuLabels()).toEqual(['&Arkiv', '&Redigera', '&Visa', '&Hjälp']);
  await page.evaluate(() => window.beredd.client.app.setLanguage({ language: 'en' }));
  await expect.poll(menuLabels).toEqual(['&File', '&Edit', '&View', '&Help']);
  await expect(page.getByRole('heading', { name: 'Welcome to Beredd' })).toBeVisible();
  await app.close();
  const again = await launch({ profile });
  await expect(again.page.getByRole('heading', { name: 'Welcome to Beredd' })).toBeVisible();
  await again.app.close();
});

test('the window opens where and as large as it was', async () => {
  const first = await launch();
  const window = await first.app.browserWindow(first.page);
  await window.evaluate((shown) => shown.setBounds({ x: 60, y: 70, width: 900, height: 640 }));
  await first.page.waitForFunction(() => innerWidth <= 900);
  await first.app.close();
  const second = await launch({ profile: first.profile });
  const bounds = await (
    await second.app.browserWindow(second.page)
  ).evaluate((shown) => shown.getNormalBounds());
  expect(bounds).toMatchObject({ width: 900, height: 640 });
  await second.app.close();
});
