import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { AnnotationKind, AnnotationSource } from '../../../core/annotation/annotation.ts';
import type { Client, NotesView } from '../../../core/contract.ts';
import type { Result } from '../../../core/errors.ts';
import type { DocumentPosition, MeetingView, ReadingPlace } from '../../../core/library/views.ts';
import type { TextRange } from '../../../core/text/textRanges.ts';
import type { Layout } from '../../../core/settings/settings.ts';
import type { ForeignComment } from '../../features/notes/foreign/foreignComments.ts';
import type { PlacedNote } from '../../features/notes/placedNotes.ts';
import { findItem } from '../../features/agenda/agendaOrder.ts';
import { PlacingNotes } from './revisions/PlacingNotes.ts';
import { WhatsNewSession } from './revisions/WhatsNewSession.ts';
import { WorkspaceFind } from './find/WorkspaceFind.ts';
import { draftOn } from './markDrafts.ts';
import { NoteActions } from './NoteActions.ts';
import { noteChoiceOf } from './noteChoices.ts';
import type { Visit } from './places/PlaceHistory.ts';
import { VisitedPlaces } from './places/VisitedPlaces.ts';
import { ReadStates } from './ReadStates.ts';
import { SeveralNotes } from './SeveralNotes.ts';
import { placeUnder } from './shownNotes.ts';
import { Sides } from './sides/Sides.ts';
import type { PaneName, ReaderJump, SideName, WorkspaceState } from './workspaceState.ts';
import { initialState } from './workspaceState.ts';
import { meetingPlace, neighbour, sameOwner, startingPlace } from './workspacePlaces.ts';

type NewJump = ReaderJump extends infer J
  ? J extends ReaderJump
    ? Omit<J, 'number' | 'side'>
    : never
  : never;

/** One open meeting: its state and everything a person can ask for in it. */
export class Workspace {
  readonly meetingId: string;
  readonly store: StoreApi<WorkspaceState> = createStore(() => initialState);
  readonly notes: NoteActions;
  readonly several: SeveralNotes;
  readonly places: VisitedPlaces;
  readonly sides: Sides;
  readonly find: WorkspaceFind;
  readonly placing: PlacingNotes;
  readonly whatsNew: WhatsNewSession;
  readonly reading: ReadStates;
  readonly #client: Client;
  readonly #lastDocuments = new Map<string, string>();
  #lastJump = 0;
  #isTypingSearch = false;

  constructor(meetingId: string, client: Client) {
    this.meetingId = meetingId;
    this.#client = client;
    this.store.setState({ noteChoice: noteChoiceOf(meetingId) });
    this.notes = new NoteActions(meetingId, client, this.store);
    this.several = new SeveralNotes(meetingId, client, this.store, this.notes);
    this.places = new VisitedPlaces(meetingId, this.store, (visit) => this.#visit(visit));
    this.sides = new Sides(this.store, {
      show: (place) => this.show(place),
      keep: (beside) =>
        void this.#asked(this.#client.meeting.setBeside({ meetingId: this.meetingId, beside })),
    });
    this.find = new WorkspaceFind(this, client);
    this.placing = new PlacingNotes(this, client);
    this.whatsNew = new WhatsNewSession(meetingId, client, () => crypto.randomUUID());
    this.reading = new ReadStates(meetingId, client, this.store, this.meetingArrived);
  }

  async load(): Promise<void> {
    const [app, meeting, notes] = await Promise.all([
      this.#client.app.state(),
      this.#client.meeting.open({ meetingId: this.meetingId }),
      this.#client.notes.list({ meetingId: this.meetingId }),
    ]);
    if (app.ok) this.store.setState({ layout: app.value.layout, platform: app.value.platform });
    this.#takeNotes(notes);
    if (!meeting.ok) {
      this.store.setState({ openError: meeting.error });
      return;
    }
    // Without its notes the meeting still opens for reading; the reason stands in the notes pane.
    this.store.setState({
      openError: null,
      actionError: null,
      meeting: meeting.value,
      place: startingPlace(meeting.value),
    });
    this.sides.reopen(meeting.value.lastBeside ?? null);
    void this.placing.load();
    // Words from an earlier visit that could not be stored then.
    await this.settle();
  }

  /** Asks for the notes once more after they could not be read. */
  async loadNotes(): Promise<void> {
    this.#takeNotes(await this.#client.notes.list({ meetingId: this.meetingId }));
  }

  #takeNotes(answer: Result<NotesView>): void {
    this.store.setState(answer.ok ? { notes: answer.value, notesError: null } : { notesError: answer.error });
  }

