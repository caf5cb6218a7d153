import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { noChecks, noVault } from '../../support/draftParts.ts';
import { openDrafts } from '../../../electron/drafts/drafts.ts';
import { failure } from '../../../core/errors.ts';

// A program that edits a draft as fast as it can, says on its standard output what is saved, and waits to be killed.
const [folder = '', draftId = '', start = '0'] = process.argv.slice(2);
const opened = await openDrafts({
  folder,
  library: {
    revisions: () => Promise.resolve(failure('meetingUnknown')),
    documentFile: () => Promise.resolve(null),
  },
  vault: noVault,
  checks: noChecks,
  now: Date.now,
  newId: randomUUID,
  report: (error) => {
    throw error;
  },
});
if (!opened.ok) throw new Error(opened.error.code);
for (let number = Number(start); ; number++) {
  const edit = { do: 'setMeeting', patch: { title: `Titel ${number}` } } as const;
  const edited = await opened.value.edit(draftId, edit);
  if (!edited.ok) throw new Error(edited.error.code);
  fs.writeSync(1, `${number}\n`);
}
