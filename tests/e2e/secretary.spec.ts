import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { freshFolder, launch } from './launch.ts';
import { textDocument } from './meetingPack.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const size = { width: 1366, height: 768 };

/** Colours of what is still fading in say nothing: a slow machine would be measured in the middle of it. */
async function expectNoFaults(page: Page, where: string): Promise<void> {
  // No tooltip of what was pressed last.
  await page.mouse.move(700, 400);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.evaluate(async () => {
    const fades = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(fades.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(told, where).toEqual([]);
}

/** A file on the disk that the app may read, also when root starts it as nobody. */
async function pdfOnDisk(name: string): Promise<string> {
  const file = path.join(freshFolder('handlingar'), name);
  writeFileSync(file, await textDocument(name, 3));
  chmodSync(file, 0o644);
  return file;
}

/** The system's dialog answers at once with this file. */
const answerDialog = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);

const saved = (page: Page) => expect(page.getByText('Sparat', { exact: true })).toBeVisible();
const title = (page: Page) => page.getByRole('textbox', { name: 'Rubrik', exact: true });
const agenda = (page: Page) => page.getByRole('treegrid', { name: 'Föredragningslista' });

async function addBody(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nämnder och mallar' }).click();
  await page.getByRole('button', { name: 'Lägg till nämnd' }).click();
  await page.getByLabel('Nämndens namn').fill('Kommunstyrelsen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kommunstyrelsen', level: 1 })).toBeVisible();
  await page.getByLabel('Kommun', { exact: true }).fill('Granvik');
  await page.getByLabel('Kansli').fill('Kommunledningskontoret');
  await page.getByLabel('Vanlig starttid').fill('13:00');
  await page.getByLabel('Kallelsen framme, dagar före').fill('6');
  await page.getByLabel('Enligt').fill('Reglemente för kommunstyrelsen 12 §');
  await page.getByRole('button', { name: 'Klistra in lista …' }).click();
  await page
    .getByLabel('En person på varje rad')
    .fill('Ledamöter\nMaja Lind (C), ordförande\nOlle Ek (S)\nErsättare\nNils Dahl (C), kassör\n;S;ledamot');
  const faults = page.getByRole('list', { name: 'Rader att se över' });
  await expect(faults).toContainText('Rad 5');
  await expect(faults).toContainText('rollen ”kassör” är okänd');
  await expect(faults).toContainText('Rad 6');
}

