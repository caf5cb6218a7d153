import type { Client } from '../../core/contract.ts';
import { allDraftItems } from '../../core/draft/agendaTree.ts';
import { applyEdit } from '../../core/draft/applyEdit.ts';
import { draftFromTemplate, emptyDraft, templateOf } from '../../core/draft/beginDraft.ts';
import type { Draft, DraftFile } from '../../core/draft/draft.ts';
import type { DraftHistory } from '../../core/draft/draftHistory.ts';
import { beginHistory, redone, undone, withStep } from '../../core/draft/draftHistory.ts';
import type { DraftBodyEntry, DraftView } from '../../core/draft/draftViews.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { checkDraft } from '../../core/preflight/checkDraft.ts';
import { testId } from './libraryBuilders.ts';

export interface FakeDrafts {
  readonly drafts: Client['drafts'];
  /** The draft as main would have it on the disk. */
  readonly draft: (draftId: string) => Draft;
  readonly bodies: () => readonly DraftBodyEntry[];
}

/** A file as it is once it was taken in. */
export const sampleDraftFile = (number: number, changes: Partial<DraftFile> = {}): DraftFile => ({
  sha256: number.toString(16).padStart(64, '0'),
  size: 148_000 + number,
  name: `handling ${number}.pdf`,
  mediaType: 'application/pdf',
  pageCount: 4,
  condition: 'readable',
  pagesWithoutText: 0,
  converted: null,
  ...changes,
});

/** Main's drafts without main: kept in memory by the same rules. */
export function createFakeDrafts(
  begun: readonly Draft[] = [],
  register: readonly DraftBodyEntry[] = [],
  now = Date.parse('2026-11-20T09:00:00Z'),
): FakeDrafts {
  const histories = new Map<string, DraftHistory>(begun.map((draft) => [draft.id, beginHistory(draft)]));
  let bodies = register;
  let nextId = 5000;
  const newId = (): string => testId(nextId++);

  const viewOf = (history: DraftHistory): DraftView => ({
    draft: history.now,
    findings: checkDraft(history.now, {
      now,
      today: new Date(now).toISOString().slice(0, 10),
      factsOf: () => null,
      isHere: () => true,
      hasCard: () => null,
      locked: new Set(),
    }),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undoes: history.past.at(-1)?.did ?? null,
    redoes: history.future[0]?.did ?? null,
  });
  const keep = (draftId: string, change: (history: DraftHistory) => Result<DraftHistory>) => {
    const history = histories.get(draftId);
    if (history === undefined) return Promise.resolve(failure('draftUnknown'));
    const changed = change(history);
    if (!changed.ok) return Promise.resolve(changed);
    histories.set(draftId, changed.value);
    // What crosses from main is new in every part.
    return Promise.resolve(ok(structuredClone(viewOf(changed.value))));
  };
  const begin = (draft: Draft) => {
    histories.set(draft.id, beginHistory(draft));
    return keep(draft.id, ok);
  };
  const edit: Client['drafts']['edit'] = ({ draftId, edit: asked }) =>
    keep(draftId, (history) => {
      // The window's edits are read-only; main gets a copy of its own.
      const after = applyEdit(history.now, structuredClone(asked) as Parameters<typeof applyEdit>[1]);
      return after.ok ? ok(withStep(history, after.value, asked.do)) : after;
    });
  const draftOf = (draftId: string): Draft => {
    const history = histories.get(draftId);
    if (history === undefined) throw new Error(`no draft ${draftId}`);
    return history.now;
  };
  const takeBodies = (changed: readonly DraftBodyEntry[]) => Promise.resolve(ok((bodies = changed)));

  const drafts: Client['drafts'] = {
    list: () =>
      Promise.resolve(
        ok(
          [...histories.values()].map(({ now: draft }) => ({
            draftId: draft.id,
            title: draft.meeting.title,
            bodyName: draft.meeting.body.name,
            start: draft.meeting.start,
            itemCount: allDraftItems(draft.items).length,
            documentCount: allDraftItems(draft.items).flatMap(({ documents }) => documents).length,
            revision: (draft.base?.revision ?? 0) + 1,
            changed: draft.changed,
            damaged: false,
          })),
        ),
      ),
    create: ({ start }) => {
      const beginning = { newId, now };
      if (start.from === 'copy' || start.from === 'revision')
        return Promise.resolve(failure('meetingUnknown'));
      const entry = bodies.find(({ body }) => body.id === start.bodyId) ?? null;
      if (start.from === 'nothing') return begin(emptyDraft(beginning, start.kind, entry));
      const template = entry?.templates.find(({ id }) => id === start.templateId);
      if (entry === null || template === undefined) return Promise.resolve(failure('draftUnknown'));
      return begin(draftFromTemplate(beginning, entry, template));
    },
    open: ({ draftId }) => keep(draftId, ok),
    edit,
    undo: ({ draftId }) => keep(draftId, (history) => ok(undone(history))),
    redo: ({ draftId }) => keep(draftId, (history) => ok(redone(history))),
    remove: ({ draftId }) => {
      histories.delete(draftId);
      return Promise.resolve(ok(undefined));
    },
    difference: () => Promise.resolve(ok(null)),
    choose: () => Promise.resolve(ok(null)),
    addFiles: ({ draftId, itemId, at, paths }) => {
      const files = paths.map((path) =>
        sampleDraftFile(nextId++, { name: path.slice(path.lastIndexOf('/') + 1) }),
      );
      const documents = files.map(({ sha256, name }) => ({
        id: newId(),
        title: name.replace(/\.[^.]*$/, ''),
        documentKind: 'attachment' as const,
        file: sha256,
        pages: null,
        personalData: false,
        withOriginal: false,
        extensions: {},
      }));
      return edit({ draftId, edit: { do: 'addDocuments', itemId, at, documents, files } });
    },
    replaceFile: ({ draftId, documentId, path }) =>
      edit({
        draftId,
        edit: {
          do: 'replaceFile',
          documentId,
          file: sampleDraftFile(nextId++, { name: path.slice(path.lastIndexOf('/') + 1) }),
          pages: null,
        },
      }),
    proposeImport: () => Promise.resolve(failure('importNothing')),
    acceptImport: ({ draftId }) => keep(draftId, ok),
    cancelJob: () => Promise.resolve(ok(undefined)),
    bodies: () => Promise.resolve(ok(bodies)),
    saveBody: ({ body, settings }) => {
      const entry = structuredClone({ body, settings }) as Pick<DraftBodyEntry, 'body' | 'settings'>;
      const known = bodies.find((each) => each.body.id === body.id);
      const saved = { ...entry, templates: known?.templates ?? [] };
      return takeBodies(
        known === undefined ? [...bodies, saved] : bodies.map((each) => (each === known ? saved : each)),
      );
    },
    removeBody: ({ bodyId }) => takeBodies(bodies.filter(({ body }) => body.id !== bodyId)),
    saveTemplate: ({ draftId, name }) => {
      const draft = draftOf(draftId);
      const template = templateOf(draft, name, newId);
      return takeBodies(
        bodies.map((entry) =>
          entry.body.id === draft.meeting.body.id
            ? { ...entry, templates: [...entry.templates, template] }
            : entry,
        ),
      );
    },
    removeTemplate: ({ bodyId, templateId }) =>
      takeBodies(
        bodies.map((entry) =>
          entry.body.id === bodyId
            ? { ...entry, templates: entry.templates.filter(({ id }) => id !== templateId) }
            : entry,
        ),
      ),
  };
  return { drafts, draft: draftOf, bodies: () => bodies };
}
