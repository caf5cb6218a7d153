import { expect, test } from '@playwright/test';
import { launch } from './launch.ts';

test('an empty library comes up without a word on the console', async () => {
  const { app, page, consoleLines } = await launch({ size: { width: 1366, height: 768 } });
  await expect(page.getByRole('heading', { name: 'Välkommen till Beredd' })).toBeVisible();
  const window = await app.browserWindow(page);
  expect(await window.evaluate((shown) => [shown.isVisible(), shown.webContents.getURL()])).toEqual([
    true,
    'app://ui/index.html',
  ]);
  expect(consoleLines).toEqual([]);
  await app.close();
});
