import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { applyEdit } from '../../core/draft/applyEdit.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { DraftEdit } from '../../core/draft/draftEdit.ts';
import type { DraftHistory } from '../../core/draft/draftHistory.ts';
import { beginHistory, mapHistory, redone, undone, withStep } from '../../core/draft/draftHistory.ts';
import type { DraftView } from '../../core/draft/draftViews.ts';
import { withSlugs } from '../../core/draft/withSlugs.ts';
import { lockedItemOf } from '../../core/draft/editedItems.ts';
import { putBackSealed, takeOutSealed } from '../../core/draft/sealedParts.ts';
import type { Uuid } from '../../core/pack/manifest.ts';
import type { Finding } from '../../core/preflight/finding.ts';
import type { DraftStore } from './draftStore.ts';

/** A draft that is being worked on: its history, and one change at a time. */
export interface DraftSession {
  readonly store: DraftStore;
  readonly draft: () => Draft;
  readonly view: () => DraftView;
  readonly edit: (edit: DraftEdit) => Promise<Result<DraftView>>;
  /** The same for an edit that depends on what the draft is when its turn comes. */
  readonly editBy: (make: (draft: Draft) => Promise<Result<DraftEdit>>) => Promise<Result<DraftView>>;
  readonly undo: () => Promise<Result<DraftView>>;
  readonly redo: () => Promise<Result<DraftView>>;
  /** It goes on from this revision; nothing before can be taken back. */
  readonly markIssued: (
    base: NonNullable<Draft['base']>,
    slugs: ReadonlyMap<Uuid, string>,
  ) => Promise<Result<DraftView>>;
  /** Opens what was locked; true when something was. */
  readonly unlock: () => Promise<boolean>;
  /** Forgets the content of sealed items, and with it what could be undone; true when something was open. */
  readonly lock: () => Promise<boolean>;
  /** Waits until everything asked for is done. */
  readonly flush: () => Promise<void>;
}

export interface SessionParts {
  readonly store: DraftStore;
  readonly now: () => number;
  readonly findings: (draft: Draft, locked: ReadonlySet<string>) => readonly Finding[];
  /** What the office's own rules add to an edit. */
  readonly completed: (draft: Draft, edit: DraftEdit) => DraftEdit;
  readonly onChanged: (view: DraftView) => void;
}

export function createDraftSession(parts: SessionParts): DraftSession {
  const { store, now, findings, completed, onChanged } = parts;
  let history: DraftHistory = beginHistory(store.found);
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const view = (): DraftView => {
    const locked = store.locked();
    return {
      draft: history.now,
      findings: findings(history.now, locked),
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      undoes: history.past.at(-1)?.did ?? null,
      redoes: history.future[0]?.did ?? null,
      lockedItems: [...locked],
      recovered: store.recovered,
    };
  };

  /** Nothing has happened until it is on disk. */
  const become = async (next: DraftHistory): Promise<Result<DraftView>> => {
    if (next === history) return ok(view());
    const changed = { ...next, now: { ...next.now, changed: now() } };
    const saved = await store.save(changed.now);
    if (!saved.ok) return saved;
    history = changed;
    const shown = view();
    onChanged(shown);
    return ok(shown);
  };

  const doEdit = async (asked: DraftEdit): Promise<Result<DraftView>> => {
    const edit = completed(history.now, asked);
    if (lockedItemOf(edit, store.locked()) !== null) return failure('draftLocked');
    const edited = applyEdit(history.now, edit);
    if (!edited.ok) return edited;
    return become(withStep(history, edited.value, edit.do));
  };

  return {
    store,
    draft: () => history.now,
    view,
    edit: (edit) => inTurn(() => doEdit(edit)),
    editBy: (make) =>
      inTurn(async () => {
        const edit = await make(history.now);
        return edit.ok ? doEdit(edit.value) : edit;
      }),
    undo: () => inTurn(() => become(undone(history))),
    redo: () => inTurn(() => become(redone(history))),
    markIssued: (base, slugs) =>
      inTurn(async () => {
        const issued = withSlugs({ ...history.now, base, note: '' }, slugs);
        return become(beginHistory(issued));
      }),
    unlock: () =>
      inTurn(async () => {
        const opened = await store.unlock();
        if (opened.length === 0) return false;
        history = mapHistory(history, (draft) => putBackSealed(draft, opened));
        onChanged(view());
        return true;
      }),
    lock: () =>
      inTurn(async () => {
        const before = store.locked();
        if (!store.lock()) return false;
        history = beginHistory(takeOutSealed(history.now, before).open);
        onChanged(view());
        return true;
      }),
    flush: async () => {
      await queue;
    },
  };
}
