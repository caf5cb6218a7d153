import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { buildTestPack } from '../support/packBuilder.ts';
import { all, greyJpeg, line, scan, testPdf } from '../support/testPdf.ts';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';

/** Two items: a report of six pages and a scan, and a report that breaks its word at the end of a line. */
async function packToSearch(): Promise<string> {
  const folder = freshFolder('packs');
  const report = await testPdf({
    pages: Array.from({ length: 6 }, (_, page) =>
      all(
        line(`Sida ${page + 1}: Ärendet om Kyrkbyn`, 60, 80),
        line('Åtgärder i Ängsmo kräver en ny väg', 60, page === 4 ? 700 : 120),
      ),
    ),
  });
  const broken = await testPdf({
    pages: [all(line('Nämnden antar kyrk-', 60, 80), line('byns plan, inte angsmos', 60, 96))],
  });
  const { file } = await buildTestPack({
    folder,
    agenda: [
      {
        title: 'Vägen till Kyrkbyn',
        proposedDecision: ['Nämnden godkänner vägen.'],
        documents: [
          { title: 'Rapport', bytes: report, pageCount: 6 },
          { title: 'Skannad karta', bytes: await testPdf({ pages: [scan(greyJpeg)] }), pageCount: 1 },
        ],
      },
      { title: 'Planen', documents: [{ title: 'Plan', bytes: broken, pageCount: 1 }] },
    ],
  });
  chmodSync(file, 0o644);
  return file;
}

const count = (page: Page): Locator => page.locator('.find-bar__count');
const marks = (page: Page): Locator => page.locator('.reader-found span');

test('words are found while one types, in page, item and meeting; keys go from hit to hit', async () => {
  const { app, page, profile, consoleLines } = await launch({
    args: [await packToSearch()],
    size: { width: 1366, height: 768 },
  });
  await confirmWords(page);
  await expect(page.getByRole('toolbar', { name: 'Sidor och zoom' })).toBeVisible();
  await page.getByRole('region', { name: 'Handlingar' }).focus();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('kyrkbyn');
  // Six pages, the word that is broken at the line's end, and the item's title.
  await expect(count(page)).toHaveText(/ av 8$/);
  const list = page.getByRole('list', { name: 'Träffar på ”kyrkbyn”' });
  await expect(list).toContainText('Nämnden antar kyrk- byns plan');
  await expect(list).toContainText('Vägen till Kyrkbyn');
  await expect(page.getByText('1 handling saknar text')).toBeVisible();
  await expect(marks(page).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.keyboard.press('Control+a');
  await page.keyboard.type('ängsmo');
  await expect(count(page)).toHaveText('1 av 6');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('F3');
  await expect(count(page)).toHaveText('5 av 6');
  // Far down on the fifth page: the hit itself comes into view and is the one that stands out.
  await expect(page.locator('.reader-found span[data-current]')).toBeInViewport();
  await expect(list).toHaveCount(0);

  await page.keyboard.press('Control+a');
  await page.keyboard.type('kyrkbyns');
  await expect(count(page)).toHaveText('1 träff');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Planen', level: 2 })).toBeVisible();
  await expect(marks(page)).toHaveCount(2);

  await page.getByRole('search').getByText('Handlingen', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Sök' }).fill('väg');
  await expect(count(page)).toHaveText('Inga träffar');
  await page.getByRole('button', { name: 'Sök i hela mötet' }).click();
  await expect(count(page)).toHaveText(/8 träffar|av 8/);
  await page.getByRole('button', { name: 'Bara hela ord' }).click();
  await expect(count(page)).toHaveText(/6 träffar|av 6/);

  await page.getByRole('textbox', { name: 'Sök' }).press('Escape');
  await expect(marks(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Handlingar' })).toBeFocused();
  expect(consoleLines).toEqual([]);
  await app.close();

  // What was read is kept; damaged, it is read again without a word.
  const texts = path.join(profile, 'text');
  const kept = readdirSync(texts).filter((name) => name.endsWith('.json'));
  expect(kept).toHaveLength(3);
  chmodSync(texts, 0o777);
  for (const name of kept) writeFileSync(path.join(texts, name), 'skräp');
  const again = await launch({ profile, size: { width: 1366, height: 768 } });
  await again.page.getByRole('button', { name: 'Läs vidare' }).click();
  await expect(again.page.getByRole('toolbar', { name: 'Sidor och zoom' })).toBeVisible();
  await again.page.keyboard.press('Control+f');
  await again.page.keyboard.type('ängsmo');
  await expect(count(again.page)).toHaveText(/6/);
  await again.app.close();
  expect(existsSync(texts)).toBe(true);
});
