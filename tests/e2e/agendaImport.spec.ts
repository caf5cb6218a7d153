import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { wordFile, wordParagraph } from '../electron/agendaImport/officeFiles.ts';
import { otherMerged } from '../electron/agendaImport/otherMeeting.ts';
import { tinyPdf } from '../support/tinyPdf.ts';
import { freshFolder, launch } from './launch.ts';

const choose = (app: ElectronApplication, files: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, given) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...given] });
  }, files);

async function openNewDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await page.getByRole('button', { name: 'Nytt sammanträde' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Skapa utkast' }).click();
  await expect(page.getByRole('heading', { name: 'Föredragningslista' })).toBeVisible();
}

async function bringIn(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Hämta in' }).first().click();
  await page.getByRole('menuitem', { name: what }).click();
  await expect(page.getByRole('heading', { name: 'Granska förslaget' })).toBeVisible({ timeout: 60_000 });
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours of what is still fading in say nothing. */
async function expectNoFaults(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fades = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(fades.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('a folder with a Word file becomes items, a document is moved by keyboard, and the draft has them', async () => {
  const folder = freshFolder('files');
  mkdirSync(path.join(folder, '03 Budget'));
  writeFileSync(path.join(folder, '03 Budget/Tjänsteskrivelse.docx'), wordFile(wordParagraph('Ramen höjs.')));
  writeFileSync(path.join(folder, '03 Budget/Karta.pdf'), tinyPdf('Karta'));
  mkdirSync(path.join(folder, '04 Detaljplan'));
  writeFileSync(path.join(folder, '04 Detaljplan/Planbeskrivning.pdf'), tinyPdf('Plan'));
  for (const name of ['03 Budget', '04 Detaljplan']) chmodSync(path.join(folder, name), 0o755);
  const { app, page } = await launch();
  await openNewDraft(page);
  await choose(app, [folder]);
  await bringIn(page, 'En mapp …');

  const budget = page.getByRole('region', { name: '3 Budget' });
  const plan = page.getByRole('region', { name: '4 Detaljplan' });
  await expect(budget.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText(/kan se annorlunda ut|gjord om till PDF/)).toBeVisible();
  await expectNoFaults(page);
  await budget.getByRole('button', { name: 'Flytta Karta' }).press('Enter');
  await page.getByRole('menuitem', { name: '4 Detaljplan' }).press('Enter');
  await expect(plan.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Ta med i utkastet' }).click();

  await expect(page.getByRole('heading', { name: 'Granska förslaget' })).toBeHidden();
  await expect(page.getByText('2 ärenden', { exact: true })).toBeVisible();
  await expect(page.getByText('3 handlingar', { exact: true })).toBeVisible();
  await app.close();
});

test('a merged PDF is cut by its summons and looks, and a cut is set by keyboard', async () => {
  const folder = freshFolder('files');
  const file = path.join(folder, 'Kallelse och handlingar.pdf');
  writeFileSync(file, await otherMerged());
  const { app, page } = await launch();
  await openNewDraft(page);
  await choose(app, [file]);
  await bringIn(page, 'Filer, ZIP eller en samlad PDF …');

  await expect(page.getByText('Stora salen, kommunhuset i Mörtfors')).toBeVisible();
  await page.getByRole('tab', { name: 'Sidor i Kallelse och handlingar.pdf' }).click();
  const parts = page.getByRole('list', { name: /handlingar i filen/ }).getByRole('listitem');
  await expect(parts).toHaveCount(7);
  await expect(page.getByRole('button', { name: 'Dela efter sidan 1', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectNoFaults(page);
  const cut = page.getByRole('button', { name: 'Dela efter sidan 5', exact: true });
  await expect(cut).toHaveAttribute('aria-pressed', 'false');
  await cut.press('Space');
  await expect(parts).toHaveCount(8);
  await cut.press('Alt+ArrowLeft');
  await expect(page.getByRole('button', { name: 'Dela efter sidan 4', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra' }).click();
  await expect(parts).toHaveCount(7);
  await page.getByRole('button', { name: 'Ta med i utkastet' }).click();
  await expect(page.getByText('6 ärenden', { exact: true })).toBeVisible();
  await expect(page.getByText('7 handlingar', { exact: true })).toBeVisible();
  await app.close();
});
