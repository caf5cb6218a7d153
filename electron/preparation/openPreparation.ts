import type { Handlers } from '../../core/contract.ts';
import type { MeetingView } from '../../core/library/views.ts';
import type { Language } from '../../core/settings/settings.ts';
import { createAnnotatedCopies } from '../annotatedCopy/copyClient.ts';
import type { FindClient } from '../find/findClient.ts';
import { preparationHandlers } from '../ipc/preparation.ts';
import type { Dialogs, Emit } from '../ipc/ports.ts';
import { pageToPdf } from '../issuing/pageToPdf.ts';
import { writeFile } from '../issuing/writeFile.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import type { DurableStore } from '../storage/store.ts';
import type { PreparationData } from './preparationStore.ts';
import { readSmallFile } from './readSmallFile.ts';
import { createReadingPlans } from './readingPlans.ts';

export interface PreparationParts {
  readonly library: LibraryService;
  readonly notes: Pick<NotesService, 'list' | 'add'>;
  readonly standingNotes: Pick<NotesService, 'list'>;
  readonly find: Pick<FindClient, 'words'>;
  readonly store: DurableStore<PreparationData>;
  readonly unlocked: (view: MeetingView) => MeetingView;
  /** The process that writes annotated copies. */
  readonly connectCopies: () => PackChannel;
  readonly dialogs: Dialogs;
  readonly emit: Emit;
  readonly report: (error: unknown) => void;
  readonly language: () => Language;
  readonly now: () => number;
}

/** The desk: sheets, reading plan and digest over what is stored. */
export const openPreparation = (parts: PreparationParts): Handlers['preparation'] =>
  preparationHandlers({
    ...parts,
    plans: createReadingPlans({
      ...parts,
      onChanged: (meetingId) => parts.emit('preparation.planChanged', { meetingId }),
    }),
    copies: createAnnotatedCopies(parts.connectCopies, pdfiumFile()),
    pageToPdf,
    wordFile: async (document) => (await import('./wordFile.ts')).wordFile(document),
    writeFile,
    readFile: readSmallFile,
  });
