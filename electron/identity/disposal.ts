import type { DisposalPlan, DueMeeting } from '../../core/exchange/identityViews.ts';
import { dueState } from '../../core/exchange/dueDates.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { isReadableEntry } from '../../core/pack/entryName.ts';
import type { CalendarDate, Manifest, Uuid } from '../../core/pack/manifest.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import type { Keyring } from './keyring.ts';

/** Giving back or erasing what a pack brought, when its dates say so or the person wants it. */
export interface Disposal {
  readonly due: () => readonly DueMeeting[];
  readonly plan: (meetingId: Uuid) => Promise<Result<DisposalPlan>>;
  /** Takes away documents, item keys and the notes named. Notes that stay keep what they say. */
  readonly dispose: (
    meetingId: Uuid,
    removeNotes: readonly Uuid[],
  ) => Promise<Result<{ readonly documentCount: number }>>;
}

export interface DisposalOptions {
  readonly library: Pick<LibraryService, 'view' | 'shownPack' | 'packDocuments' | 'disposeOf'>;
  readonly notes: Pick<NotesService, 'list' | 'remove'>;
  readonly reading: Pick<SealedReading, 'isSealed' | 'forget'>;
  readonly keyring: Pick<Keyring, 'state' | 'data'>;
  readonly today: () => CalendarDate;
}

export function createDisposal({ library, notes, reading, keyring, today }: DisposalOptions): Disposal {
  return {
    due: () =>
      library.view().meetings.flatMap(({ meetingId, title, start }) => {
        const shown = library.shownPack(meetingId);
        if (shown === null || shown.disposedAt !== null) return [];
        const { returnBy, eraseAfter } = shown.manifest.pack;
        const state = dueState({ returnBy, eraseAfter }, today());
        return state === null ? [] : [{ meetingId, title, start, returnBy, eraseAfter, state }];
      }),
    plan: async (meetingId) => {
      const shown = library.shownPack(meetingId);
      const documents = await library.packDocuments(meetingId);
      const list = await notes.list(meetingId);
      if (shown === null || documents === null) return failure('meetingUnknown');
      // Notes on sealed items cannot be shown while they are locked, and must not be forgotten.
      if (keyring.state() === 'locked' && hasSealed(shown.manifest)) return failure('identityLocked');
      if (!list.ok) return list;
      const { annotations } = list.value;
      return ok({
        meetingId,
        title: shown.manifest.meeting.title,
        documentCount: documents.filter(({ path }) => isReadableEntry(path)).length,
        bytes: documents.reduce((sum, { size }) => sum + size, 0),
        noteCount: annotations.length,
        quoting: annotations
          .filter(({ target }) => reading.isSealed(target))
          .map(({ id, target, text }) => ({ noteId: id, quote: quoteOf(target.selectors), text })),
        canSign: keyring.data().person !== null && keyring.state() === 'open',
      });
    },
    dispose: async (meetingId, removeNotes) => {
      if (library.shownPack(meetingId) === null) return failure('meetingUnknown');
      for (const noteId of removeNotes) {
        const removed = await notes.remove(meetingId, noteId);
        if (!removed.ok && removed.error.code !== 'noteUnknown') return removed;
      }
      const forgotten = await reading.forget(meetingId);
      return forgotten.ok ? library.disposeOf(meetingId) : forgotten;
    },
  };
}

const hasSealed = (manifest: Manifest): boolean =>
  documentHolders(manifest).some(({ sealed }) => sealed !== null);

const quoteOf = (selectors: readonly { readonly type: string; readonly exact?: string }[]): string =>
  selectors.find(({ type }) => type === 'TextQuoteSelector')?.exact ?? '';
