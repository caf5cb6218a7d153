import type { DraftChecks } from '../drafts/draftChecks.ts';
import { createDraftPreflight } from '../preflight/draftPreflight.ts';
import { createPreflightReader } from '../preflight/preflightReader.ts';
import type { PreflightReaderParts } from '../preflight/preflightReader.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import type { PeopleData } from '../people/peopleStore.ts';
import { cardState } from '../people/peopleStore.ts';
import type { DurableStore } from '../storage/store.ts';

/** Pre-flight of drafts, with a process of its own that reads their files. */
export const openPreflight = (
  connect: PreflightReaderParts['connect'],
  people: Pick<DurableStore<PeopleData>, 'read'>,
  report: (error: unknown) => void,
): DraftChecks =>
  createDraftPreflight({
    reader: createPreflightReader({ connect, wasmFile: pdfiumFile(), report }),
    now: Date.now,
    hasCard: (person) => cardState(people.read(), person) === 'compared',
    report,
  });
