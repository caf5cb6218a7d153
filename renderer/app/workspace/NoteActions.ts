import type { StoreApi } from 'zustand/vanilla';
import type { Annotation, AnnotationDraft, AnnotationPatch } from '../../../core/annotation/annotation.ts';
import type { Client, NoteChange, NotesView } from '../../../core/contract.ts';
import type { Result } from '../../../core/errors.ts';
import { NoteTextSaver } from '../../features/notes/noteTextSaver.ts';
import type { MessageKey, MessageValues } from '../../ui/messages.tsx';
import type { NewNote, WorkspaceState } from './workspaceState.ts';

/** What a person does with notes. Main owns them: each change is asked for, stored there, and comes back as an event. */
export class NoteActions {
  readonly saver = new NoteTextSaver((key, text) => this.#saveText(key, text));
  readonly #meetingId: string;
  readonly #client: Client;
  readonly #store: StoreApi<WorkspaceState>;
  readonly #idsByKey = new Map<string, string>();
  #begun = 0;
  #adding = 0;
  #heldBack: NotesView | null = null;

  constructor(meetingId: string, client: Client, store: StoreApi<WorkspaceState>) {
    this.#meetingId = meetingId;
    this.#client = client;
    this.#store = store;
  }

  /** Marks and bookmarks are stored at once; notes and questions open an editor and are stored with their first words. */
  async make(draft: AnnotationDraft): Promise<void> {
    this.#store.setState({ removed: null });
    if (draft.kind === 'note' || draft.kind === 'question') {
      this.#begin(draft);
      return;
    }
    const added = await this.#add(draft);
    this.#release();
    if (!added.ok) return;
    this.#store.setState({ activeKey: added.value.id });
    this.say('notes.said.added');
  }

  /** A note made where the person goes on working, on the page itself: its id, null when it could not be stored. */
  async keep(draft: AnnotationDraft): Promise<string | null> {
    this.#store.setState({ removed: null });
    const added = await this.#add(draft);
    this.#release();
    if (added.ok) this.say('notes.said.added');
    return added.ok ? added.value.id : null;
  }

  /** False when it could not be stored. */
  async change(key: string, patch: AnnotationPatch): Promise<boolean> {
    const begun = this.#newNote(key);
    if (begun?.noteId === null) {
      this.#setNewNote({ ...begun, draft: { ...begun.draft, ...patch } });
      return true;
    }
    const result = await this.#client.notes.edit({ meetingId: this.#meetingId, id: this.#idOf(key), patch });
    return this.#told(result, 'notes.said.changed');
  }

  /** False when it is still there. */
  async remove(key: string): Promise<boolean> {
    const begun = this.#newNote(key);
    const id = this.#idOf(key);
    if (begun?.noteId === null) {
      this.saver.forget(key);
      this.#dropNewNote(key);
      return true;
    }
    await this.saver.flush(key);
    const note = this.#store.getState().notes?.annotations.find((candidate) => candidate.id === id) ?? null;
    const result = await this.#client.notes.remove({ meetingId: this.#meetingId, id });
    if (!this.#told(result, 'notes.said.removed')) return false;
    this.saver.forget(key);
    this.#dropNewNote(key);
    this.#store.setState({ removed: note, activeKey: null, editingKey: null });
    return true;
  }

  undo(): Promise<NoteChange | null> {
    return this.#step(
      (args) => this.#client.notes.undo(args),
      'several.said.undone',
      'notes.said.nothingToUndo',
    );
  }

  redo(): Promise<NoteChange | null> {
    return this.#step(
      (args) => this.#client.notes.redo(args),
      'several.said.redone',
      'notes.said.nothingToRedo',
    );
  }

  /** A note that is still shown under the key it was begun with. */
  isBegun(key: string): boolean {
    return this.#newNote(key) !== undefined;
  }

  startEditing(key: string): void {
    this.#store.setState({ editingKey: key, activeKey: key });
  }

