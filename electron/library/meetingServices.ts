import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { claimsByMeeting } from '../../core/library/claims.ts';
import type { LibraryContext } from '../../core/library/meetingEntry.ts';
import {
  markSeen,
  openMeeting,
  shownRevision,
  withBeside,
  withPlace,
} from '../../core/library/meetingMemory.ts';
import { findDocument, meetingView } from '../../core/library/meetingView.ts';
import { withPosition, withReadState } from '../../core/library/readStates.ts';
import { withSeenPages } from '../../core/library/seenPages.ts';
import type { MeetingView } from '../../core/library/views.ts';
import type { Manifest, PackDocument } from '../../core/pack/manifest.ts';
import type { DocumentStore } from './documentStore.ts';
import type { LibraryMemory } from './libraryMemory.ts';
import type { LibraryService } from './libraryService.ts';
import type { ManifestCache } from './manifestCache.ts';
import { verifyDocuments } from './verifyDocuments.ts';

export interface MeetingServicesOptions {
  readonly memory: LibraryMemory;
  readonly context: LibraryContext;
  readonly manifests: ManifestCache;
  readonly documents: DocumentStore;
  readonly now: () => number;
  readonly announce: () => void;
}

type MeetingServices = Pick<
  LibraryService,
  | 'meeting'
  | 'meetingView'
  | 'markSeen'
  | 'setPlace'
  | 'setBeside'
  | 'setPosition'
  | 'addSeenPages'
  | 'setReadState'
  | 'verifyMeeting'
>;

/** What can be asked about one meeting. Everything fails with meetingUnknown when no pack of it is here. */
export function meetingServices(options: MeetingServicesOptions): MeetingServices {
  const { memory, context, manifests, documents, now, announce } = options;

  const viewOf = (meetingId: string): Result<MeetingView> => {
    const view = meetingView(memory.data(), context, meetingId);
    return view === null ? failure('meetingUnknown') : ok(view);
  };

  const manifestOf = (meetingId: string): Manifest | null => {
    const claim = claimsByMeeting(memory.data()).get(meetingId);
    return claim === undefined ? null : manifests.manifestOf(claim.revision.manifest);
  };

  const documentOf = (meetingId: string, documentId: string): PackDocument | null => {
    const manifest = manifestOf(meetingId);
    return manifest === null ? null : findDocument(manifest, documentId);
  };

  return {
    meeting: async (meetingId) => {
      const shown = shownRevision(memory.data(), meetingId);
      if (shown === null || manifestOf(meetingId) === null) return failure('meetingUnknown');
      // Not waited for: the person wants to read, and what is new is compared with the old state all the same.
      const at = now();
      void memory.saveSoon((data) => openMeeting(data, meetingId, shown, at));
      await manifests.load(memory.data());
      announce();
      return viewOf(meetingId);
    },
    meetingView: (meetingId) => meetingView(memory.data(), context, meetingId),
    markSeen: async (meetingId) => {
      const shown = shownRevision(memory.data(), meetingId);
      if (shown === null) return failure('meetingUnknown');
      const saved = await memory.save((data) => markSeen(data, meetingId, shown));
      if (!saved.ok) return saved;
      announce();
      return viewOf(meetingId);
    },
    setPlace: async (meetingId, place) =>
      manifestOf(meetingId) === null
        ? failure('meetingUnknown')
        : memory.saveSoon((data) => withPlace(data, meetingId, place)),
    setBeside: async (meetingId, beside) =>
      manifestOf(meetingId) === null
        ? failure('meetingUnknown')
        : memory.saveSoon((data) => withBeside(data, meetingId, beside)),
    setPosition: async (meetingId, documentId, position) =>
      documentOf(meetingId, documentId) === null
        ? failure('meetingUnknown')
        : memory.saveSoon((data) => withPosition(data, documentId, position)),
    addSeenPages: async (meetingId, documentId, pages) => {
      const document = documentOf(meetingId, documentId);
      if (document === null) return failure('meetingUnknown');
      return memory.saveSoon((data) => withSeenPages(data, document, pages));
    },
    setReadState: async (meetingId, documentId, state) => {
      const document = documentOf(meetingId, documentId);
      if (document === null) return failure('meetingUnknown');
      const saved = await memory.save((data) => withReadState(data, document, state));
      if (!saved.ok) return saved;
      announce();
      return viewOf(meetingId);
    },
    verifyMeeting: async (meetingId, watch = {}) => {
      const manifest = manifestOf(meetingId);
      if (manifest === null) return failure('meetingUnknown');
      try {
        const result = await verifyDocuments(manifest, documents, watch);
        if (result.damaged.length > 0) announce();
        return ok(result);
      } catch (cause) {
        if (watch.signal?.aborted === true) return failure('cancelled');
        throw cause;
      }
    },
  };
}
