import path from 'node:path';
import type { PlacementsView } from '../../core/annotation/anchoring/notePlacement.ts';
import { ok, type Result } from '../../core/errors.ts';
import type { LibraryView } from '../../core/library/views.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { RevisionClient } from '../revisions/revisionClient.ts';
import { MeetingPlacements } from './meetingPlacements.ts';

/** Where notes stand in the revisions shown. Worked out in the background whenever a revision or a note changes. */
export interface PlacementsService {
  readonly of: (meetingId: string) => Promise<Result<PlacementsView>>;
  /** Ends looking for now; asking for the places again goes on. */
  readonly cancel: (meetingId: string) => void;
  readonly close: () => Promise<void>;
}

/** Where the bytes of a document are; `key`, a secret, opens them when they are sealed. */
export interface PlacedFile {
  readonly path: string;
  readonly mediaType: string;
  readonly key?: string;
}

export interface PlacementsParts {
  readonly library: Pick<LibraryService, 'view' | 'revisions' | 'onChanged'> & {
    readonly documentFile: (sha256: string) => Promise<PlacedFile | null>;
  };
  readonly notes: Pick<NotesService, 'list' | 'onChanged'>;
  readonly client: Pick<RevisionClient, 'place' | 'cancel'>;
  /** The profile's folder of notes; places are kept beside them. */
  readonly notesFolder: string;
  readonly newId: () => string;
  /** Whether what was found is kept on the disk; left out: yes. */
  readonly isKept?: boolean;
  readonly onChanged: (view: PlacementsView) => void;
  readonly onLooking: (meetingId: string, looking: PlacementsView['looking']) => void;
  readonly report: (error: unknown) => void;
}

export function createPlacements(parts: PlacementsParts): PlacementsService {
  const { library, notes, report } = parts;
  const meetings = new Map<string, MeetingPlacements>();
  let revisions = revisionsShown(library.view());

  const meeting = (meetingId: string): MeetingPlacements => {
    const found =
      meetings.get(meetingId) ??
      new MeetingPlacements({ ...parts, meetingId, folder: path.join(parts.notesFolder, meetingId) });
    meetings.set(meetingId, found);
    return found;
  };
  const refresh = (meetingId: string): void => void meeting(meetingId).refresh().catch(report);

  const stopHearing = [
    // Only meetings that somebody looked at: the others are placed when they are opened or get a revision.
    notes.onChanged(({ meetingId }) => void (meetings.has(meetingId) && refresh(meetingId))),
    library.onChanged((view) => {
      const shown = revisionsShown(view);
      for (const { meetingId, noteCount } of view.meetings) {
        const isAnother = shown.get(meetingId) !== revisions.get(meetingId);
        if (isAnother && (noteCount > 0 || meetings.has(meetingId))) refresh(meetingId);
      }
      revisions = shown;
    }),
  ];

  return {
    of: async (meetingId) => {
      const refreshed = await meeting(meetingId).refresh();
      return refreshed.ok ? ok(meeting(meetingId).view()) : refreshed;
    },
    cancel: (meetingId) => meetings.get(meetingId)?.cancel(),
    close: async () => {
      for (const stop of stopHearing) stop();
      await Promise.all([...meetings.values()].map((each) => each.close()));
    },
  };
}

/** What stands for the revision that each meeting shows, and for what of it is here. */
export const revisionsShown = ({ meetings }: LibraryView): ReadonlyMap<string, string> =>
  new Map(
    meetings.map(({ meetingId, packId, revision, issued, missingDocumentCount }) => [
      meetingId,
      [packId, revision, issued, missingDocumentCount].join(' '),
    ]),
  );