  readonly meetingArrived = (view: MeetingView): void => {
    if (view.meeting.meetingId !== this.meetingId) return;
    const { place, otherPlace, meeting } = this.store.getState();
    // A new revision may have taken away or moved what is open.
    const stillThere = (was: ReadingPlace): ReadingPlace =>
      sameOwner(was, meetingPlace) ? was : startingPlace({ ...view, lastPlace: was });
    this.store.setState({
      meeting: view,
      ...(meeting === null ? {} : { place: stillThere(place) }),
      otherPlace: otherPlace && stillThere(otherPlace),
    });
  };

  show(place: ReadingPlace): void {
    const current = this.store.getState().place;
    const target = { ...place, documentId: place.documentId ?? this.#documentToShow(place) };
    if (!sameOwner(current, target) || target.documentId !== current.documentId) this.places.leaving();
    this.store.setState({ place: target, onlyPane: 'document', aside: null });
    if (sameOwner(current, target) && place.documentId !== null && place.documentId !== current.documentId)
      this.jumpTo({
        documentId: place.documentId,
        page: this.store.getState().positions.get(place.documentId)?.page ?? 1,
        quads: [],
      });
    this.#keepPlace(target);
  }

  /** Reading goes on past the end of an item: into the next from its beginning if it was read before, else where it was left. */
  continueTo(next: ReadingPlace): void {
    const { meeting } = this.store.getState();
    this.show({ ...next, documentId: null });
    const entry = meeting && next.itemId !== null ? findItem(meeting.agenda, next.itemId) : null;
    const first = entry?.documents[0];
    if (entry?.readState === 'read' && first) this.jumpTo({ documentId: first.id, page: 1, offset: 0 });
  }

  showNeighbour(step: 1 | -1): void {
    const { meeting, place } = this.store.getState();
    const next = meeting === null ? null : neighbour(meeting, place, step);
    if (next !== null) this.show({ ...next, documentId: null });
  }

  /** Goes to where a note stands; to its document when the exact place is not known. */
  showNote({ note, place }: PlacedNote): void {
    this.store.setState({ activeKey: this.notes.keyOf(note.id) });
    const { heading } = place;
    if (heading.type === 'elsewhere') return;
    this.places.leaving();
    this.show(placeUnder(heading, place.document?.id ?? null));
    if (place.document !== null && place.page !== null)
      this.jumpTo({ documentId: place.document.id, page: place.page, quads: place.quads });
  }

  /** Goes to where somebody else wrote in a document. */
  showComment({ heading, document, page, comment: { box } }: ForeignComment): void {
    this.places.leaving();
    this.show(placeUnder(heading, document.id));
    const { left, bottom, right, top } = box;
    this.jumpTo({
      documentId: document.id,
      page,
      quads: [[left, top, right, top, left, bottom, right, bottom]],
    });
  }

  /** Goes to words on a page. While the person still writes what to look for, nothing but the page moves. */
  showWords(
    place: ReadingPlace & { readonly documentId: string },
    { page, words }: { readonly page: number; readonly words: TextRange },
    isTyping: boolean,
  ): void {
    // Of all that writing a search passes, only where it began is worth going back to.
    if (!isTyping || !this.#isTypingSearch) this.places.leaving();
    this.#isTypingSearch = isTyping;
    if (!isTyping) this.show(place);
    this.jumpTo({ documentId: place.documentId, page, words });
  }

  documentShown(documentId: string, side: SideName): void {
    const { place: active, otherPlace, activeSide } = this.store.getState();
    const place = side === activeSide ? active : otherPlace;
    if (place === null || place.documentId === documentId) return;
    const next = { ...place, documentId };
    if (side !== activeSide) return this.store.setState({ otherPlace: next });
    this.store.setState({ place: next });
    this.#keepPlace(next);
  }

  positionChanged(documentId: string, position: DocumentPosition): void {
    this.store.setState((state) => ({ positions: new Map(state.positions).set(documentId, position) }));
    void this.#asked(this.#client.meeting.setPosition({ meetingId: this.meetingId, documentId, position }));
  }

  async markSeen(): Promise<void> {
    if (await this.reading.markSeen()) this.notes.say('workspace.said.seen');
  }

  /** A note or question on the item, briefing or meeting that is open. */
  noteHere(kind: AnnotationKind): void {
    const { itemId, briefingId } = this.store.getState().place;
    const source: AnnotationSource =
      itemId !== null
        ? { type: 'item', item: itemId }
        : briefingId !== null
          ? { type: 'briefing', briefing: briefingId }
          : { type: 'meeting' };
    void this.notes.make(draftOn(this.meetingId, source, kind, null));
  }

  /** Shows a note in the notes pane, among the notes of what is open. */
  showNoteInPane(key: string): void {
    this.store.setState({ activeKey: key });
    this.showNotes('here');
  }

  showNotes(scope: WorkspaceState['notesScope']): void {
    this.store.setState((state) => ({
      notesScope: scope,
      rightPane: 'notes',
      layout: { ...state.layout, notesShown: true },
      onlyPane: 'notes',
    }));
  }

  toggleProposal(): void {
    this.store.setState((state) => ({ isProposalShown: !state.isProposalShown }));
  }

  /** What a revision is about instead of the documents; null: the documents again. */
  showAside(aside: WorkspaceState['aside']): void {
    this.store.setState({ aside, onlyPane: 'document' });
  }

  dismissError(): void {
    this.store.setState({ actionError: null });
  }

  /** True once for each jump, so that coming back to a document does not repeat an old one. */
  takeJump({ number }: ReaderJump): boolean {
    const isNew = number > this.#lastJump;
    this.#lastJump = Math.max(this.#lastJump, number);
    return isNew;
  }

  /** Pane widths while dragging: shown at once, stored by `keepLayout`. */
  setLayout(change: Partial<Layout>): void {
    this.store.setState((state) => ({ layout: { ...state.layout, ...change } }));
  }

  async keepLayout(change: Partial<Layout> = {}): Promise<void> {
    this.setLayout(change);
    await this.#asked(this.#client.app.setLayout({ layout: this.store.getState().layout }));
  }

  showOnly(pane: PaneName): void {
    this.store.setState({ onlyPane: pane });
  }

  /** Stores what is being written; true when nothing is left unsaved. */
  async settle(): Promise<boolean> {
    await this.notes.saver.flushAll();
    return this.notes.saver.failed().length === 0;
  }

  /** An item shows the document last read in it; a briefing its card. */
  #documentToShow({ itemId }: ReadingPlace): string | null {
    const { meeting } = this.store.getState();
    if (itemId === null || meeting === null) return null;
    return this.#lastDocuments.get(itemId) ?? findItem(meeting.agenda, itemId)?.documents[0]?.id ?? null;
  }

  /** Asks the reader of the active side to go somewhere in what is open there. */
  jumpTo(jump: NewJump): void {
    const { jump: last, activeSide: side } = this.store.getState();
    this.store.setState({ jump: { ...jump, number: (last?.number ?? 0) + 1, side } });
  }

  /** Goes where the person was before, on the side where that was if it is still there. */
  #visit({ side, place, position }: Visit): void {
    this.sides.activate(side);
    this.store.setState({ place, onlyPane: 'document' });
    if (position !== null) this.jumpTo(position);
    this.#keepPlace(place);
  }

  #keepPlace(place: ReadingPlace): void {
    if (place.itemId !== null && place.documentId !== null)
      this.#lastDocuments.set(place.itemId, place.documentId);
    void this.#asked(this.#client.meeting.setPlace({ meetingId: this.meetingId, place }));
  }

  async #asked<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    if (!result.ok) this.store.setState({ actionError: result.error });
    return result;
  }
}
