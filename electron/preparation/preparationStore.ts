import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { ok } from '../../core/errors.ts';
import { digestChoiceSchema } from '../../core/preparation/digest/digestChoice.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { readAs } from '../backup/backupPart.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';

const uuid = v.pipe(v.string(), v.uuid());
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const speed = v.pipe(v.number(), v.minValue(60), v.maxValue(900));

const meetingSchema = v.object({
  /** Days by which items are to have been read. */
  deadlines: v.record(uuid, day),
  /** The person's own order of items in the reading plan. */
  order: v.array(uuid),
  /** What was last chosen for a public digest. */
  digest: v.nullable(digestChoiceSchema),
});
export type MeetingPreparation = v.InferOutput<typeof meetingSchema>;

const preparationSchema = v.object({
  /** Words a minute; null: what was learned counts. */
  speedByHand: v.nullable(speed),
  /** Pages that were read, the newest last. Stays on this computer: no backup has it. */
  readPages: v.pipe(
    v.array(
      v.object({ words: v.pipe(v.number(), v.minValue(0)), seconds: v.pipe(v.number(), v.minValue(0)) }),
    ),
    v.maxLength(1_000),
  ),
  meetings: v.record(uuid, meetingSchema),
});
export type PreparationData = v.InferOutput<typeof preparationSchema>;

const nothingYet: MeetingPreparation = { deadlines: {}, order: [], digest: null };

/** What is kept of a meeting's preparation beside its notes. */
export const preparationOf = (data: PreparationData, meetingId: string): MeetingPreparation =>
  data.meetings[meetingId] ?? nothingYet;

/** The data with something else said of one meeting. */
export const withPreparation = (
  data: PreparationData,
  meetingId: string,
  patch: Partial<MeetingPreparation>,
): PreparationData => ({
  ...data,
  meetings: { ...data.meetings, [meetingId]: { ...preparationOf(data, meetingId), ...patch } },
});

/** Opens `preparation.json`: reading speed, reading deadlines and order, choices for digests. A damaged one is set aside. */
export const openPreparationStore = (
  folder: string,
  disk?: Disk,
): Promise<Result<DurableStore<PreparationData>>> =>
  openStore<PreparationData>({
    file: path.join(folder, 'preparation.json'),
    kind: 'preparation',
    version: 1,
    schema: preparationSchema,
    initial: { speedByHand: null, readPages: [], meetings: {} },
    whenUnreadable: 'setAside',
    ...(disk && { disk }),
  });

const backupSchema = v.pick(preparationSchema, ['speedByHand', 'meetings']);

/** What the person decided goes into the backup; what was measured does not. What is here stays. */
export const preparationBackupPart = (store: DurableStore<PreparationData>): BackupPart => ({
  name: 'preparation',
  export: () => {
    const { speedByHand, meetings } = store.read();
    return Promise.resolve(ok({ speedByHand, meetings }));
  },
  read: readAs(backupSchema, ({ speedByHand, meetings }) =>
    store.update((data) => ({
      ...data,
      speedByHand: data.speedByHand ?? speedByHand,
      meetings: { ...meetings, ...data.meetings },
    })),
  ),
});
