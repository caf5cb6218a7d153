import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';
import type { ImportJobs } from '../agendaImport/importJobs.ts';
import type { DraftsService } from '../drafts/draftsService.ts';
import type { Dialogs, Emit } from './ports.ts';

/** What the handlers of `drafts` work on. */
export interface DraftHandlerParts {
  readonly drafts: DraftsService;
  readonly imports: ImportJobs;
  readonly dialogs: Pick<Dialogs, 'chooseForDraft'>;
}

export function draftHandlers({ drafts, imports, dialogs }: DraftHandlerParts): Handlers['drafts'] {
  return {
    list: async () => ok(await drafts.list()),
    create: ({ start }) => drafts.create(start),
    open: ({ draftId }) => drafts.open(draftId),
    edit: ({ draftId, edit }) => drafts.edit(draftId, edit),
    undo: ({ draftId }) => drafts.undo(draftId),
    redo: ({ draftId }) => drafts.redo(draftId),
    remove: ({ draftId }) => drafts.remove(draftId),
    difference: ({ draftId }) => drafts.difference(draftId),
    choose: async ({ what }) => ok(await dialogs.chooseForDraft(what)),
    addFiles: (order) => imports.addFiles(order),
    replaceFile: (order) => imports.replaceFile(order),
    proposeImport: (order) => imports.propose(order),
    acceptImport: (order) => imports.accept(order),
    cancelJob: async ({ job }) => {
      imports.cancel(job);
      return ok(undefined);
    },
    bodies: async () => ok(drafts.bodies()),
    saveBody: ({ body, settings }) => drafts.saveBody(body, settings),
    removeBody: ({ bodyId }) => drafts.removeBody(bodyId),
    saveTemplate: ({ draftId, name }) => drafts.saveTemplate(draftId, name),
    removeTemplate: ({ bodyId, templateId }) => drafts.removeTemplate(bodyId, templateId),
  };
}

/** Tells the window of every change of a draft and of the list. The returned function stops. */
export function announceDrafts(drafts: DraftsService, emit: Emit): () => void {
  const stops = [
    drafts.onChanged((view) => emit('drafts.changed', view)),
    drafts.onListChanged((list) => emit('drafts.listChanged', list)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
