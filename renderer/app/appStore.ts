import { create } from 'zustand';
import type { BereddError } from '../../core/errors.ts';
import type { LibraryView } from '../../core/library/views.ts';
import type { AppState } from '../../core/settings/settings.ts';
import { client, on } from '../client.ts';
import { startView } from './startView.ts';

export type Route =
  | { readonly name: 'library' }
  | { readonly name: 'settings' }
  | { readonly name: 'drafts' }
  /** Cards, receipts and keys of the office. */
  | { readonly name: 'people' }
  | { readonly name: 'draft'; readonly draftId: string }
  /** The register of bodies, or one of them. */
  | { readonly name: 'bodies'; readonly bodyId: string | null }
  /** The desk of a meeting: sheets, reading plan, meeting mode. */
  | {
      readonly name: 'preparation';
      readonly meetingId: string;
      readonly itemId: string | null;
      /** With the public digest. */
      readonly showsDigest?: true;
    }
  /** `showsNews`: with what is new since it was read. */
  | {
      readonly name: 'meeting';
      readonly meetingId: string;
      readonly showsNews?: true;
      readonly noteId?: string;
    };

interface AppStore {
  /** Null until main has answered. */
  readonly state: AppState | null;
  readonly stateError: BereddError | null;
  /** Null until main has answered. */
  readonly library: LibraryView | null;
  readonly libraryError: BereddError | null;
  readonly route: Route;
  /** The body whose meetings the library shows; null: all. */
  readonly bodyId: string | null;
  /** The meeting that was left last: its card gets the focus back. */
  readonly leftMeetingId: string | null;
}

export const initialAppStore: AppStore = {
  state: null,
  stateError: null,
  library: null,
  libraryError: null,
  route: { name: 'library' },
  bodyId: null,
  leftMeetingId: null,
};

export const useApp = create<AppStore>()(() => initialAppStore);

export function go(route: Route): void {
  useApp.setState((app) => ({
    route,
    leftMeetingId: app.route.name === 'meeting' ? app.route.meetingId : null,
  }));
}
export const openMeeting = (meetingId: string): void => go({ name: 'meeting', meetingId });
/** The meeting, at the place of a note. */
export const openNote = (meetingId: string, noteId: string): void =>
  go({ name: 'meeting', meetingId, noteId });
export const openNews = (meetingId: string): void => go({ name: 'meeting', meetingId, showsNews: true });
export const showLibrary = (): void => go({ name: 'library' });
export function showBody(bodyId: string | null): void {
  useApp.setState({ bodyId });
  showLibrary();
}
export const takeState = (state: AppState): void => useApp.setState({ state, stateError: null });
const takeLibrary = (library: LibraryView): void => useApp.setState({ library, libraryError: null });

async function loadState(): Promise<void> {
  const answer = await client.app.state();
  if (answer.ok) takeState(answer.value);
  else useApp.setState({ stateError: answer.error });
}

/** Opens the profile once more after it was refused; what comes of it is shown. */
export async function startAgain(): Promise<void> {
  const answer = await client.app.openAgain();
  if (!answer.ok) return useApp.setState({ stateError: answer.error });
  takeState(answer.value);
  if (answer.value.profile.ok) await loadLibrary();
}

export async function loadLibrary(): Promise<void> {
  const answer = await client.library.view();
  if (answer.ok) takeLibrary(answer.value);
  else useApp.setState({ libraryError: answer.error });
}

/** Time to put the first picture on the screen, before main is asked anew and anything else is read. */
export const firstPictureMs = 150;

/**
 * Takes what the first picture needs from the page, asks main for it (at once when the page has nothing), and follows what
 * changes. Returns what ends it.
 */
export function startApp(): () => void {
  const start = startView();
  if (start !== null) useApp.setState(start);
  const ends = [
    on('app.stateChanged', takeState),
    on('library.changed', takeLibrary),
    on('app.showMeeting', ({ meetingId }) => openMeeting(meetingId)),
  ];
  const load = (): void => void Promise.all([loadState(), loadLibrary()]);
  if (start === null) load();
  else setTimeout(load, firstPictureMs);
  return () => ends.forEach((end) => end());
}