  /** Leaves the editor: what is written is stored; a note without a word was never one. */
  async stopEditing(key: string): Promise<void> {
    if (this.#store.getState().editingKey === key) this.#store.setState({ editingKey: null });
    const begun = this.#newNote(key);
    const words = this.saver.read(key)?.text ?? '';
    if (begun?.noteId === null && words.trim() === '') {
      this.saver.forget(key);
      this.#dropNewNote(key);
      return;
    }
    const wasWritten = this.saver.read(key) !== null;
    await this.saver.release(key);
    if (wasWritten && this.saver.read(key) === null) this.say('notes.said.saved');
    if (this.saver.read(key) === null && this.#store.getState().editingKey !== key) this.#dropNewNote(key);
  }

  /** A change of main arrived. Held back while a note is being added, so that it never shows twice. */
  readonly arrived = (view: NotesView): void => {
    if (view.meetingId !== this.#meetingId) return;
    if (this.#adding > 0) this.#heldBack = view;
    else this.#store.setState({ notes: view });
  };

  say(key: MessageKey, values?: MessageValues): void {
    const number = (this.#store.getState().announcement?.number ?? 0) + 1;
    this.#store.setState({ announcement: { number, key, ...(values ? { values } : {}) } });
  }

  /** The key a note is shown under: that of its editor when it was begun here and is still open. */
  keyOf(id: string): string {
    return this.#store.getState().newNotes.find((begun) => begun.noteId === id)?.key ?? id;
  }

  #begin(draft: AnnotationDraft): void {
    this.#begun += 1;
    const key = `new-${this.#begun}`;
    this.#store.setState((state) => ({
      newNotes: [...state.newNotes, { key, draft, noteId: null }],
      activeKey: key,
      editingKey: key,
      notesScope: 'here',
      rightPane: 'notes',
      layout: { ...state.layout, notesShown: true },
      onlyPane: 'notes',
    }));
  }

  async #saveText(key: string, text: string): Promise<Result<unknown>> {
    const begun = this.#newNote(key);
    if (begun?.noteId === null) {
      if (text.trim() === '') return { ok: true, value: null };
      const added = await this.#add({ ...begun.draft, text });
      if (added.ok) await this.#connect(begun, added.value.id);
      this.#release();
      return added;
    }
    this.#store.setState({ removed: null });
    return this.#client.notes.edit({ meetingId: this.#meetingId, id: this.#idOf(key), patch: { text } });
  }

  async #add(draft: AnnotationDraft): Promise<Result<Annotation>> {
    this.#adding += 1;
    const result = await this.#client.notes.add({ draft });
    this.#adding -= 1;
    if (!result.ok) this.#store.setState({ actionError: result.error });
    return result;
  }

  /** The new note is stored: what was changed or thrown away while that went on is made up for. */
  async #connect(begun: NewNote, id: string): Promise<void> {
    const latest = this.#newNote(begun.key);
    if (latest === undefined) {
      await this.#client.notes.remove({ meetingId: this.#meetingId, id });
      return;
    }
    this.#idsByKey.set(begun.key, id);
    this.#setNewNote({ ...latest, noteId: id });
    const { kind, noteClass } = latest.draft;
    if (latest.draft !== begun.draft) await this.change(begun.key, { kind, noteClass });
  }

  #release(): void {
    if (this.#adding > 0 || this.#heldBack === null) return;
    const notes = this.#heldBack;
    this.#heldBack = null;
    this.#store.setState({ notes });
  }

  async #step(
    ask: (args: { meetingId: string }) => Promise<Result<NoteChange | null>>,
    done: MessageKey,
    nothing: MessageKey,
  ): Promise<NoteChange | null> {
    await this.saver.flushAll();
    this.#store.setState({ removed: null });
    const result = await ask({ meetingId: this.#meetingId });
    if (!result.ok) {
      this.#store.setState({ actionError: result.error });
      return null;
    }
    if (result.value === null) this.say(nothing);
    else this.say(done, { count: result.value.count });
    if (result.value !== null && result.value.what !== 'removed')
      this.#store.setState({ activeKey: this.keyOf(result.value.id) });
    return result.value;
  }

  #told(result: Result<unknown>, key: MessageKey): boolean {
    if (result.ok) {
      this.#store.setState({ removed: null, actionError: null });
      this.say(key);
    } else this.#store.setState({ actionError: result.error });
    return result.ok;
  }

  #newNote(key: string): NewNote | undefined {
    return this.#store.getState().newNotes.find((begun) => begun.key === key);
  }

  #idOf(key: string): string {
    return this.#idsByKey.get(key) ?? key;
  }

  #setNewNote(changed: NewNote): void {
    this.#store.setState((state) => ({
      newNotes: state.newNotes.map((begun) => (begun.key === changed.key ? changed : begun)),
    }));
  }

  #dropNewNote(key: string): void {
    this.#store.setState((state) => ({
      newNotes: state.newNotes.filter((begun) => begun.key !== key),
      activeKey: state.activeKey === key ? (this.#idsByKey.get(key) ?? null) : state.activeKey,
      editingKey: state.editingKey === key ? null : state.editingKey,
    }));
  }
}
