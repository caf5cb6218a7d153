import type { StoreApi } from 'zustand/vanilla';
import type { AskedAct } from '../../../core/annotation/noteActs.ts';
import { noteClasses } from '../../../core/annotation/annotation.ts';
import type { Client } from '../../../core/contract.ts';
import { isOnAny, openedIds } from '../../../core/sealing/openedSeals.ts';
import { noteAsText } from '../../../core/noteExport/noteAsText.ts';
import type { MeetingIndex } from '../../features/notes/meetingIndex.ts';
import { noteTextWords } from '../../features/notes/noteTextWords.ts';
import type { ShownNote } from '../../features/notes/shownNote.ts';
import type { MessageKey, Messages, MessageValues } from '../../ui/messages.tsx';
import { copyWords } from './copyWords.ts';
import type { NoteActions } from './NoteActions.ts';
import { headingName } from './shownNotes.ts';
import type { WorkspaceState } from './workspaceState.ts';

/** What was said about something that was done. */
export interface Said {
  readonly said: MessageKey;
  readonly values: MessageValues;
}

/** What a person does with several notes at once. */
export class SeveralNotes {
  readonly #meetingId: string;
  readonly #client: Client;
  readonly #store: StoreApi<WorkspaceState>;
  readonly #notes: NoteActions;

  constructor(meetingId: string, client: Client, store: StoreApi<WorkspaceState>, notes: NoteActions) {
    this.#meetingId = meetingId;
    this.#client = client;
    this.#store = store;
    this.#notes = notes;
  }

  /** What is being written comes first: it is part of what is changed. How many notes changed; null when it failed. */
  async act(acts: readonly AskedAct[], said: MessageKey): Promise<number | null> {
    await this.#notes.saver.flushAll();
    if (acts.length === 0) return 0;
    const done = await this.#client.notes.apply({ meetingId: this.#meetingId, acts });
    if (!done.ok) {
      this.#store.setState({ actionError: done.error });
      return null;
    }
    for (const { what, id } of acts) if (what === 'remove') this.#notes.saver.forget(id);
    this.#store.setState({ removed: null, actionError: null });
    this.#notes.say(said, { count: done.value.count });
    return done.value.count;
  }

  /**
   * Puts the notes on the clipboard, each with where it stands. Nothing that came out of a seal goes along.
   * Null when the person did not want it after all.
   */
  async copy(notes: readonly ShownNote[], index: MeetingIndex, messages: Messages): Promise<Said | null> {
    await this.#notes.saver.flushAll();
    const words = noteTextWords(messages);
    const { meeting } = this.#store.getState();
    const sealed = meeting === null ? new Set<string>() : openedIds(meeting);
    const open = notes.filter(({ note }) => !isOnAny(note.target.source, sealed));
    const texts = open.map(({ note, place: { heading, page, packPage } }) => {
      const itemNumber = heading.type === 'item' ? (index.items.get(heading.item)?.number ?? null) : null;
      return noteAsText(
        note,
        { itemNumber, title: headingName(heading, index) ?? '', page, packPage },
        words,
      );
    });
    if (!(await copyWords(texts.join('\n\n')))) return null;
    const left = notes.length - open.length;
    const said = left === 0 ? 'several.said.copied' : 'several.said.copiedOpen';
    const values = { count: open.length, left };
    this.#notes.say(said, values);
    return { said, values };
  }

  /** Only these notes, as a file of the person's own. */
  async save(notes: readonly ShownNote[], as: 'csv' | 'jsonld'): Promise<{ readonly file: string } | null> {
    await this.#notes.saver.flushAll();
    const saved = await this.#client.preparation.saveNotes({
      meetingId: this.#meetingId,
      as,
      classes: [...noteClasses],
      ids: notes.map(({ note }) => note.id),
    });
    if (!saved.ok) this.#store.setState({ actionError: saved.error });
    return saved.ok ? saved.value : null;
  }
}
