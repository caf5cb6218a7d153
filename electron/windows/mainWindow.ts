import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import type { DurableStore } from '../storage/store.ts';
import { startPage } from '../protocol/appOrigin.ts';
import { boundsToOpen, firstPlace, smallestSize, type Bounds, type WindowPlace } from './windowPlace.ts';

export interface MainWindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string | null;
  readonly withDeveloperTools: boolean;
}

const placeDelayMs = 500;
/** As `renderer/ui/tokens.css` paints the page, so that nothing flashes before it is drawn. */
const backgroundColour = (): string => (nativeTheme.shouldUseDarkColors ? '#161615' : '#f6f5f2');

/** The one window: sandboxed, without Node, in its own session; hidden until it is put in its place. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...boundsToOpen(firstPlace, workAreas()),
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
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColour());
  });
  void window.loadURL(startPage);
  return window;
}

const workAreas = (): Bounds[] => screen.getAllDisplays().map((display) => display.workArea);

/**
 * Puts the window where it was and shows it when there is something to see. `place` is null when there is no profile to keep
 * it in.
 */
export function putInPlace(window: BrowserWindow, place: DurableStore<WindowPlace> | null): void {
  const kept = place?.read() ?? firstPlace;
  if (kept.bounds !== null) window.setBounds(boundsToOpen(kept, workAreas()));
  window.once('ready-to-show', () => {
    if (kept.isMaximised) window.maximize();
    window.show();
  });
  if (place !== null) keepPlace(window, place);
}

/** For a window that never shows anything. */
const pictureLimitMs = 1500;

/** From having something to show until it is on the screen: work meanwhile would take the processor from that. */
const paintingMs = 80;

/** Waits until the window shows something; not for ever, and not for one that is closed. */
export const firstPicture = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    window.once('ready-to-show', () => setTimeout(resolve, paintingMs));
    window.once('closed', () => resolve());
    setTimeout(resolve, pictureLimitMs);
  });

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
