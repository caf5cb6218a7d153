import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { findDraftDocument } from '../../../../core/draft/agendaTree.ts';
import type { Draft, DraftItem } from '../../../../core/draft/draft.ts';
import type { DraftEdit, ItemPatch } from '../../../../core/draft/draftEdit.ts';
import type { Finding } from '../../../../core/preflight/finding.ts';
import type { MessageKey, MessageValues } from '../../../ui/messages.tsx';
import { agendaLines, itemOf, lineOf, topmost } from '../agenda/agendaLines.ts';
import type { Direction, DropPlace, Move } from '../agenda/agendaMoves.ts';
import { movesByDrop, movesByKey } from '../agenda/agendaMoves.ts';
import type { DraftSession } from '../session/DraftSession.ts';
import { emptyItem } from './emptyItem.ts';

/** What the middle pane shows. */
export type Shown = 'meeting' | 'item' | 'difference' | 'briefing';
export type EditorPane = 'agenda' | 'item' | 'preflight';

export type EditorDialog =
  | { readonly name: 'split'; readonly itemId: string }
  | { readonly name: 'cut'; readonly documentId: string }
  | { readonly name: 'moveDocuments'; readonly documentIds: readonly string[] }
  | { readonly name: 'view'; readonly documentId: string; readonly page: number }
  | { readonly name: 'cancelMeeting' }
  | { readonly name: 'moveMeeting' }
  | { readonly name: 'template' }
  | { readonly name: 'pasteAgenda' };

export interface EditorState {
  readonly shown: Shown;
  /** The one that is shown as `briefing`. */
  readonly briefingId: string | null;
  /** Ids of items. */
  readonly selected: ReadonlySet<string>;
  readonly preflightShown: boolean;
  /** The one pane where there is no room for more. */
  readonly onlyPane: EditorPane;
  readonly dialog: EditorDialog | null;
  /** The field that gets the focus when it is drawn. */
  readonly focus: { readonly field: string; readonly number: number } | null;
  readonly said: { readonly key: MessageKey; readonly values: MessageValues; readonly number: number } | null;
}

/** What the secretary does in the editor, by pointer, key or palette: all of it goes through here. */
export class DraftEditorModel {
  readonly session: DraftSession;
  readonly store: StoreApi<EditorState> = createStore<EditorState>(() => ({
    shown: 'meeting',
    briefingId: null,
    selected: new Set(),
    preflightShown: true,
    onlyPane: 'agenda',
    dialog: null,
    focus: null,
    said: null,
  }));
  #count = 0;
  #lastFinding = '';

  constructor(session: DraftSession) {
    this.session = session;
  }

  get draft(): Draft | null {
    return this.session.store.getState().view?.draft ?? null;
  }
  get items(): readonly DraftItem[] {
    return this.draft?.items ?? [];
  }
  /** The one item that is selected; null for none or several. */
  get current(): DraftItem | null {
    const { selected, shown } = this.store.getState();
    const [id] = selected;
    return shown === 'item' && selected.size === 1 && id !== undefined ? itemOf(this.items, id) : null;
  }

