import { expect, it } from 'vitest';
import { buildTestPack } from '../../support/packBuilder.ts';
import { testId } from '../../support/testManifest.ts';
import { importOne, newFolder, openLibrary } from './profileScene.ts';

it('keeps which pages of a document were seen across restarts, and refuses a document that is not here', async () => {
  const folder = await newFolder();
  const library = await openLibrary(folder);
  await importOne(library, (await buildTestPack()).file);
  const [meeting, document] = [testId('meeting', 1), testId('document', 2)];
  expect((await library.addSeenPages(meeting, document, [[1, 1]])).ok).toBe(true);
  expect((await library.addSeenPages(meeting, testId('document', 99), [[1, 1]])).ok).toBe(false);
  await library.flush();
  const again = await openLibrary(folder);
  const documents = again.meetingView(meeting)?.agenda.flatMap((item) => item.documents) ?? [];
  expect(documents.find(({ id }) => id === document)?.seenPages).toEqual([[1, 1]]);
  expect(documents.filter(({ seenPages }) => seenPages?.length !== 0)).toHaveLength(1);
});
