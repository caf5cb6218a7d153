import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launch, type Launched } from './launch.ts';

// One app for all probes: none of them may change it.
let launched: Launched;
test.beforeAll(async () => {
  launched = await launch();
});
test.afterAll(async () => {
  await launched.app.close();
});

test('a foreign window is not answered, even on our own page', async () => {
  const { app } = launched;
  const preload = await app.evaluate(({ app: running }) => `${running.getAppPath()}/out/preload/preload.cjs`);
  const answer = await app.evaluate(async ({ BrowserWindow }, script) => {
    const ours = BrowserWindow.getAllWindows()[0];
    if (!ours) return null;
    const session = ours.webContents.session;
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload: script, session, sandbox: true },
    });
    await foreign.loadURL('app://ui/index.html');
    const told: unknown = await foreign.webContents.executeJavaScript('window.beredd.client.library.view()');
    foreign.destroy();
    return told;
  }, preload);
  expect(answer).toEqual({
    ok: false,
    error: { code: 'invalidArgument', detail: { rule: 'sender' } },
  });
});

test('arguments that the contract does not allow are refused before any handler sees them', async () => {
  const answers = await launched.page.evaluate(() => {
    const ask = (domain: string, entry: string, args?: unknown): Promise<unknown> =>
      Reflect.get(Reflect.get(window.beredd.client, domain), entry)(args);
    return Promise.all([
      ask('meeting', 'open', { meetingId: '../../etc/passwd' }),
      ask('meeting', 'open'),
      ask('library', 'importFiles', { paths: Array.from({ length: 501 }, () => '/x') }),
      ask('app', 'setLanguage', { language: 'xx' }),
      ask('library', 'view', { more: 1 }),
    ]);
  });
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidArgument' } });
});

test('pages and documents carry the strict headers', async () => {
  const seen = await launched.page.evaluate(async () => {
    const headersOf = async (address: string): Promise<Record<string, string>> => ({
      ...Object.fromEntries((await fetch(address)).headers),
    });
    return {
      page: await headersOf('/index.html'),
      again: await headersOf('/index.html'),
      none: await headersOf('/x'),
    };
  });
  const policy = seen.page['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
  ])
    expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  expect(seen.again['content-security-policy']).not.toBe(policy);
  for (const headers of [seen.page, seen.none]) {
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  }
});

test('app: answers only listed files and known documents', async () => {
  const statuses = await launched.page.evaluate(async () => {
    const status = async (address: string, method = 'GET'): Promise<number> =>
      fetch(address, { method }).then(
        (response) => response.status,
        () => 0,
      );
    return {
      own: await status('/index.html'),
      parent: await status('/../../package.json'),
      encoded: await status('/%2e%2e/%2e%2e/package.json'),
      slashes: await status('/..%2f..%2fpackage.json'),
      backslashes: await status('/..\\..\\package.json'),
      main: await status('/../main/main.js'),
      absolute: await status('/etc/passwd'),
      folder: await status('/assets/'),
      otherHost: await status('app://other/index.html'),
      unknownDocument: await status(`/documents/${'0'.repeat(64)}`),
      notAHash: await status('/documents/..%2f..%2flibrary.json'),
      upperCase: await status(`/documents/${'A'.repeat(64)}`),
      written: await status('/index.html', 'POST'),
    };
  });
  const { own, written, otherHost, ...refused } = statuses;
  expect(own).toBe(200);
  expect(written).toBe(405);
  expect(otherHost).toBe(0);
  expect(new Set(Object.values(refused))).toEqual(new Set([404]));
});

test('source maps are not served', async () => {
  const script = await launched.page.evaluate(
    () => document.querySelector('script[src]')?.getAttribute('src') ?? '',
  );
  expect(script).toMatch(/\.js$/);
  expect(
    await launched.page.evaluate(async (address) => (await fetch(address)).status, `${script}.map`),
  ).toBe(404);
});

test('the session keeps nothing on disk and checks no spelling', async () => {
  const seen = await launched.app.evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    return [session?.isPersistent(), session?.storagePath, session?.isSpellCheckerEnabled()];
  });
  expect(seen).toEqual([false, null, false]);
});

test('the renderer is in Chromium’s sandbox', async () => {
  const window = await launched.app.browserWindow(launched.page);
  const pid = await window.evaluate((shown) => shown.webContents.getOSProcessId());
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
  expect(lines).toContain('Seccomp:\t2');
  expect(lines).toContain('NoNewPrivs:\t1');
});
