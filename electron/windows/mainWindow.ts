import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import type { DurableStore } from '../storage/store.ts';
import { startPage } from '../protocol/appOrigin.ts';
import { boundsToOpen, smallestSize, type WindowPlace } from './windowPlace.ts';

export interface MainWindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string | null;
  readonly withDeveloperTools: boolean;
  /** Null when there is no profile to keep it in. */
  readonly place: DurableStore<WindowPlace> | null;
}

const placeDelayMs = 500;
/** As `renderer/ui/tokens.css` paints the page, so that nothing flashes before it is drawn. */
const backgroundColour = (): string => (nativeTheme.shouldUseDarkColors ? '#161615' : '#f6f5f2');

/** The one window: sandboxed, without Node, in its own session; shown when there is something to see. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { place } = options;
  const kept = place?.read() ?? { bounds: null, isMaximised: false };
  const window = new BrowserWindow({
    ...boundsToOpen(
      kept,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: 'Beredd',
    backgroundColor: backgroundColour(),
    ...(options.icon === null ? {} : { icon: options.icon }),
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: options.withDeveloperTools,
    },
  });
  window.once('ready-to-show', () => {
    if (kept.isMaximised) window.maximize();
    window.show();
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColour());
  });
  if (place !== null) keepPlace(window, place);
  void window.loadURL(startPage);
  return window;
}

function keepPlace(window: BrowserWindow, store: DurableStore<WindowPlace>): void {
  let timer: NodeJS.Timeout | null = null;
  const save = (): void => {
    const isMaximised = window.isMaximized() || window.isFullScreen();
    const bounds = window.getNormalBounds();
    // A lost window place costs a drag; a full disk is told where it matters.
    void store.update(() => ({ bounds, isMaximised }));
  };
  const saveSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, placeDelayMs);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', () => {
    if (timer !== null) clearTimeout(timer);
    save();
  });
}
