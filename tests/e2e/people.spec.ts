import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Card } from '../../core/exchange/card.ts';
import { writeCard } from '../../core/exchange/card.ts';
import { envelopeSigner } from '../../electron/crypto/envelopeSigning.ts';
import { people } from '../support/sealedPack.ts';
import { testId } from '../support/testManifest.ts';
import { testSigner } from '../support/testSigner.ts';
import { freshFolder, launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const size = { width: 1366, height: 768 };
const passphrase = 'korp valross orgel mimosa';

const answerDialogs = (app: ElectronApplication, ...answers: string[]): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen[0] ?? '' });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen });
  }, answers);

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

const packOf = (eraseAfter: string | null) =>
  meetingPack({
    pack: { eraseAfter },
    meeting: {
      body: {
        id: testId('body', 1),
        name: 'Kommunstyrelsen',
        roster: {
          members: [
            { id: testId('person', 1), name: 'Alva Ödmark', party: 'Bygdepartiet', role: 'chair' },
            { id: testId('person', 2), name: 'Bo Lind', party: 'Samling Granåsa', role: 'substitute' },
          ],
          callIn: [],
          source: null,
        },
      },
    },
  });

test('cards are taken in and compared, keys and the municipality’s root are made', async () => {
  const folder = freshFolder('cards');
  const [person] = await people(1);
  const signer = envelopeSigner(testSigner(7));
  const card: Card = {
    person: testId('person', 1),
    name: 'Alva Ödmark',
    bodies: [testId('body', 1)],
    roles: ['chair'],
    recipient: person?.recipient ?? '',
    signingKey: signer.publicKey.line,
    issued: new Date(Date.now() - 60_000).toISOString(),
  };
  const good = path.join(folder, 'alva.beredd-card');
  const forged = path.join(folder, 'bo.beredd-card');
  writeFileSync(good, writeCard(card, signer), { mode: 0o644 });
  writeFileSync(forged, writeCard(card, envelopeSigner(testSigner(8))), { mode: 0o644 });

  const { app, page } = await launch({ size, args: [(await packOf(null)).file] });
  await page.getByRole('button', { name: 'Orden stämmer', exact: true }).click();
  await page.getByRole('button', { name: 'Till sammanträdena' }).click();
  await page.getByRole('button', { name: 'Personer' }).click();
  await answerDialogs(app, good, forged);
  const cards = section(page, 'Kort');
  await cards.getByRole('button', { name: 'Läs in filer' }).click();
  await expect(cards).toContainText('Alva Ödmark: nytt kort. Jämför de sex orden.');
  await expect(cards).toContainText('bo.beredd-card är ändrad eller förfalskad');
  await cards.getByRole('button', { name: 'Jämför de sex orden' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'De stämmer', exact: true }).click();
  await expect(cards).toContainText('Jämfört');
  const table = section(page, 'Per sammanträde').getByRole('table');
  await expect(table.getByRole('row', { name: /Alva Ödmark/ })).toContainText('Ja');
  await expect(table.getByRole('row', { name: /Bo Lind/ })).toContainText('Inget');

  const keys = section(page, 'Signeringsnycklar');
  await keys.getByRole('button', { name: 'Gör en ny nyckel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nyckelns namn').fill('Kommunkansliet 2026');
  await dialog.getByLabel('Lösenfras för den här datorns nycklar').fill(passphrase);
  await dialog.getByLabel('Lösenfrasen en gång till').fill(passphrase);
  await dialog.getByRole('button', { name: 'Gör en ny nyckel' }).click();
  await expect(keys).toContainText('Kommunkansliet 2026', { timeout: 30_000 });

  await answerDialogs(app, path.join(folder, 'granasa.beredd-root'));
  const root = section(page, 'Kommunens rotnyckel');
  await root.getByRole('button', { name: 'Gör kommunens rotnyckel' }).click();
  await dialog.getByLabel('Kommunens namn').fill('Granåsa kommun');
  await dialog.getByLabel('Rotnyckelns lösenfras').fill(passphrase);
  await dialog.getByLabel('Lösenfrasen en gång till').fill(passphrase);
  await dialog.getByRole('button', { name: 'Välj var den ska sparas' }).click();
  await expect(root).toContainText('Granåsa kommun, lista version 1', { timeout: 30_000 });
  await expect(root).toContainText('Kommunkansliet 2026');

  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What was said while a button was busy; its words are gone with the dialog.
    .exclude('[data-live-announcer]')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await app.close();
});

test('documents whose time is over are disposed of, and notes stay', async () => {
  const { app, page } = await launch({ size, args: [(await packOf('2026-01-31')).file] });
  await page.getByRole('button', { name: 'Orden stämmer', exact: true }).click();
  await page.getByRole('button', { name: 'Anteckna' }).first().click();
  await page
    .getByRole('menuitem', { name: /Anteckning/ })
    .first()
    .click();
  await page.keyboard.type('Fråga om vägen');
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');
  await page.getByRole('button', { name: 'Gallra handlingarna' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('handlingar tas bort från den här datorn');
  await expect(dialog).toContainText('Din anteckning är kvar.');
  await dialog.getByRole('button', { name: 'Gallra', exact: true }).click();
  await expect(page.getByText(/handlingar är gallrade/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gallra handlingarna' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Fråga om vägen');
  await app.close();
});
