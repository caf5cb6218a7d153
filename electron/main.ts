import { reportUncaughtTo } from './startup/uncaught.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, Menu } from 'electron';
import { fileLog } from './log/fileLog.ts';
import { registerAppScheme } from './protocol/appProtocol.ts';
import { chromiumFolder } from './startup/chromiumFolder.ts';
import { refusedSwitch } from './startup/debuggingSwitches.ts';
import { commandLineIn, ownArguments, readLaunch } from './startup/launchArguments.ts';
import { openApplication } from './startup/openApplication.ts';
import { goOffline } from './startup/offlineSwitches.ts';
import { useSystemVoices } from './startup/speechSwitch.ts';
import { flushBeforeExit } from './startup/quitting.ts';
import { becomeOnly } from './startup/singleInstance.ts';

// The composition root. Nothing is awaited at the top level: an ESM main that does so never becomes ready.
const folder = process.cwd();
const args = ownArguments(process.argv, app.isPackaged ? null : app.getAppPath(), folder);
const debugging = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
const command = commandLineIn(args, (name) => existsSync(path.resolve(folder, name)));

if (debugging !== null) {
  process.stderr.write(`beredd: --${debugging} is refused\n`);
  app.exit(1);
} else if (command !== null) {
  import('./startup/runCommandLine.ts')
    .then(({ runCommandLine }) => runCommandLine(command))
    .catch(endWith('command line'));
} else {
  startApplication();
}

function startApplication(): void {
  registerAppScheme();
  goOffline(app.commandLine);
  useSystemVoices(app.commandLine, process.platform);
  // As root Chromium cannot have its sandbox, and whoever starts us says so with --no-sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const launch = readLaunch(args, folder);
  const profileFolder = launch.profile ?? app.getPath('userData');
  app.setPath('userData', chromiumFolder(profileFolder));
  const log = fileLog(path.join(profileFolder, 'logs'), () => new Date());
  const open = (packs: readonly string[]): void => {
    application.then((opened) => opened.open(packs)).catch((error: unknown) => log.error('open', error));
  };
  const isOnly = becomeOnly(app, { args: [...args], folder }, (start) =>
    open(readLaunch(start.args, start.folder).packs),
  );
  if (!isOnly) {
    process.stderr.write('beredd: handed over to the Beredd that runs already\n');
    app.exit(0);
    return;
  }
  const application = app.whenReady().then(() => openApplication({ launch, profileFolder, log }));
  reportUncaughtTo(log.error);
  // Electron would make a menu of its own, which ours replaces at once.
  Menu.setApplicationMenu(null);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open([file]);
  });
  flushBeforeExit(app, {
    flush: async () => (await application).close(),
    report: (error) => log.error('quit', error),
  });
  application.then((opened) => opened.run()).catch(endWith('start'));
}

function endWith(what: string): (error: unknown) => void {
  return (error) => {
    process.stderr.write(`beredd: ${what}: ${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  };
}
