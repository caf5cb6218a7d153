import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const size = { width: 1366, height: 768 };

/** Answers the system's next dialogs with this path: nobody sits at the machine. */
const answerDialogs = (app: ElectronApplication, answer: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, answer);

async function toSettings(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: 'Till sammanträdena' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('button', { name: 'Inställningar' }).click();
}

test('everything of mine goes out in one file and comes in on another computer', async () => {
  const pack = await meetingPack();
  const backup = path.join(freshFolder('backup'), 'mitt.beredd-backup');
  const old = await launch({ args: [pack.file], size });
  await confirmWords(old.page);
  await old.page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: /^8\./ })
    .click();
  const words = old.page.getByRole('region', { name: 'Handlingar' }).getByText('Sida 1 rad 2');
  await words.first().dblclick({ force: true });
  await old.page.getByRole('button', { name: 'Skriv en anteckning', exact: true }).click();
  await old.page.keyboard.type('Cykelvägen måste rymmas i budgeten');
  await expect(old.page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');
  await old.page.getByRole('button', { name: 'Till sammanträdena' }).click();
  await old.page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await old.page.getByRole('button', { name: 'Nytt sammanträde' }).first().click();
  await old.page.getByRole('dialog').getByRole('button', { name: 'Skapa utkast' }).click();
  await old.page.getByLabel('Rubrik', { exact: true }).fill('Budgetsammanträdet');
  await old.page.getByRole('button', { name: 'Till utkasten' }).click();
  await expect(old.page.getByText('Budgetsammanträdet')).toBeVisible();
  await toSettings(old.page);
  await answerDialogs(old.app, backup);
  await old.page.getByRole('button', { name: 'Spara…' }).click();
  await old.page
    .getByLabel('Säkerhetskopians lösenfras')
    .or(old.page.getByLabel('Lösenfras', { exact: true }))
    .first()
    .fill('korp valross orgel mimosa');
  await old.page.getByLabel('Lösenfrasen en gång till').fill('korp valross orgel mimosa');
  await old.page.getByRole('button', { name: 'Välj var den sparas…' }).click();
  await expect(old.page.getByText('Säkerhetskopian är sparad, med 1 anteckning')).toBeVisible({
    timeout: 20_000,
  });
  await old.app.close();

  const renewed = await launch({ args: [pack.file], size });
  await renewed.page.getByRole('button', { name: 'Senare' }).click();
  await toSettings(renewed.page);
  await answerDialogs(renewed.app, backup);
  for (const [passphrase, told] of [
    ['fel fras', 'lösenfras'],
    ['korp valross orgel mimosa', '1 av 1 anteckningar var ny'],
  ] as const) {
    const dialog = renewed.page.getByRole('dialog');
    if (!(await dialog.isVisible())) await renewed.page.getByRole('button', { name: 'Läs in…' }).click();
    await dialog.getByRole('textbox').or(dialog.locator('input')).first().fill(passphrase);
    await dialog.getByRole('button', { name: 'Välj fil…' }).click();
    await expect(renewed.page.locator('body')).toContainText(told, { timeout: 20_000 });
  }
  await renewed.page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await expect(renewed.page.getByText('Budgetsammanträdet')).toBeVisible();
  await renewed.page.getByRole('button', { name: 'Alla sammanträden' }).click();
  await renewed.page
    .getByRole('button', { name: /Läs vidare|Börja läsa|Öppna/ })
    .last()
    .click();
  await renewed.page.getByRole('tab', { name: /Hela mötet/ }).click();
  await expect(renewed.page.getByRole('region', { name: 'Anteckningar' })).toContainText(
    'Cykelvägen måste rymmas i budgeten',
  );
  await renewed.app.close();
});

test('a watched folder brings a pack by itself, whatever its name, and takes nothing away when it is gone', async () => {
  const pack = await meetingPack();
  const folder = path.join(freshFolder('synced'), 'Handlingar');
  mkdirSync(folder, { mode: 0o777 });
  const { app, page } = await launch({ size });
  await toSettings(page);
  await answerDialogs(app, folder);
  await page.getByRole('button', { name: 'Välj mapp att bevaka…' }).click();
  await expect(page.getByText('Tom just nu')).toBeVisible();
  copyFileSync(pack.file, path.join(folder, 'kallelse-LAPTOP (1).bin'));
  await expect(page.getByRole('region', { name: 'Meddelanden' })).toContainText('Nytt i biblioteket', {
    timeout: 20_000,
  });
  rmSync(folder, { recursive: true });
  await page.getByRole('button', { name: 'Titta efter nu' }).click();
  await expect(page.getByText('Går inte att nå', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Alla sammanträden/ }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await app.close();
});
