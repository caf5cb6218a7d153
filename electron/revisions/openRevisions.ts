import { standingTarget } from '../../core/annotation/anchoring/standingTarget.ts';
import type { Handlers } from '../../core/contract.ts';
import { placementsHandlers } from '../ipc/placements.ts';
import type { Emit } from '../ipc/ports.ts';
import { revisionsHandlers } from '../ipc/revisions.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import { revisionsShown } from '../placements/placements.ts';
import type { SealedPlacementsParts } from '../placements/withSealedPlacements.ts';
import { withSealedPlacements } from '../placements/withSealedPlacements.ts';
import type { RevisionDiffParts } from '../revisionDiff/revisionDiff.ts';
import { createRevisionDiff } from '../revisionDiff/revisionDiff.ts';
import type { RevisionClient, RevisionClientParts } from './revisionClient.ts';
import { createRevisionClient } from './revisionClient.ts';

export interface RevisionsParts extends Pick<RevisionClientParts, 'connect' | 'begin' | 'report'> {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly notesFolder: string;
  readonly sealed: RevisionDiffParts['sealed'] & SealedPlacementsParts['sealed'];
  readonly sealedNotes: SealedPlacementsParts['sealedNotes'];
  readonly newId: () => string;
  readonly emit: Emit;
}

export interface OpenRevisions {
  readonly handlers: Pick<Handlers, 'placements' | 'revisions'>;
  /** Notes as they stand in the revision shown, for whatever prints or lists them. */
  readonly standingNotes: Pick<NotesService, 'list'>;
  /** Where things of elsewhere stand in the documents of a meeting. */
  readonly client: Pick<RevisionClient, 'match' | 'place'>;
  readonly close: () => Promise<void>;
}

/** What a new revision means: where the notes stand in it, and what is new. One process works for both. */
export function openRevisions(parts: RevisionsParts): OpenRevisions {
  const { library, notes, notesFolder, sealed, sealedNotes, newId, emit, report } = parts;
  const client = createRevisionClient(parts);
  const placements = withSealedPlacements({
    library,
    notes,
    sealedNotes,
    sealed,
    client,
    notesFolder,
    newId,
    report,
    onChanged: (view) => emit('placements.changed', view),
    onLooking: (meetingId, looking) => emit('placements.looking', { meetingId, looking }),
  });
  const revisionDiff = createRevisionDiff({
    library,
    client,
    sealed,
    newId,
    onProgress: (job, done, total) => emit('revisions.progress', { job, done, total }),
  });
  const stopForgetting = sealed.onForgotten(() => void client.forgetSealed().catch(report));
  let shown = revisionsShown(library.view());
  const stopHearing = library.onChanged((view) => {
    const now = revisionsShown(view);
    const renewed = [...now].filter(([id, revision]) => shown.has(id) && shown.get(id) !== revision);
    shown = now;
    for (const [id] of renewed) revisionDiff.settleReadStates(id).catch(report);
  });
  return {
    handlers: {
      placements: placementsHandlers({ placements }),
      revisions: revisionsHandlers({ revisionDiff }),
    },
    client,
    standingNotes: {
      list: async (meetingId) => {
        const [listed, view] = [await notes.list(meetingId), await placements.of(meetingId)];
        if (!listed.ok || !view.ok) return listed;
        const annotations = listed.value.annotations.map((note) => ({
          ...note,
          target: standingTarget(note.target, view.value.placements[note.id]),
        }));
        return { ok: true, value: { ...listed.value, annotations } };
      },
    },
    close: async () => {
      stopForgetting();
      stopHearing();
      await client.stop();
      await placements.close();
    },
  };
}
