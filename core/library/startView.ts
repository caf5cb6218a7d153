import type { AppState } from '../settings/settings.ts';
import type { LibraryView } from './views.ts';

/** What the first picture of the window shows. Main writes it into the page, so that the window need not ask for it. */
export interface StartView {
  readonly state: AppState;
  /** Null when the profile is refused: the state says why. */
  readonly library: LibraryView | null;
}
