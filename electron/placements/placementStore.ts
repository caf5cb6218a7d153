import path from 'node:path';
import * as v from 'valibot';
import { checkReasons, trayReasons } from '../../core/annotation/anchoring/notePlacement.ts';
import { annotationTargetSchema } from '../../core/annotation/annotationSchema.ts';
import { openStore } from '../storage/store.ts';
import type { DurableStore } from '../storage/store.ts';
import type { PlacedNote } from './placeNotes.ts';

const placeSchema = v.variant('kind', [
  v.object({
    kind: v.picklist(['found', 'check']),
    target: annotationTargetSchema,
    score: v.number(),
    why: v.picklist(checkReasons),
  }),
  v.object({ kind: v.literal('tray'), why: v.picklist(trayReasons) }),
]);

const foundPlacesSchema = v.object({
  /** Stands for the rules and for the documents among which was looked. */
  key: v.string(),
  /** By note: the target that was looked for, and what was found. */
  notes: v.record(v.string(), v.object({ target: v.string(), place: placeSchema })),
});

/** What was found out about places, for one state of the documents. */
export interface FoundPlaces {
  readonly key: string;
  readonly notes: Readonly<Record<string, { readonly target: string; readonly place: PlacedNote['place'] }>>;
}

export const noPlaces: FoundPlaces = { key: '', notes: {} };

/**
 * The file beside a meeting's notes in which found places are kept between starts. Everything in it can be made again:
 * null when it cannot be opened, and then nothing is kept.
 */
export async function openPlacementStore(folder: string): Promise<DurableStore<FoundPlaces> | null> {
  const store = await openStore<FoundPlaces>({
    file: path.join(folder, 'placements.json'),
    kind: 'placements',
    version: 1,
    schema: foundPlacesSchema,
    initial: noPlaces,
    whenUnreadable: 'setAside',
  });
  return store.ok ? store.value : null;
}
