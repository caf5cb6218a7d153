import type { StoreApi } from 'zustand/vanilla';
import type { ReaderHandle } from '../../../features/reader/readerTypes.ts';
import { owners, sameOwner, meetingPlace } from '../workspacePlaces.ts';
import type { WorkspaceState } from '../workspaceState.ts';
import { PlaceHistory } from './PlaceHistory.ts';
import type { Visit } from './PlaceHistory.ts';

/** One history a meeting, kept while the app runs: coming back from the library one can still go back. */
const histories = new Map<string, PlaceHistory>();

function historyOf(meetingId: string): PlaceHistory {
  const known = histories.get(meetingId) ?? new PlaceHistory();
  histories.set(meetingId, known);
  return known;
}

/** Going back and forward through the places visited in a meeting. */
export class VisitedPlaces {
  readonly #history: PlaceHistory;
  readonly #store: StoreApi<WorkspaceState>;
  readonly #go: (visit: Visit) => void;
  #position: ReaderHandle['position'] = () => null;
  #isQuiet = false;

  constructor(meetingId: string, store: StoreApi<WorkspaceState>, go: (visit: Visit) => void) {
    this.#history = historyOf(meetingId);
    this.#store = store;
    this.#go = go;
    this.#tell();
  }

  /** Where the active reader is at this moment. */
  lookAt(position: ReaderHandle['position']): void {
    this.#position = position;
  }

  /** To be called before every jump. */
  readonly leaving = (): void => {
    if (this.#isQuiet || this.#store.getState().meeting === null) return;
    this.#history.leave(this.#here());
    this.#tell();
  };

  /** What happens inside is part of a jump that is known already. */
  quietly(action: () => void): void {
    const before = this.#isQuiet;
    this.#isQuiet = true;
    action();
    this.#isQuiet = before;
  }

  /** False when there is nowhere to go. */
  step(direction: 'back' | 'forward'): boolean {
    const visit = this.#history[direction](this.#here(), (candidate) => this.#isThere(candidate));
    if (visit !== null) this.quietly(() => this.#go(visit));
    this.#tell();
    return visit !== null;
  }

  #here(): Visit {
    const { place, activeSide, positions } = this.#store.getState();
    const live = this.#position();
    const documentId = live?.documentId ?? place.documentId;
    const position = live?.position ?? (documentId === null ? undefined : positions.get(documentId));
    return {
      side: activeSide,
      place,
      position:
        documentId === null ? null : { documentId, page: position?.page ?? 1, offset: position?.offset ?? 0 },
    };
  }

  #isThere({ place }: Visit): boolean {
    const { meeting } = this.#store.getState();
    if (meeting === null) return false;
    return sameOwner(place, meetingPlace) || owners(meeting).some((owner) => sameOwner(owner, place));
  }

  #tell(): void {
    this.#store.setState({
      canGo: { back: this.#history.canGoBack(), forward: this.#history.canGoForward() },
    });
  }
}