  show(shown: Shown): void {
    this.store.setState({ shown, onlyPane: 'item', ...(shown === 'item' ? {} : { selected: new Set() }) });
  }
  showBriefing(briefingId: string): void {
    this.store.setState({ briefingId });
    this.show('briefing');
  }
  select(ids: ReadonlySet<string>, isPaneShown = true): void {
    this.store.setState({
      selected: ids,
      shown: ids.size === 0 ? 'meeting' : 'item',
      ...(isPaneShown && ids.size === 1 ? { onlyPane: 'item' } : {}),
    });
  }
  showPane(onlyPane: EditorPane): void {
    this.store.setState({ onlyPane });
  }
  togglePreflight(): void {
    this.store.setState(({ preflightShown }) => ({ preflightShown: !preflightShown, onlyPane: 'preflight' }));
  }
  openDialog(dialog: EditorDialog): void {
    this.store.setState({ dialog });
  }
  closeDialog(): void {
    this.store.setState({ dialog: null });
  }
  focusField(field: string): void {
    this.store.setState({ focus: { field, number: ++this.#count } });
  }
  say(key: MessageKey, values: MessageValues = {}): void {
    this.store.setState({ said: { key, values, number: ++this.#count } });
  }

  /** A new item after the one that is selected, or as its last part; its title waits to be written. */
  async addItem(as: 'after' | 'part' = 'after'): Promise<void> {
    const [line] = topmost(this.items, this.store.getState().selected).toReversed();
    const item = emptyItem();
    const place =
      line === undefined
        ? { parent: null, at: this.items.length }
        : as === 'part'
          ? { parent: line.item.id, at: line.item.children.length }
          : { parent: line.parentId, at: line.index + 1 };
    if (!(await this.session.edit({ do: 'addItem', item, ...place }))) return;
    this.select(new Set([item.id]));
    this.focusField('title');
  }

  async remove(): Promise<void> {
    const lines = topmost(this.items, this.store.getState().selected);
    const [first] = lines;
    if (first === undefined) return;
    const all = agendaLines(this.items);
    const gone = new Set(lines.map(({ item }) => item.id));
    const at = all.indexOf(first);
    const next = all.slice(at).find(({ item, parentId }) => !gone.has(item.id) && !gone.has(parentId ?? ''));
    const stays = next ?? all[at - 1];
    const itemIds = lines.map(({ item }) => item.id);
    if (!(await this.session.edit(removal(itemIds)))) return;
    this.select(new Set(stays === undefined ? [] : [stays.item.id]), false);
    this.say('secretary.said.removed', { count: lines.length });
  }

  /** The same change in every selected item. */
  async changeSelected(patch: ItemPatch): Promise<void> {
    const [itemId, ...others] = this.store.getState().selected;
    if (itemId === undefined) return;
    await this.session.edit(
      others.length === 0
        ? { do: 'setItem', itemId, patch }
        : { do: 'setItems', itemIds: [itemId, ...others], patch },
    );
  }

  async move(direction: Direction): Promise<void> {
    const { draft } = this;
    const moves = draft === null ? [] : movesByKey(draft, this.store.getState().selected, direction);
    const isMoved = await this.#move(moves);
    const [id] = this.store.getState().selected;
    const line = id === undefined ? null : lineOf(this.items, id);
    if (!isMoved) this.say('secretary.said.notMoved');
    else if (line !== null)
      this.say('secretary.said.moved', { place: line.index + 1, count: line.siblingCount });
  }

  async drop(ids: ReadonlySet<string>, place: DropPlace): Promise<void> {
    await this.#move(movesByDrop(this.items, ids, place));
  }

  /** True when something has moved. */
  async #move(moves: readonly Move[]): Promise<boolean> {
    const [first, ...others] = moves;
    if (first === undefined) return false;
    if (others.length === 0) return this.session.edit(first);
    return this.session.edit({ do: 'moveItems', moves: moves.map(({ do: _one, ...move }) => move) });
  }

  async moveDocuments(documentIds: readonly string[], itemId: string, at?: number): Promise<void> {
    const end = itemOf(this.items, itemId)?.documents.length ?? 0;
    if (
      await this.session.edit({ do: 'moveDocuments', documentIds: [...documentIds], itemId, at: at ?? end })
    )
      this.say('secretary.said.documentsMoved', { count: documentIds.length });
  }

  /** A place up or down among the documents of its item. */
  async moveDocument(documentId: string, step: 1 | -1): Promise<void> {
    const item = findDraftDocument(this.items, documentId)?.item;
    const at = item?.documents.findIndex(({ id }) => id === documentId) ?? -1;
    const to = at + step;
    if (item === undefined || to < 0 || to >= item.documents.length)
      return this.say('secretary.said.notMoved');
    await this.moveDocuments([documentId], item.id, to);
  }

  /** Several items become one: the first of them. */
  async join(): Promise<void> {
    const [into, ...from] = topmost(this.items, this.store.getState().selected).map(({ item }) => item.id);
    if (into === undefined || from.length === 0) return;
    if (await this.session.edit({ do: 'joinItems', into, from })) {
      this.select(new Set([into]));
      this.say('secretary.said.joined', { count: from.length + 1 });
    }
  }

  /** The item and the one above it become one. */
  async joinWithPrevious(): Promise<void> {
    const item = this.current;
    const line = item === null ? null : lineOf(this.items, item.id);
    const siblings =
      line?.parentId == null ? this.items : (itemOf(this.items, line.parentId)?.children ?? []);
    const before = line === null ? undefined : siblings[line.index - 1];
    if (item === null || before === undefined) return;
    this.select(new Set([before.id, item.id]));
    await this.join();
  }

  async undo(): Promise<void> {
    await this.#takeBack('undo');
  }
  async redo(): Promise<void> {
    await this.#takeBack('redo');
  }

  /** Goes where a finding can be mended. */
  goTo({ itemId, documentId, page, code, detail }: Finding): void {
    if (itemId === null) {
      this.show('meeting');
      return this.focusField(titleFields[detail['what'] ?? ''] ?? meetingFields[code] ?? 'meetingTitle');
    }
    if (this.draft?.briefings.some(({ id }) => id === itemId) === true) {
      this.showBriefing(itemId);
      return this.focusField('entitled');
    }
    this.select(new Set([itemId]));
    if (documentId !== null && page !== null) return this.openDialog({ name: 'view', documentId, page });
    this.focusField(documentId === null ? (itemFields[code] ?? 'title') : `document:${documentId}`);
  }

  /** The next thing to mend or accept after the one gone to last, errors first. */
  goToNextFinding(): void {
    const open = (this.session.store.getState().view?.findings ?? [])
      .filter(({ accepted }) => !accepted)
      .toSorted((one, other) => Number(one.severity !== 'error') - Number(other.severity !== 'error'));
    const next = open[(open.findIndex(({ key }) => key === this.#lastFinding) + 1) % open.length];
    if (next === undefined) return;
    this.#lastFinding = next.key;
    this.goTo(next);
  }

  async #takeBack(which: 'undo' | 'redo'): Promise<void> {
    await this.session.flushAll();
    const view = this.session.store.getState().view;
    const what = which === 'undo' ? view?.undoes : view?.redoes;
    if (what == null) return;
    if (await this.session[which]()) this.say(`secretary.said.${which}`, { what });
    this.#dropGone();
  }

  /** What was selected may be gone after undo. */
  #dropGone(): void {
    const { selected, shown } = this.store.getState();
    if (shown !== 'item') return;
    const still = [...selected].filter((id) => itemOf(this.items, id) !== null);
    if (still.length < selected.size) this.select(new Set(still), false);
  }
}

const removal = (itemIds: string[]): DraftEdit => {
  const [itemId, ...others] = itemIds;
  return itemId !== undefined && others.length === 0
    ? { do: 'removeItem', itemId }
    : { do: 'removeItems', itemIds };
};

const titleFields: Readonly<Record<string, string>> = { body: 'bodyName', issuer: 'municipality' };
const meetingFields: Partial<Record<Finding['code'], string>> = {
  noStart: 'meetingDate',
  noPlace: 'meetingPlace',
  noItems: 'addItem',
  noTitle: 'meetingTitle',
  deadlinePassed: 'deadline',
  deadlineClose: 'deadline',
  deadlineUnknown: 'deadline',
};
const itemFields: Partial<Record<Finding['code'], string>> = {
  noProposedDecision: 'point:0',
  numberGap: 'number',
  numberTwice: 'number',
  itemWithoutDocuments: 'addDocuments',
  sealedFileAlsoOpen: 'addDocuments',
  sealedWithoutEntitled: 'entitled',
  cardMissing: 'entitled',
  hiddenFromEveryone: 'conflicts',
};
