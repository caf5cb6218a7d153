import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Annotation, AnnotationDraft, AnnotationPatch } from '../../../core/annotation/annotation.ts';
import type { PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import type { Client, NotesView } from '../../../core/contract.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { MeetingView } from '../../../core/library/views.ts';

export interface PreparationState {
  /** Null while it is read. */
  readonly meeting: MeetingView | null;
  readonly notes: NotesView | null;
  /** Where notes stand in the revision shown. */
  readonly placements: PlacementsView['placements'];
  readonly error: BereddError | null;
  /** Why the last change was not stored. */
  readonly problem: BereddError | null;
  readonly itemId: string | null;
  /** The note that was added last: its field gets the focus. */
  readonly addedId: string | null;
}

type Wanted = Pick<Client, 'meeting' | 'notes' | 'placements'>;
export type OwnKind = Extract<
  Annotation['kind'],
  'stance' | 'speech' | 'question' | 'proposal' | 'reservation' | 'conflict' | 'task' | 'note'
>;

/** What was typed is stored when the person has paused this long. */
const pauseMs = 400;

/** A meeting's preparation: notes like all others, changed here item by item. */
export class PreparationSession {
  readonly store: StoreApi<PreparationState>;
  readonly meetingId: string;
  readonly #client: () => Wanted;
  readonly #typed = new Map<string, { patch: AnnotationPatch; timer: ReturnType<typeof setTimeout> }>();

  constructor(meetingId: string, itemId: string | null, client: () => Wanted) {
    this.meetingId = meetingId;
    this.#client = client;
    this.store = createStore<PreparationState>(() => ({
      meeting: null,
      notes: null,
      placements: {},
      error: null,
      problem: null,
      addedId: null,
      itemId,
    }));
  }

  async open(): Promise<void> {
    this.store.setState({ error: null });
    const { meetingId } = this;
    const [meeting, notes, placed] = await Promise.all([
      this.#client().meeting.open({ meetingId }),
      this.#client().notes.list({ meetingId }),
      this.#client().placements.of({ meetingId }),
    ]);
    if (!meeting.ok) return this.store.setState({ error: meeting.error });
    if (!notes.ok) return this.store.setState({ error: notes.error });
    const itemId = this.store.getState().itemId ?? meeting.value.agenda[0]?.id ?? null;
    const placements = placed.ok ? placed.value.placements : {};
    this.store.setState({ meeting: meeting.value, notes: notes.value, placements, itemId });
  }

  readonly takeNotes = (notes: NotesView): void => {
    if (notes.meetingId === this.meetingId) this.store.setState({ notes });
  };

  readonly takePlacements = ({ meetingId, placements }: PlacementsView): void => {
    if (meetingId === this.meetingId) this.store.setState({ placements });
  };

  readonly takeMeeting = (meeting: MeetingView): void => {
    if (meeting.meeting.meetingId === this.meetingId) this.store.setState({ meeting });
  };

  readonly show = (itemId: string): void => {
    void this.flush();
    this.store.setState({ itemId });
  };

  /** Adds a note of the item; it is private unless said otherwise. */
  async add(itemId: string, kind: OwnKind, details: Partial<AnnotationDraft> = {}): Promise<string | null> {
    const draft: AnnotationDraft = {
      kind,
      noteClass: 'private',
      colour: null,
      target: { meeting: this.meetingId, source: { type: 'item', item: itemId }, selectors: [] },
      text: '',
      ...details,
    };
    const answer = await this.#client().notes.add({ draft });
    this.store.setState(answer.ok ? { problem: null, addedId: answer.value.id } : { problem: answer.error });
    return answer.ok ? answer.value.id : null;
  }

  async edit(id: string, patch: AnnotationPatch): Promise<void> {
    const answer = await this.#client().notes.edit({ meetingId: this.meetingId, id, patch });
    this.store.setState({ problem: answer.ok ? null : answer.error });
  }

  /** Puts one of the notes where another stands, and gives those that changed place their number. */
  async reorder(among: readonly Annotation[], from: number, to: number): Promise<void> {
    const moved = [...among];
    const [one] = moved.splice(from, 1);
    if (one === undefined || to < 0 || to > moved.length) return;
    moved.splice(to, 0, one);
    for (const [order, note] of moved.entries())
      if (note.order !== order) await this.edit(note.id, { order });
  }

  /** Stored after a pause, or at `flush`. */
  readonly type = (id: string, patch: AnnotationPatch): void => {
    const waiting = this.#typed.get(id);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    const timer = setTimeout(() => void this.#store(id), pauseMs);
    this.#typed.set(id, { patch: { ...waiting?.patch, ...patch }, timer });
  };

  async flush(): Promise<void> {
    await Promise.all([...this.#typed.keys()].map((id) => this.#store(id)));
  }

  async #store(id: string): Promise<void> {
    const waiting = this.#typed.get(id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#typed.delete(id);
    await this.edit(id, waiting.patch);
  }

  async remove(id: string): Promise<void> {
    const waiting = this.#typed.get(id);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    this.#typed.delete(id);
    const answer = await this.#client().notes.remove({ meetingId: this.meetingId, id });
    this.store.setState({ problem: answer.ok ? null : answer.error });
  }

  async undo(): Promise<void> {
    await this.flush();
    const answer = await this.#client().notes.undo({ meetingId: this.meetingId });
    this.store.setState({ problem: answer.ok ? null : answer.error });
  }

  async redo(): Promise<void> {
    await this.flush();
    const answer = await this.#client().notes.redo({ meetingId: this.meetingId });
    this.store.setState({ problem: answer.ok ? null : answer.error });
  }
}
