import type { Handlers } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import type { ImportJobs } from '../agendaImport/importJobs.ts';
import { openDrafts, type DraftsOptions } from '../drafts/drafts.ts';
import type { DraftsService } from '../drafts/draftsService.ts';
import { announceDrafts, draftHandlers } from '../ipc/drafts.ts';
import type { Dialogs, Emit } from '../ipc/ports.ts';

/** The drafts of the secretary, wired. */
export interface Drafting {
  readonly drafts: DraftsService;
  readonly handlers: Handlers['drafts'];
  readonly close: () => Promise<void>;
}

export interface DraftingOptions extends DraftsOptions {
  readonly dialogs: Pick<Dialogs, 'chooseForDraft'>;
  readonly emit: Emit;
  readonly openImports: (drafts: DraftsService) => ImportJobs;
}

export async function openDrafting(options: DraftingOptions): Promise<Result<Drafting>> {
  const opened = await openDrafts(options);
  if (!opened.ok) return opened;
  const drafts = opened.value;
  const imports = options.openImports(drafts);
  const stopAnnouncing = announceDrafts(drafts, options.emit);
  return ok({
    drafts,
    handlers: draftHandlers({ drafts, imports, dialogs: options.dialogs }),
    close: async () => {
      stopAnnouncing();
      await imports.close();
      await drafts.close();
    },
  });
}
