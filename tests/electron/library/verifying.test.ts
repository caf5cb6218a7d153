import { expect, it } from 'vitest';
import { buildTestPack } from '../../support/packBuilder.ts';
import { testId } from '../../support/testManifest.ts';
import { importOne, newFolder, openLibrary } from './profileScene.ts';

const meetingId = testId('meeting', 1);

it('documents are counted while they are read again, up to the last byte, and reading stops when asked to', async () => {
  const library = await openLibrary(await newFolder());
  const { file } = await buildTestPack();
  await importOne(library, file);
  const told: (readonly [number, number])[] = [];
  await library.verifyMeeting(meetingId, { onProgress: (done, total) => told.push([done, total]) });
  const [, total] = told[0] ?? [0, 0];
  expect(total).toBeGreaterThan(0);
  expect(told.at(-1)).toEqual([total, total]);
  const controller = new AbortController();
  const stopped = library.verifyMeeting(meetingId, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  expect(await stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
});
