import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import { PdfTexts } from '../../../electron/find/pdfTexts.ts';
import { createNotes } from '../../../electron/notes/notes.ts';
import type { PackChannel } from '../../../electron/packs/packChannel.ts';
import { loadPdfium, pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { createPlacements } from '../../../electron/placements/placements.ts';
import { createRevisionDiff } from '../../../electron/revisionDiff/revisionDiff.ts';
import { createRevisionClient } from '../../../electron/revisions/revisionClient.ts';
import { RevisionJobs } from '../../../electron/revisions/revisionJobs.ts';
import { openProfile } from '../../../electron/storage/profile.ts';
import { openLetterStore } from '../../../electron/sealing/letterStore.ts';
import { createSealedReading } from '../../../electron/sealing/sealedReading.ts';
import { valueOf } from '../../support/packReading.ts';
import { openLibrary } from '../library/profileScene.ts';

/** The working side on this thread; messages are copied as on the way to a process. */
export function channelHere(): PackChannel {
  let listener: (message: unknown) => void = () => undefined;
  const jobs = new RevisionJobs(
    (reply) => queueMicrotask(() => listener(structuredClone(reply))),
    (wasmFile) => new PdfTexts(() => loadPdfium(wasmFile)),
    1,
  );
  return {
    send: (message) => jobs.receive(structuredClone(message)),
    onMessage: (given) => {
      listener = given;
    },
    onGone: () => undefined,
    stop: () => jobs.stop(),
  };
}

/** A person without keys. */
const nobody: { identities: readonly string[] } = { identities: [] };

/** Library, notes, places and comparisons of a profile folder, as main has them. */
export async function revisionScene(folder: string, person: { identities: readonly string[] } = nobody) {
  await mkdir(folder, { recursive: true });
  const profile = await openProfile(folder);
  if (!profile.ok) throw new Error(`the profile did not open: ${JSON.stringify(profile.error)}`);
  const { layout } = profile.value;
  const notes = createNotes({ profile: profile.value, newId: randomUUID });
  const library = await openLibrary(folder, { notes });
  const asked: string[] = [];
  const client = createRevisionClient({
    connect: channelHere,
    begin: { wasmFile: pdfiumFile(), folder: path.join(folder, 'text'), version: 'prov' },
    report: (error) => {
      throw error;
    },
  });
  const told: PlacementsView[] = [];
  const placements = createPlacements({
    library,
    notes,
    client: {
      ...client,
      place: (job, ...rest) => {
        asked.push(job);
        return client.place(job, ...rest);
      },
      cancel: client.cancel,
    },
    notesFolder: layout.notes,
    newId: randomUUID,
    onChanged: (view) => told.push(view),
    onLooking: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  const sealed = createSealedReading({
    library,
    letters: valueOf(await openLetterStore(folder)),
    identities: () => person.identities,
    now: () => 1,
  });
  const revisionDiff = createRevisionDiff({
    library,
    client,
    sealed,
    newId: randomUUID,
    onProgress: () => undefined,
  });
  return {
    notes,
    library,
    placements,
    revisionDiff,
    sealed,
    client,
    /** What the window was told, newest last. */
    told,
    /** Jobs that were given to the process. */
    asked,
    close: async () => {
      await client.stop();
      await placements.close();
      await library.flush();
      await notes.close();
      await profile.value.close();
    },
  };
}