test('a meeting is made from nothing, and is all there after a restart', async () => {
  const pdf = await pdfOnDisk('Planbeskrivning.pdf');
  const first = await launch({ size });
  const { app, page, profile } = first;
  await answerDialog(app, pdf);

  await page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await expect(page.getByRole('heading', { name: 'Här förbereds kallelser' })).toBeVisible();
  await addBody(page);
  await page.getByRole('button', { name: 'Ta med' }).click();
  await expect(page.getByRole('row')).toHaveCount(4);
  await saved(page);
  await page.getByRole('button', { name: 'Till nämnderna' }).click();
  await page.getByRole('button', { name: 'Till utkasten' }).click();

  await page.getByRole('button', { name: 'Nytt sammanträde' }).click();
  await page.getByRole('button', { name: 'Skapa utkast' }).click();
  const check = page.getByRole('region', { name: 'Kontroll' });
  await expect(check).toContainText('Tid saknas');
  await expect(check).toContainText('Plats saknas');

  // Items by keyboard, each numbered as it comes.
  for (const name of ['Upprop', 'Budget 2027', 'Detaljplan för Hamnen 3', 'Delårsrapport']) {
    await page.keyboard.press('Control+Enter');
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toHaveValue('');
    await page.keyboard.type(name);
    await expect(agenda(page).getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
  await agenda(page)
    .getByRole('row', { name: /Detaljplan/ })
    .click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(agenda(page).getByRole('row').nth(1)).toContainText('Detaljplan');
  await agenda(page)
    .getByRole('row', { name: /Delårsrapport/ })
    .click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(agenda(page).getByRole('row', { name: /§ 3\.1/ })).toContainText('Delårsrapport');
  await page.keyboard.press('Control+z');
  await expect(agenda(page).getByRole('row', { name: /§ 4/ })).toContainText('Delårsrapport');
  await expect(page.getByRole('button', { name: 'Gör om: flytta ärende' })).toBeEnabled();

  // A proposed decision of two points, and a document.
  await agenda(page)
    .getByRole('row', { name: /Detaljplan/ })
    .click();
  await page.getByRole('button', { name: 'Skriv ett förslag till beslut' }).click();
  await expect(page.getByLabel('Punkt 1', { exact: true })).toBeFocused();
  await page.keyboard.type('Planen antas.');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Punkt 2', { exact: true })).toBeFocused();
  await page.keyboard.type('Ärendet justeras omedelbart.');
  await page.getByRole('button', { name: 'Släpp filer här eller välj dem' }).click();
  const documents = page.getByRole('grid', { name: 'Handlingar' });
  await expect(documents.getByRole('row')).toHaveCount(1, { timeout: 20_000 });
  await expect(documents).toContainText('3 sidor');
  await page.getByRole('button', { name: /^Titta på/ }).click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.locator('.ui-drawn-sheet[data-state="drawn"]').first()).toBeVisible();
  await viewer.getByRole('button', { name: 'Stäng' }).last().click();

  // What the check found leads to where it is mended.
  await check.getByRole('button', { name: /^Gå till: Plats saknas/ }).click();
  await expect(page.getByRole('textbox', { name: 'Plats' })).toBeFocused();
  await page.keyboard.type('Stora salen');
  await check.getByRole('button', { name: /^Gå till: Tid saknas/ }).click();
  await page.getByLabel('Datum').fill('2032-12-09');
  await expect(page.getByLabel('Börjar')).toHaveValue('13:00');
  await expect(check).not.toContainText('Plats saknas');
  await expect(check).not.toContainText('Tid saknas');
  await saved(page);
  await app.close();

  const second = await launch({ profile, size });
  await second.page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await expect(second.page.getByRole('article')).toContainText('4 ärenden');
  await second.page.getByRole('article').getByRole('button').first().click();
  await expect(agenda(second.page).getByRole('row')).toHaveCount(4);
  await agenda(second.page)
    .getByRole('row', { name: /Detaljplan/ })
    .click();
  await expect(second.page.getByLabel('Punkt 2', { exact: true })).toHaveValue(
    'Ärendet justeras omedelbart.',
  );
  await expect(second.page.getByRole('grid', { name: 'Handlingar' }).getByRole('row')).toHaveCount(1);
  await second.page.getByRole('button', { name: /Om sammanträdet/ }).click();
  await expect(second.page.getByRole('textbox', { name: 'Plats' })).toHaveValue('Stora salen');
  await expect(second.page.getByLabel('Datum')).toHaveValue('2032-12-09');
  await second.app.close();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the secretary's screens (${theme})`, async () => {
    const pdf = await pdfOnDisk('Bilaga.pdf');
    const { app, page } = await launch({ size });
    await answerDialog(app, pdf);
    await page.evaluate((chosen) => window.beredd.client.app.setTheme({ theme: chosen }), theme);
    await page.getByRole('button', { name: 'Förbered kallelse' }).click();
    await expect(page.getByRole('heading', { name: 'Här förbereds kallelser' })).toBeVisible();
    await expectNoFaults(page, 'no drafts yet');
    await addBody(page);
    await expectNoFaults(page, 'a roster being pasted');
    await page.getByRole('button', { name: 'Ta med' }).click();
    await page.getByRole('button', { name: 'Lägg upp för partierna' }).click();
    await expect(page.getByLabel('Beslutad i')).toBeVisible();
    await expectNoFaults(page, 'a body');
    await page.getByRole('button', { name: 'Till nämnderna' }).click();
    await expectNoFaults(page, 'the register of bodies');
    await page.getByRole('button', { name: 'Till utkasten' }).click();
    await page.getByRole('button', { name: 'Nytt sammanträde' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoFaults(page, 'a new draft');
    await page.getByRole('button', { name: 'Skapa utkast' }).click();
    await expect(page.getByRole('region', { name: 'Kontroll' })).toContainText('Tid saknas');
    await expectNoFaults(page, 'the meeting');
    await page.keyboard.press('Control+Enter');
    await expect(title(page)).toBeFocused();
    await page.keyboard.type('Detaljplan');
    await page.getByRole('button', { name: 'Släpp filer här eller välj dem' }).click();
    await expect(page.getByRole('grid', { name: 'Handlingar' }).getByRole('row')).toHaveCount(1, {
      timeout: 20_000,
    });
    await page.getByRole('button', { name: 'Skriv ett förslag till beslut' }).click();
    await page.getByRole('button', { name: 'Ange jävig person' }).click();
    await page.getByRole('menuitem', { name: 'Olle Ek (S)' }).click();
    await expect(page.getByRole('button', { name: 'Ta bort Olle Ek (S)' })).toBeVisible();
    await expectNoFaults(page, 'an item');
    await page.getByRole('button', { name: /^Titta på/ }).click();
    await expect(
      page.getByRole('dialog').locator('.ui-drawn-sheet[data-state="drawn"]').first(),
    ).toBeVisible();
    await expectNoFaults(page, 'a document');
    await page.getByRole('button', { name: 'Dela handlingen …' }).click();
    await page.getByRole('button', { name: 'Dela efter sidan 1' }).click();
    await expectNoFaults(page, 'cuts');
    await page.getByRole('button', { name: 'Dela', exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Handlingar' }).getByRole('row')).toHaveCount(2);
    await app.close();
  });
}
