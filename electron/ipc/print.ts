import type { Handlers } from '../../core/contract.ts';
import { failure, ok, type Result } from '../../core/errors.ts';
import { savableWords } from '../../core/files/savableName.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { Prints } from '../print/prints.ts';
import type { Dialogs } from './ports.ts';

/** What the handlers of `print` work on. */
export interface PrintHandlerParts {
  readonly prints: Pick<Prints, 'compose' | 'cancel' | 'find' | 'copyTo' | 'keepForOthers' | 'discard'>;
  readonly library: Pick<LibraryService, 'meetingView'>;
  readonly notes: Pick<NotesService, 'list'>;
  readonly dialogs: Pick<Dialogs, 'choosePdfToSave' | 'openFile'>;
  readonly language: () => Language;
}

export function printHandlers({
  prints,
  library,
  notes,
  dialogs,
  language,
}: PrintHandlerParts): Handlers['print'] {
  return {
    compose: async ({ job, meetingId, order }) => {
      const meeting = library.meetingView(meetingId);
      if (meeting === null) return failure('meetingUnknown');
      const listed = order.notes === 'none' ? null : await notes.list(meetingId);
      if (listed !== null && !listed.ok) return listed;
      const annotations = listed?.value.annotations ?? [];
      return prints.compose({ job, meeting, order, notes: annotations, language: language() });
    },
    cancel: ({ job }) => done(prints.cancel(job)),
    save: async ({ id }) => {
      const composed = prints.find(id);
      if (composed === null) return failure('printEmpty');
      const file = await dialogs.choosePdfToSave(fileNameOf(composed.title));
      if (file === null) return ok(null);
      const copied = await prints.copyTo(id, file);
      return copied.ok ? ok({ file }) : copied;
    },
    open: async ({ id }) => {
      const composed = prints.find(id);
      if (composed === null) return failure('printEmpty');
      prints.keepForOthers(id);
      return (await dialogs.openFile(composed.path)) ? ok(undefined) : failure('printNotOpened');
    },
    discard: async ({ id }) => {
      await prints.discard(id);
      return ok(undefined);
    },
  };
}

const done = (_nothing: void): Promise<Result<void>> => Promise.resolve(ok(undefined));

/** A title is anybody's words; one that no file system takes gives the app's name. */
const fileNameOf = (title: string): string => `${savableWords(title) || 'Beredd'}.pdf`;
