import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createNotes } from '../../../electron/notes/notes.ts';
import { openProfile } from '../../../electron/storage/profile.ts';

// A program that writes notes as fast as it can, says on its standard output which are saved, and waits to be killed.
const [folder = '', meeting = '', start = '0'] = process.argv.slice(2);
const profile = await openProfile(folder);
if (!profile.ok) throw new Error(profile.error.code);
const notes = createNotes({ profile: profile.value, newId: randomUUID, snapshotAfter: 20_000 });
const say = (id: string, text: string): void => {
  fs.writeSync(1, `${id} ${text}\n`);
};

const write = async (number: number): Promise<void> => {
  const draft = {
    kind: 'note',
    noteClass: 'private',
    colour: null,
    target: { meeting, source: { type: 'meeting' }, selectors: [] },
    text: `${number} first ${'x'.repeat(number % 400)}`,
  } as const;
  const added = await notes.add(draft);
  if (!added.ok) throw new Error(added.error.code);
  say(added.value.id, draft.text);
  if (number % 3 === 0) {
    const text = `${number} second`;
    const edited = await notes.edit(meeting, added.value.id, { text });
    if (!edited.ok) throw new Error(edited.error.code);
    say(added.value.id, text);
  }
};

for (let number = Number(start); ; number += 4) {
  await Promise.all([0, 1, 2, 3].map((offset) => write(number + offset)));
}
