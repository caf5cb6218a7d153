import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ensureElectron } from '../../scripts/electron.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';

const isRoot = process.getuid?.() === 0;
const unprivileged = path.join(projectRoot, 'scripts/electron-unprivileged.sh');
/** The unpacked app that `scripts/pack/dist.mjs dir` makes. */
export const packagedFolder = (): string =>
  process.env['BEREDD_PACKAGED_FOLDER'] ?? path.join(projectRoot, 'release/linux-unpacked');
const appFolder = (): string => process.env['BEREDD_APP_FOLDER'] ?? projectRoot;

/** A folder that the app may write in, also when root starts it as nobody. Gone when all tests have ended. */
export function freshFolder(name = 'profile'): string {
  const folder = mkdtempSync(path.join(process.env['BEREDD_E2E_FOLDER'] ?? tmpdir(), `beredd-${name}-`));
  if (isRoot) chmodSync(folder, 0o777);
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export interface LaunchOptions {
  /** The profile folder; a fresh one when left out. Taken over by nobody when root runs the tests. */
  readonly profile?: string;
  /** Packs and switches, as given to the program. */
  readonly args?: readonly string[];
  /** Size of the window's content in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** What the page and its workers wrote to the console. */
  readonly consoleLines: string[];
}

/** How to start a program with Chromium's sandbox on: root hands it to nobody. The development Electron when left out. */
export async function electronCommand(
  program?: string,
): Promise<{ executable: string; env: Record<string, string> }> {
  const executable = program ?? (await ensureElectron({ allowFetch: false })).executable;
  const env = { ...definedEnv(), LANG: 'sv_SE.UTF-8', TZ: 'Europe/Stockholm' };
  return isRoot
    ? { executable: unprivileged, env: { ...env, ELECTRON_EXE: executable } }
    : { executable, env };
}

/** Switches that stand before everything of ours. */
export const appArguments = (profile: string, args: readonly string[] = []): string[] => [
  '--disable-gpu',
  appFolder(),
  `--profile=${profile}`,
  ...args,
];

/** Starts the built app in a real Electron and waits for its window to be drawn. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const profile = options.profile ?? freshFolder();
  const { executable, env } = await electronCommand();
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: executable,
      args: appArguments(profile, options.args),
      chromiumSandbox: true,
      cwd: profile,
      env: { ...env, HOME: profile, ...options.env },
    });
  const app =
    (await withinReason(start(), profile)) ?? (await withinReason(start(), profile)) ?? (await start());
  const page = await app.firstWindow();
  const consoleLines: string[] = [];
  page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
  if (options.size) await resize(app, page, options.size);
  await page.locator('#root > *').first().waitFor();
  return { app, page, profile, consoleLines };
}

const attachMs = 20_000;

/**
 * Now and then Playwright misses the window that the app opens at once, and waits for ever beside an app that is up and
 * drawn (1 of about 30 starts, seen through the app's own inspector). Then the app is ended; null: start it again.
 */
async function withinReason(
  started: Promise<ElectronApplication>,
  profile: string,
): Promise<ElectronApplication | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), attachMs);
  });
  const first = await Promise.race([started, tooLong]).finally(() => clearTimeout(timer));
  if (first !== null) return first;
  started.catch(() => undefined);
  process.stderr.write('launch: Playwright did not find the window; once more\n');
  spawnSync('pkill', ['-KILL', '-f', `profile=${profile}`]);
  return null;
}

async function resize(
  app: ElectronApplication,
  page: Page,
  size: { width: number; height: number },
): Promise<void> {
  // Not by Playwright's handle of the window: the promise behind it is now and then collected as garbage.
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width }) => innerWidth === width, size);
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const env = Object.fromEntries(entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
  const screen = ownScreen();
  return screen === null ? env : { ...env, DISPLAY: screen };
}

/** The virtual screen of this worker; null where there is a real one. */
function ownScreen(): string | null {
  const screens = process.env['BEREDD_E2E_DISPLAYS']?.split(' ') ?? [];
  return screens[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? null;
}
