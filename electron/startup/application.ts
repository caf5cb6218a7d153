import path from 'node:path';
import { app, Menu, nativeTheme, type BrowserWindow } from 'electron';
import type { StartView } from '../../core/library/startView.ts';
import type { AppState, Language } from '../../core/settings/settings.ts';
import { appHandlers } from '../ipc/app.ts';
import { bindHandlers } from '../ipc/bind.ts';
import { linksHandlers } from '../ipc/links.ts';
import type { Emit } from '../ipc/ports.ts';
import { emitTo, windowBinding } from '../ipc/windowBinding.ts';
import type { Settings } from '../library/libraryService.ts';
import type { Log } from '../log/fileLog.ts';
import { serveApp } from '../protocol/appProtocol.ts';
import { offerContextMenu } from '../windows/contextMenu.ts';
import { linkAsker, type AskAboutLink } from '../windows/externalLinks.ts';
import { openMainWindow, putInPlace } from '../windows/mainWindow.ts';
import { reloadAfterCrash } from '../windows/crashedWindow.ts';
import { menuTemplate } from '../windows/menu.ts';
import { guardNavigation } from '../windows/navigationGuards.ts';
import { guardedSession } from '../windows/sessionGuards.ts';
import { csvWordsIn } from '../windows/csvWords.ts';
import { systemDialogs } from '../windows/systemDialogs.ts';
import { textsIn, type Texts } from '../windows/texts.ts';
import { keepAwake } from '../windows/keepAwake.ts';
import { prepareFirstPage } from './firstPage.ts';
import type { Launch } from './launchArguments.ts';
import { onceRun, type OnceRun } from './onceRun.ts';
import { openServices } from './openServices.ts';
import { refusedServices, type Services } from './services.ts';
import { openPacks } from './openPacks.ts';
import { flushBeforeExit, handOverBeforeClosing } from './quitting.ts';

/** The built files, beside this one in `out/main`. */
const built = path.dirname(import.meta.dirname);
const onceLimitMs = 90_000;

/** Asked for again while it runs, the same run answers. */
function onlyOneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run().finally(() => (running = null)));
}

/** The app with its one window, from the moment Electron is ready until everything is on disk. */
export class Application {
  readonly #launch: Launch;
  readonly #folder: string;
  readonly #log: Log;
  readonly #emit: Emit = emitTo(() => this.#window);
  readonly #listening: Promise<void>;
  /** Packs opened from outside wait until the window has asked for its state: then it hears what it is told. */
  #windowListens: () => void = () => undefined;
  #services: Services = refusedServices({ code: 'unexpected' });
  #window: BrowserWindow | null = null;
  #once: OnceRun | null = null;
  #language: Language = 'sv';
  #exitCode = 0;

  constructor(options: { launch: Launch; profileFolder: string; log: Log }) {
    this.#launch = options.launch;
    this.#folder = options.profileFolder;
    this.#log = options.log;
    this.#listening = new Promise((resolve) => (this.#windowListens = resolve));
  }

