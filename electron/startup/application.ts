import { app, ipcMain, Menu, nativeTheme, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { StartView } from '../../core/library/startView.ts';
import { failure, type BereddError, type Result } from '../../core/errors.ts';
import type { AppState, Language } from '../../core/settings/settings.ts';
import { builtChannels } from '../ipc/builtChannels.ts';
import type { Emit } from '../ipc/ports.ts';
import { unsavedSettings } from '../ipc/unsavedSettings.ts';
import { waitingRequests } from '../ipc/waitingRequests.ts';
import { emitTo } from '../ipc/windowBinding.ts';
import type { Settings } from '../library/libraryService.ts';
import type { Log } from '../log/fileLog.ts';
import type { ServedDocument } from '../protocol/documentResponse.ts';
import { offerContextMenu } from '../windows/contextMenu.ts';
import { csvWordsIn } from '../windows/csvWords.ts';
import { linkAsker, type AskAboutLink } from '../windows/externalLinks.ts';
import { firstPicture, putInPlace } from '../windows/mainWindow.ts';
import { menuTemplate } from '../windows/menu.ts';
import { systemDialogs } from '../windows/systemDialogs.ts';
import { textsIn, type Texts } from '../windows/texts.ts';
import { prepareFirstPage } from './firstPage.ts';
import type { PageSources } from './firstWindow.ts';
import type { Launch } from './launchArguments.ts';
import { onceRun, type OnceRun } from './onceRun.ts';
import { openPacks } from './openPacks.ts';
import { openProfileFirst, type OpenedProfile } from './openProfileFirst.ts';
import type { Services, Surroundings } from './services.ts';

const onceLimitMs = 90_000;
/** While there is no profile to keep them. */
const unsaved = unsavedSettings();

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
  readonly #requests = waitingRequests<IpcMainInvokeEvent>(
    builtChannels.requests.map(({ channel }) => channel),
    (channel, listener) => ipcMain.handle(channel, listener),
  );
  #window: BrowserWindow | null;
  readonly #shown: Promise<void>;
  #opened: Result<OpenedProfile> = failure('unexpected');
  /** Null until what the first picture does not need is open too. */
  #services: Services | null = null;
  #allOpened: Promise<Services>;
  #once: OnceRun | null = null;
  #language: Language = 'sv';
  #exitCode = 0;

  constructor(options: { launch: Launch; profileFolder: string; log: Log; window: BrowserWindow }) {
    const { window } = options;
    this.#launch = options.launch;
    this.#folder = options.profileFolder;
    this.#log = options.log;
    this.#listening = new Promise((resolve) => (this.#windowListens = resolve));
    this.#window = window.isDestroyed() ? null : window;
    const drawn = this.#window === null ? Promise.resolve() : firstPicture(window);
    this.#window?.on('closed', () => (this.#window = null));
    // What the first picture shows is read while the window's process starts; its page waits for it.
    this.#shown = this.#openProfile().then(() => this.#showWindow());
    this.#allOpened = Promise.all([this.#shown, drawn]).then(() => this.#openServices());
  }

  async run(): Promise<void> {
    await this.#shown;
    if (this.#window !== null) offerContextMenu(this.#window, this.#texts);
    await this.#allOpened;
    if (this.#launch.once) await this.#drawOnce(this.#launch.packs);
    else await this.open(this.#launch.packs);
  }

  /** Waits until everything is on disk. Gives the code to end with. */
  async close(): Promise<number> {
    await (await this.#allOpened).close();
    return this.#exitCode;
  }

  async startView(): Promise<StartView> {
    await this.#shown;
    return { state: this.#state(), library: this.#opened.ok ? this.#opened.value.library.view() : null };
  }

  async findDocument(sha256: string): Promise<ServedDocument | null> {
    return (await this.#allOpened).findDocument(sha256);
  }

  async findDraftFile(draftId: string, sha256: string): Promise<ServedDocument | null> {
    return (await this.#allOpened).findDraftFile(draftId, sha256);
  }

  askAboutLink(address: string): Promise<unknown> {
    return this.#askAboutLink(address);
  }

  /** Takes in packs that were opened from outside (double click, second start) and comes to the front. */
  async open(packs: readonly string[]): Promise<void> {
    await this.#listening;
    this.#comeForward();
    if (packs.length === 0) return;
    const { handlers } = await this.#allOpened;
    const opened = await openPacks(handlers.library.importFiles, this.#emit, packs);
    if (!opened.ok) this.#log.info(`packs not opened: ${opened.error.code}`);
  }

  async #openProfile(): Promise<void> {
    this.#opened = await openProfileFirst(this.#folder, this.#report);
    this.#applySettings(this.#settings());
  }

  #showWindow(): void {
    if (this.#window !== null)
      putInPlace(this.#window, this.#opened.ok ? this.#opened.value.windowPlace : null);
  }

  /** Reads and opens what the first picture does not need. What the window asked meanwhile is answered then. */
  async #openServices(): Promise<Services> {
    const { bindServices, openServices, refusedServices } = await import('./bindServices.ts');
    const opened = this.#opened;
    const services = opened.ok
      ? await openServices(opened.value, this.#surroundings())
      : refusedServices(opened.error);
    if (services.refusal !== null) this.#log.info(`profile refused: ${services.refusal.code}`);
    this.#services = services;
    bindServices(services, {
      handle: this.#requests.answer,
      window: () => this.#window,
      log: this.#log,
      askAboutLink: this.#askAboutLink,
      app: {
        state: () => this.#state(),
        emit: this.#emit,
        applySettings: (settings) => this.#applySettings(settings),
        openAgain: this.#openAgain,
        onStateAsked: () => this.#windowListens(),
        onFirstPageDrawn: () => this.#once?.firstPageDrawn(),
      },
    });
    this.#requests.open();
    if (opened.ok && services.refusal !== null) {
      this.#applySettings(services.settings());
      this.#emit('app.stateChanged', this.#state());
    }
    return services;
  }

  #surroundings(): Surroundings {
    return {
      version: app.getVersion(),
      dialogs: systemDialogs(() => this.#window, this.#texts),
      emit: this.#emit,
      protectContent: (isProtected) => this.#window?.setContentProtection(isProtected),
      csvWords: () => csvWordsIn(this.#texts()),
      report: this.#report,
    };
  }

  readonly #openAgain = onlyOneAtATime(async () => {
    if (this.#refusal() === null) return;
    this.#services = null;
    await this.#openProfile();
    this.#allOpened = this.#openServices();
    await this.#allOpened;
  });

  readonly #report = (error: unknown): void => this.#log.error('background', error);

  readonly #texts = (): Texts => textsIn(this.#language);

  readonly #askAboutLink: AskAboutLink = linkAsker(() => this.#window, this.#texts);

  #refusal(): BereddError | null {
    return this.#opened.ok ? (this.#services?.refusal ?? null) : this.#opened.error;
  }

  #settings(): Settings {
    return this.#services?.settings() ?? (this.#opened.ok ? this.#opened.value.library : unsaved).settings();
  }

  #state(): AppState {
    const refusal = this.#refusal();
    const { language: _chosen, ...settings } = this.#settings();
    return {
      ...settings,
      language: this.#language,
      version: app.getVersion(),
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      profile: refusal === null ? { ok: true, folder: this.#folder } : { ok: false, error: refusal },
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
      withCommands: this.#refusal() === null,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
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
    const { library, refusal, handlers } = await this.#allOpened;
    const parts = { importFiles: handlers.library.importFiles, emit: this.#emit };
    const why =
      library === null
        ? `the profile is refused (${refusal?.code})`
        : await prepareFirstPage({ library, ...parts }, packs);
    if (why !== null) this.#once.nothingToDraw(why);
  }
}
