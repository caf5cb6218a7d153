import type { StoreApi } from 'zustand/vanilla';
import type { ReadingPlace } from '../../../../core/library/views.ts';
import type { SideName, WorkspaceState } from '../workspaceState.ts';

export type Half = 'left' | 'right';

export const otherSide = (side: SideName): SideName => (side === 'first' ? 'second' : 'first');

/** Which half of the middle a side stands in. */
export const halfOf = (side: SideName, isSwapped: boolean): Half =>
  (side === 'first') === isSwapped ? 'right' : 'left';

/**
 * Two documents beside each other. `place` of the workspace is always that of the active side, which agenda, notes and
 * commands belong to; `otherPlace` is that of the other.
 */
export class Sides {
  readonly #store: StoreApi<WorkspaceState>;
  readonly #show: (place: ReadingPlace) => void;
  /** Beside each other proposed decisions would take most of the height: folded while there are two, unless asked for. */
  #wasProposalShown = true;

  constructor(store: StoreApi<WorkspaceState>, show: (place: ReadingPlace) => void) {
    this.#store = store;
    this.#show = show;
  }

  isSplit(): boolean {
    return this.#store.getState().otherPlace !== null;
  }

  activate(side: SideName): void {
    const { activeSide, place, otherPlace } = this.#store.getState();
    if (side === activeSide || otherPlace === null) return;
    this.#store.setState({ activeSide: side, place: otherPlace, otherPlace: place });
  }

  /** Opens a place in a half; where none is named, in the one that is not active. That side is active then. */
  open(place: ReadingPlace, half?: Half): void {
    const { activeSide, isSwapped } = this.#store.getState();
    const other = otherSide(activeSide);
    if (!this.isSplit()) {
      this.#wasProposalShown = this.#store.getState().isProposalShown;
      this.#store.setState((state) => ({
        isProposalShown: false,
        otherPlace: state.place,
        activeSide: other,
        isSwapped: halfOf(other, false) !== (half ?? 'right'),
      }));
    } else if (half === undefined || halfOf(other, isSwapped) === half) this.activate(other);
    this.#show(place);
  }

  /** Makes the other side the active one; opens it, with the same document, when there is only one. */
  change(): void {
    const { activeSide, place } = this.#store.getState();
    if (this.isSplit()) this.activate(otherSide(activeSide));
    else this.open(place);
  }

  swap(): void {
    if (this.isSplit()) this.#store.setState((state) => ({ isSwapped: !state.isSwapped }));
  }

  close(side: SideName): void {
    if (!this.isSplit()) return;
    this.activate(otherSide(side));
    this.#store.setState(({ isProposalShown }) => ({
      otherPlace: null,
      isLinked: false,
      isProposalShown: isProposalShown || this.#wasProposalShown,
    }));
  }

  toggleLink(): void {
    if (this.isSplit()) this.#store.setState((state) => ({ isLinked: !state.isLinked }));
  }
}
