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
import type { ServedDocument } from '../protocol/documentResponse.ts';
import { offerContextMenu } from '../windows/contextMenu.ts';
import { linkAsker, type AskAboutLink } from '../windows/externalLinks.ts';
import { putInPlace } from '../windows/mainWindow.ts';
import { menuTemplate } from '../windows/menu.ts';
import { csvWordsIn } from '../windows/csvWords.ts';
import { systemDialogs } from '../windows/systemDialogs.ts';
import { textsIn, type Texts } from '../windows/texts.ts';
import { keepAwake } from '../windows/keepAwake.ts';
import { prepareFirstPage } from './firstPage.ts';
import type { PageSources } from './firstWindow.ts';
import type { Launch } from './launchArguments.ts';
import { onceRun, type OnceRun } from './onceRun.ts';
import { openServices } from './openServices.ts';
import { refusedServices, type Services } from './services.ts';
import { openPacks } from './openPacks.ts';

const onceLimitMs = 90_000;

/** Asked for again while it runs, the same run answers. */
function onlyOneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run().finally(() => (running = null)));
}

/** The app with its one window, from the moment that window is open until everything is on disk. */
export class Application implements PageSources {
  readonly #launch: Launch;
  readonly #folder: string;
  readonly #log: Log;
  readonly #emit: Emit = emitTo(() => this.#window);
  readonly #listening: Promise<void>;
  /** Packs opened from outside wait until the window has asked for its state: then it hears what it is told. */
  #windowListens: () => void = () => undefined;
  #services: Services = refusedServices({ code: 'unexpected' });
  #window: BrowserWindow | null;
  readonly #taken: Promise<void>;
  #once: OnceRun | null = null;
  #language: Language = 'sv';
  #exitCode = 0;

  constructor(options: { launch: Launch; profileFolder: string; log: Log; window: BrowserWindow }) {
    this.#launch = options.launch;
    this.#folder = options.profileFolder;
    this.#log = options.log;
    this.#listening = new Promise((resolve) => (this.#windowListens = resolve));
    this.#window = options.window.isDestroyed() ? null : options.window;
    this.#window?.on('closed', () => (this.#window = null));
    this.#taken = this.#openProfile();
  }

  async run(): Promise<void> {
    await this.#taken;
    const window = this.#window;
    if (window === null) return;
    offerContextMenu(window, this.#texts);
    if (this.#launch.once) await this.#drawOnce(this.#launch.packs);
    else await this.open(this.#launch.packs);
  }

  /** Waits until everything is on disk. Gives the code to end with. */
  async close(): Promise<number> {
    await this.#taken;
    await this.#services.close();
    return this.#exitCode;
  }

  async startView(): Promise<StartView> {
    await this.#taken;
    return { state: this.#state(), library: this.#services.library?.view() ?? null };
  }

  findDocument(sha256: string): Promise<ServedDocument | null> {
    return this.#services.findDocument(sha256);
  }

  findDraftFile(draftId: string, sha256: string): Promise<ServedDocument | null> {
    return this.#services.findDraftFile(draftId, sha256);
  }

  askAboutLink(address: string): Promise<unknown> {
    return this.#askAboutLink(address);
  }

  /** Takes in packs that were opened from outside (double click, second start) and comes to the front. */
  async open(packs: readonly string[]): Promise<void> {
    await this.#listening;
    this.#comeForward();
    if (packs.length === 0) return;
    const opened = await openPacks(this.#services.handlers.library.importFiles, this.#emit, packs);
    if (!opened.ok) this.#log.info(`packs not opened: ${opened.error.code}`);
  }

  /** The profile is read while the window's process starts; its page waits for it. */
  async #openProfile(): Promise<void> {
    const dialogs = systemDialogs(() => this.#window, this.#texts);
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
    this.#take(await open(), openAgain);
    if (this.#window !== null) putInPlace(this.#window, this.#services.windowPlace);
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
