import { chmodSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { buildTestPack } from '../support/packBuilder.ts';
import { freshFolder, launch } from './launch.ts';

test('what is asked for at the last moment is on disk after the end, and the lock is let go', async () => {
  const { file, manifest } = await buildTestPack({ folder: freshFolder('packs') });
  chmodSync(file, 0o644);
  const meetingId = manifest.meeting.id;
  const first = await launch({ args: [file] });
  await expect(first.page.getByRole('dialog')).toBeVisible();
  await first.page.evaluate((meeting) => {
    const ask = (number: number): void =>
      void window.beredd.client.notes.add({
        draft: {
          kind: 'note',
          noteClass: 'private',
          colour: null,
          target: { meeting, source: { type: 'meeting' }, selectors: [] },
          text: `Anteckning ${number}`,
        },
      });
    for (let number = 1; number <= 50; number++) ask(number);
  }, meetingId);
  await first.app.close();

  const second = await launch({ profile: first.profile });
  const texts = await second.page.evaluate(async (meeting) => {
    const answer = await window.beredd.client.notes.list({ meetingId: meeting });
    return answer.ok ? answer.value.annotations.map(({ text }) => text) : [answer.error.code];
  }, meetingId);
  expect(texts.toSorted()).toEqual(
    Array.from({ length: 50 }, (_, index) => `Anteckning ${index + 1}`).toSorted(),
  );
  await second.app.close();
});

test('a window whose process is gone comes back', async () => {
  const { app, page } = await launch();
  const window = await app.browserWindow(page);
  const before = await window.evaluate((shown) => shown.webContents.getOSProcessId());
  await window.evaluate((shown) => shown.webContents.forcefullyCrashRenderer());
  const processNow = (): Promise<number> => window.evaluate((shown) => shown.webContents.getOSProcessId());
  await expect.poll(processNow).not.toBe(before);
  const title = (): Promise<unknown> =>
    window.evaluate(
      (shown) =>
        shown.webContents.executeJavaScript(
          'document.querySelector("h1, h2")?.textContent',
        ) as Promise<unknown>,
    );
  await expect.poll(title).toBeTruthy();
  await app.close();
});
