import type { StoreApi } from 'zustand/vanilla';
import type { Beside, ReadingPlace } from '../../../../core/library/views.ts';
import { owners, sameOwner } from '../workspacePlaces.ts';
import type { SideName, WorkspaceState } from '../workspaceState.ts';

export type Half = 'left' | 'right';

export const otherSide = (side: SideName): SideName => (side === 'first' ? 'second' : 'first');

/** Which half of the middle a side stands in. */
export const halfOf = (side: SideName, isSwapped: boolean): Half =>
  (side === 'first') === isSwapped ? 'right' : 'left';

/** What the sides belong to. */
interface SidesOwner {
  readonly show: (place: ReadingPlace) => void;
  /** What stands beside the active side is to be there again when the meeting is opened next. */
  readonly keep: (beside: Beside | null) => void;
}

const isSame = (one: Beside | null, other: Beside | null): boolean =>
  one === null || other === null
    ? one === other
    : sameOwner(one.place, other.place) &&
      one.place.documentId === other.place.documentId &&
      one.half === other.half &&
      one.isLinked === other.isLinked;

/**
 * Two documents beside each other. `place` of the workspace is always that of the active side, which agenda, notes and
 * commands belong to; `otherPlace` is that of the other.
 */
export class Sides {
  readonly #store: StoreApi<WorkspaceState>;
  readonly #owner: SidesOwner;
  #kept: Beside | null = null;
  /** Beside each other proposed decisions would take most of the height: folded while there are two, unless asked for. */
  #wasProposalShown = true;

  constructor(store: StoreApi<WorkspaceState>, owner: SidesOwner) {
    this.#store = store;
    this.#owner = owner;
  }

  /** As it was when the meeting was left; what follows is told to the owner. */
  reopen(beside: Beside | null): void {
    this.#kept = beside;
    const { meeting } = this.#store.getState();
    const isThere =
      beside !== null && meeting !== null && owners(meeting).some((owner) => sameOwner(owner, beside.place));
    if (isThere) {
      this.#wasProposalShown = this.#store.getState().isProposalShown;
      this.#store.setState({
        otherPlace: beside.place,
        isSwapped: beside.half === 'left',
        isLinked: beside.isLinked,
        isProposalShown: false,
      });
    }
    this.#store.subscribe((state) => this.#keep(state));
  }

  #keep({ otherPlace: place, activeSide, isSwapped, isLinked }: WorkspaceState): void {
    const half = halfOf(otherSide(activeSide), isSwapped);
    const beside = place && { place, half, isLinked };
    if (isSame(beside, this.#kept)) return;
    this.#kept = beside;
    this.#owner.keep(beside);
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
    this.#owner.show(place);
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
