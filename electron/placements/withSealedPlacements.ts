import type { PlacementsView } from '../../core/annotation/anchoring/notePlacement.ts';
import { ok } from '../../core/errors.ts';
import { openedManifest } from '../../core/sealing/openedManifest.ts';
import type { NotesService } from '../notes/notesService.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';
import type { PlacementsParts, PlacementsService } from './placements.ts';
import { createPlacements } from './placements.ts';

export interface SealedPlacementsParts extends PlacementsParts {
  /** Only notes on what is sealed. */
  readonly sealedNotes: Pick<NotesService, 'list' | 'onChanged'>;
  readonly sealed: Pick<SealedReading, 'prepare' | 'contents' | 'cipherFile' | 'onChanged' | 'onForgotten'>;
}

/**
 * Places of all notes as one. Those of notes on sealed documents are looked for among what the person's keys open and are
 * kept in memory only: when that is locked they are forgotten.
 */
export function withSealedPlacements(parts: SealedPlacementsParts): PlacementsService {
  const { sealed, library, report } = parts;
  const openViews = new Map<string, PlacementsView>();
  const sealedViews = new Map<string, PlacementsView>();
  const asked = new Set<string>();

  const merged = (meetingId: string): PlacementsView | null => {
    const [own, secret] = [openViews.get(meetingId), sealedViews.get(meetingId)];
    if (own === undefined) return null;
    if (secret === undefined) return own;
    const placements = { ...own.placements, ...secret.placements };
    return { ...own, placements, looking: own.looking ?? secret.looking };
  };
  const takes = (views: Map<string, PlacementsView>) => (view: PlacementsView) => {
    views.set(view.meetingId, view);
    const all = merged(view.meetingId);
    if (all !== null) parts.onChanged(all);
  };

  const open = createPlacements({ ...parts, onChanged: takes(openViews) });
  const makeSealed = (): PlacementsService =>
    createPlacements({
      ...parts,
      library: {
        ...library,
        revisions: async (meetingId) => {
          await sealed.prepare(meetingId);
          const found = await library.revisions(meetingId);
          if (!found.ok) return found;
          const manifests = found.value.manifests.map(({ sha256, manifest }) => ({
            sha256,
            manifest: openedManifest(manifest, sealed.contents(meetingId, sha256)),
          }));
          return ok({ ...found.value, manifests });
        },
        documentFile: async (sha256) => (await library.documentFile(sha256)) ?? sealed.cipherFile(sha256),
      },
      notes: parts.sealedNotes,
      isKept: false,
      onChanged: takes(sealedViews),
      // One of them tells how far it is.
      onLooking: () => undefined,
    });
  let ofSealed = makeSealed();
  const askSealed = async (meetingId: string): Promise<void> => {
    const found = await ofSealed.of(meetingId);
    if (found.ok) sealedViews.set(meetingId, found.value);
  };

  const stopHearing = [
    sealed.onForgotten(() => {
      sealedViews.clear();
      const forgotten = ofSealed;
      ofSealed = makeSealed();
      forgotten.close().catch(report);
    }),
    sealed.onChanged(() => {
      for (const meetingId of asked) askSealed(meetingId).catch(report);
    }),
  ];

  return {
    of: async (meetingId) => {
      asked.add(meetingId);
      const found = await open.of(meetingId);
      if (!found.ok) return found;
      openViews.set(meetingId, found.value);
      await askSealed(meetingId);
      return ok(merged(meetingId) ?? found.value);
    },
    cancel: (meetingId) => {
      open.cancel(meetingId);
      ofSealed.cancel(meetingId);
    },
    close: async () => {
      for (const stop of stopHearing) stop();
      await open.close();
      await ofSealed.close();
    },
  };
}
