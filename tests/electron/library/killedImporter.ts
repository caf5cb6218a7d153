import { randomUUID } from 'node:crypto';
import { createLibrary } from '../../../electron/library/createLibrary.ts';
import { inProcessChannel } from '../../../electron/packs/packChannel.ts';
import { createPackClient } from '../../../electron/packs/packClient.ts';
import { openProfile } from '../../../electron/storage/profile.ts';

// A program that takes a pack in as `beredd library import` does, without the rest of it, which takes longer to start.
const [folder = '', file = ''] = process.argv.slice(2);
const profile = await openProfile(folder);
if (!profile.ok) throw new Error(profile.error.code);
const packs = createPackClient(inProcessChannel);
const library = await createLibrary({
  layout: profile.value.layout,
  packs,
  now: Date.now,
  newId: randomUUID,
});
if (!library.ok) throw new Error(library.error.code);
await library.value.importFiles([file], { job: randomUUID() });
await library.value.flush();
await packs.stop();
await profile.value.close();