  async run(): Promise<void> {
    const findWindow = (): BrowserWindow | null => this.#window;
    const dialogs = systemDialogs(findWindow, this.#texts);
    guardNavigation(app, (address) => void this.#askAboutLink(address));
    const open = (): Promise<Services> =>
      openServices({
        folder: this.#folder,
        version: app.getVersion(),
        dialogs,
        emit: this.#emit,
        protectContent: (isProtected) => this.#window?.setContentProtection(isProtected),
        csvWords: () => csvWordsIn(this.#texts()),
        report: (error) => this.#log.error('background', error),
      });
    const openAgain = onlyOneAtATime(async () => {
      if (this.#services.refusal !== null) this.#take(await open(), openAgain);
    });
    // The profile is read while the window's process starts; its page waits for it.
    const taken = open().then((services) => this.#take(services, openAgain));
    flushBeforeExit(app, {
      flush: () => taken.then(() => this.#services.close()),
      report: (error) => this.#log.error('quit', error),
      exitCode: () => this.#exitCode,
    });
    await this.#openWindow(taken);
    if (this.#launch.once) await this.#drawOnce(this.#launch.packs);
    else await this.open(this.#launch.packs);
  }

  /** Takes in packs that were opened from outside (double click, second start) and comes to the front. */
  async open(packs: readonly string[]): Promise<void> {
    await this.#listening;
    this.#comeForward();
    if (packs.length === 0) return;
    const opened = await openPacks(this.#services.handlers.library.importFiles, this.#emit, packs);
    if (!opened.ok) this.#log.info(`packs not opened: ${opened.error.code}`);
  }

  readonly #texts = (): Texts => textsIn(this.#language);

  readonly #askAboutLink: AskAboutLink = linkAsker(() => this.#window, this.#texts);

  #take(services: Services, openAgain: () => Promise<void>): void {
    if (services.refusal !== null) this.#log.info(`profile refused: ${services.refusal.code}`);
    this.#services = services;
    this.#applySettings(services.settings());
    this.#bind(services, openAgain);
  }

  #state(): AppState {
    const services = this.#services;
    const { language: _chosen, ...settings } = services.settings();
    return {
      ...settings,
      language: this.#language,
      version: app.getVersion(),
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      profile:
        services.refusal === null
          ? { ok: true, folder: this.#folder }
          : { ok: false, error: services.refusal },
    };
  }

  /** Swedish comes first, whatever the system speaks, until the person chooses. */
  #applySettings({ language, theme }: Settings): void {
    this.#language = language ?? 'sv';
    nativeTheme.themeSource = theme;
    const template = menuTemplate({
      text: this.#texts(),
      send: (command) => this.#emit('app.menuCommand', { command }),
      isMac: process.platform === 'darwin',
      withDeveloperTools: !app.isPackaged,
      withCommands: this.#services.refusal === null,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #bind(services: Services, openAgain: () => Promise<void>): void {
    const ofApp = appHandlers({
      settings: services.settings,
      updateSettings: services.updateSettings,
      state: () => this.#state(),
      emit: this.#emit,
      applySettings: (settings) => this.#applySettings(settings),
      openAgain,
      onStateAsked: () => this.#windowListens(),
      keepAwake,
      onFirstPageDrawn: () => this.#once?.firstPageDrawn(),
    });
    const binding = windowBinding(
      () => this.#window,
      (channel, error) => this.#log.error(channel, error),
    );
    const links = linksHandlers(this.#askAboutLink);
    bindHandlers({ ...services.handlers, app: ofApp, links }, binding);
  }

  async #openWindow(taken: Promise<void>): Promise<void> {
    const session = await guardedSession(!app.isPackaged);
    let isInPlace: () => void = () => undefined;
    const inPlace = new Promise<void>((resolve) => (isInPlace = resolve));
    serveApp(session, {
      pageFolder: path.join(built, 'renderer'),
      startView: () => inPlace.then(() => this.#startView()),
      findDocument: (sha256) => this.#services.findDocument(sha256),
      findDraftFile: (draftId, sha256) => this.#services.findDraftFile(draftId, sha256),
    });
    const window = openMainWindow({
      session,
      preload: path.join(built, 'preload/preload.cjs'),
      icon: process.platform === 'linux' ? path.join(app.getAppPath(), 'assets/icons/256x256.png') : null,
      withDeveloperTools: !app.isPackaged,
    });
    offerContextMenu(window, this.#texts);
    handOverBeforeClosing(window);
    window.on('closed', () => (this.#window = null));
    reloadAfterCrash(window, (why) => this.#log.error('window', new Error(why)));
    this.#window = window;
    await taken;
    putInPlace(window, this.#services.windowPlace);
    isInPlace();
  }

  #startView(): StartView {
    return { state: this.#state(), library: this.#services.library?.view() ?? null };
  }

  #comeForward(): void {
    if (this.#window === null) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  async #drawOnce(packs: readonly string[]): Promise<void> {
    if (this.#window === null) return;
    this.#once = onceRun({
      window: this.#window,
      screenshot: this.#launch.screenshot,
      limitMs: onceLimitMs,
      say: (line) => process.stderr.write(`beredd: ${line}\n`),
      exit: (code) => {
        this.#exitCode = code;
        app.quit();
      },
    });
    await this.#listening;
    const { library, refusal, handlers } = this.#services;
    const parts = { importFiles: handlers.library.importFiles, emit: this.#emit };
    const why =
      library === null
        ? `the profile is refused (${refusal?.code})`
        : await prepareFirstPage({ library, ...parts }, packs);
    if (why !== null) this.#once.nothingToDraw(why);
  }
}
