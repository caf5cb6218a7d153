import type { Client } from '../../../../core/contract.ts';
import type { ReadingPlace } from '../../../../core/library/views.ts';
import { FindSession } from '../../../features/find/FindSession.ts';
import type { Hit } from '../../../features/find/HitList.ts';
import { HitLines } from '../../../features/find/HitLines.ts';
import { meetingIndex } from '../../../features/notes/meetingIndex.ts';
import { placeNotes } from '../../../features/notes/placedNotes.ts';
import type { Workspace } from '../Workspace.ts';

/** Searching, joined to the workspace: going to a hit shows its item, briefing, document or note. */
export class WorkspaceFind {
  readonly session: FindSession;
  readonly lines: HitLines;
  readonly #workspace: Workspace;
  /** Whether the person wants the list beside the document; asked anew in each meeting. */
  #wantsList = true;
  #cameFrom: Element | null = null;

  constructor(workspace: Workspace, client: Client) {
    this.#workspace = workspace;
    this.lines = new HitLines(workspace.meetingId, client);
    this.session = new FindSession({
      meetingId: workspace.meetingId,
      client,
      newId: () => crypto.randomUUID(),
      pageInView: (documentId) => this.#pageInView(documentId),
      onGo: (hit, isTyping) => this.#show(hit, isTyping),
    });
  }

  get isOpen(): boolean {
    return this.session.store.getState().isOpen;
  }

  open(isNarrow: boolean): void {
    if (!this.isOpen) {
      this.#cameFrom = document.activeElement;
      // Back leads to where one read before the search, not through its hits.
      this.#workspace.places.leaving();
    }
    this.session.open();
    // Where panes are shown one at a time, the document with the bar over it comes first.
    if (isNarrow) this.#workspace.store.setState({ onlyPane: 'document' });
    if (this.#wantsList) this.#workspace.store.setState({ rightPane: 'find' });
  }

  /** The keyboard goes back to where it was, if that is there still. */
  close(): void {
    this.session.close();
    this.#workspace.store.setState((state) => ({
      rightPane: 'notes',
      onlyPane: state.onlyPane === 'notes' ? 'document' : state.onlyPane,
    }));
    const before = this.#cameFrom;
    this.#cameFrom = null;
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }

  toggleList(isNarrow: boolean): void {
    const { rightPane, onlyPane } = this.#workspace.store.getState();
    const isShown = rightPane === 'find' && (!isNarrow || onlyPane === 'notes');
    this.#wantsList = !isShown;
    this.#workspace.store.setState({
      rightPane: isShown ? 'notes' : 'find',
      ...(isNarrow ? { onlyPane: isShown ? 'document' : 'notes' } : {}),
    });
  }

  /** F3 without a search begins one. */
  step(step: 1 | -1, isNarrow: boolean): void {
    if (this.isOpen) this.session.step(step);
    else this.open(isNarrow);
  }

  #pageInView(documentId: string): number {
    return this.#workspace.store.getState().positions.get(documentId)?.page ?? 1;
  }

  #show(hit: Hit, isTyping: boolean): void {
    const { group, part, page, range } = hit;
    const place = placeOf(hit);
    if (part.type === 'document')
      return this.#workspace.showWords(
        { ...place, documentId: part.document.id },
        { page: page ?? 1, words: range },
        isTyping,
      );
    if (part.what === 'note') return this.#showNote(part.id);
    if (part.what === 'proposedDecision') this.#workspace.store.setState({ isProposalShown: true });
    if (group.heading.type !== 'elsewhere') this.#workspace.show(place);
  }

  #showNote(id: string): void {
    const { meeting, notes } = this.#workspace.store.getState();
    const note = notes?.annotations.find((each) => each.id === id);
    const [placed] = meeting && note ? placeNotes([note], meeting, meetingIndex(meeting)) : [];
    if (placed === undefined) return;
    this.#workspace.showNote(placed);
    this.#workspace.showNotes(placed.place.heading.type === 'elsewhere' ? 'all' : 'here');
  }
}

function placeOf({ group: { heading } }: Hit): ReadingPlace {
  return {
    itemId: heading.type === 'item' ? heading.item : null,
    briefingId: heading.type === 'briefing' ? heading.briefing : null,
    documentId: null,
  };
}
