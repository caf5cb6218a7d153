import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const size = { width: 1366, height: 768 };

const pages = (page: Page): Locator => page.getByRole('region', { name: 'Handlingar', exact: true });
const sheet = (page: Page): Locator => pages(page).locator('.reader-page').first();
const strokes = (page: Page): Locator => sheet(page).locator('[data-stroke]');

/** Moves the mouse, pressed, through points of the page in CSS pixels. */
async function drag(page: Page, ...points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await sheet(page).boundingBox();
  const [first, ...rest] = points;
  if (box === null || first === undefined) throw new Error('the page is not on screen');
  await page.mouse.move(box.x + first[0], box.y + first[1]);
  await page.mouse.down();
  for (const [x, y] of rest) await page.mouse.move(box.x + x, box.y + y, { steps: 8 });
  await page.mouse.up();
}

async function openItem(page: Page): Promise<void> {
  await page.getByRole('treegrid').getByRole('row', { name: /^7\./ }).first().click();
  await expect(sheet(page).locator('canvas').first()).toBeVisible();
  await pages(page).focus();
}

/** The colour of the first stroke, as the screen shows it. */
const inkFill = (page: Page): Promise<string> =>
  strokes(page)
    .first()
    .evaluate((shape) => getComputedStyle(shape).fill);

test('pages are drawn on, written on and cut out of; strokes go one by one, and all of it is there after a restart', async () => {
  const { file } = await meetingPack();
  const profile = freshFolder();
  const first = await launch({ profile, args: [file], size });
  const { page } = first;
  await confirmWords(page);
  await openItem(page);

  await page.keyboard.press('p');
  await expect(page.getByTestId('page-tool')).toContainText('Rita');
  await drag(page, [80, 60], [160, 100], [240, 60]);
  await drag(page, [260, 60], [300, 100]);
  await page.getByRole('button', { name: 'Gul märkpenna' }).click();
  await drag(page, [80, 140], [300, 142]);
  await expect(strokes(page)).toHaveCount(3);
  await expect(page.getByRole('img', { name: 'Bild av det ritade på sidan 1' })).toBeVisible();

  await pages(page).focus();
  await page.keyboard.press('Control+z');
  await expect(strokes(page)).toHaveCount(2);
  await page.keyboard.press('Control+Shift+z');
  await expect(strokes(page)).toHaveCount(3);

  await page.keyboard.press('e');
  await drag(page, [290, 60], [270, 100]);
  await expect(strokes(page)).toHaveCount(2);

  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Varför just här?');
  await page.keyboard.press('Escape');
  const words = sheet(page).getByRole('button', { name: 'Text på sidan: Varför just här?' });
  await expect(words).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('a');
  await drag(page, [60, 200], [260, 290]);
  const area = sheet(page).getByRole('button', { name: 'Område', exact: true });
  await expect(area).toHaveAttribute('aria-current', 'true');
  const before = await area.boundingBox();
  await area.press('ArrowDown');
  await expect.poll(async () => (await area.boundingBox())?.y).toBeGreaterThan(before?.y ?? Infinity);
  await expect(page.getByRole('img', { name: 'Bild av området på sidan 1' })).toBeVisible();
  // The move is stored a moment after the last key.
  await expect(page.getByTestId('workspace-status')).toContainText('Ändringen är sparad');
  await first.app.close();

  const second = await launch({ profile, size });
  const again = second.page;
  await again.getByRole('button', { name: 'Läs vidare' }).click();
  await expect(strokes(again)).toHaveCount(2);
  await expect(sheet(again).getByRole('button', { name: 'Text på sidan: Varför just här?' })).toBeAttached();
  await expect(sheet(again).getByRole('button', { name: 'Område', exact: true })).toBeAttached();
  const onPaper = await inkFill(again);
  await again.getByRole('button', { name: /^Läskomfort/ }).click();
  await again
    .getByRole('dialog', { name: /^Läskomfort/ })
    .getByText('Mörk', { exact: true })
    .click();
  await expect.poll(() => inkFill(again)).not.toBe(onPaper);
  await second.app.close();
});
