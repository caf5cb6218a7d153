import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Card } from '../../core/exchange/card.ts';
import { writeCard } from '../../core/exchange/card.ts';
import { envelopeSigner } from '../../electron/crypto/envelopeSigning.ts';
import { writeSuccession } from '../../core/exchange/rootSuccession.ts';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import { formatPublicKeyFile } from '../../core/pack/minisign.ts';
import type { Trust } from '../../core/pack/trust.ts';
import { encodeUtf8 } from '../../core/pack/utf8.ts';
import { signMinisign } from '../../electron/crypto/minisignFiles.ts';
import { people } from '../support/sealedPack.ts';
import { testId } from '../support/testManifest.ts';
import { testSigner } from '../support/testSigner.ts';
import { confirmWords } from './confirmWords.ts';
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
  await confirmWords(page);
  await page.getByRole('button', { name: 'Till sammanträdena' }).click();
  await page.getByRole('button', { name: 'Personer' }).click();
  // What a folder holds is told file by file.
  await answerDialogs(app, folder);
  const cards = section(page, 'Kort');
  await cards.getByRole('button', { name: 'Läs in en mapp' }).click();
  await expect(cards).toContainText('1 fil togs in, 1 gick inte.');
  await expect(cards).toContainText('Alva Ödmark: nytt kort. Jämför de sex orden.');
  await expect(cards).toContainText('bo.beredd-card är ändrad eller förfalskad');
  await cards.getByRole('button', { name: 'Jämför de sex orden' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'De stämmer', exact: true }).click();
  await expect(cards).toContainText('Jämfört');
  const table = section(page, 'Per sammanträde').getByRole('table');
  await expect(table.getByRole('row', { name: /Alva Ödmark/ })).toContainText('Ja');
  await expect(table.getByRole('row', { name: /Bo Lind/ })).toContainText('Inget');
  await section(page, 'Per sammanträde').getByRole('button', { name: 'Notera vem som fått' }).click();
  await page.getByRole('dialog').getByLabel('Alla').check({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Notera 2 personer' }).click();
  await expect(table.getByRole('row', { name: /Bo Lind/ })).toContainText('Skickad');

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

  await answerDialogs(app, path.join(folder, 'granasa.beredd-root'));
  await root.getByRole('button', { name: 'Ändra', exact: true }).click();
  await dialog.getByText('Bara vissa nämnder').click();
  await dialog.getByText('Kommunstyrelsen', { exact: true }).click();
  await dialog.getByLabel('Rotnyckelns lösenfras').fill(passphrase);
  await dialog.getByRole('button', { name: 'Välj rotnyckelns fil' }).click();
  await expect(root).toContainText('bara för Kommunstyrelsen', { timeout: 30_000 });
  await expect(root).toContainText('lista version 2');

  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What was said while a button was busy; its words are gone with the dialog.
    .exclude('[data-live-announcer]')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await app.close();
});

/** The municipality's list of signers, signed by a root. */
const listBy = (root: number, version: number, bodies: readonly string[] | null) => {
  const trust: Trust = {
    format: 'beredd-trust',
    version,
    municipality: 'Granåsa kommun',
    signers: [
      {
        key: testSigner().publicKey.line,
        name: 'Kansliet',
        bodies,
        from: '2026-01-01',
        to: null,
        removed: null,
      },
    ],
  };
  const bytes = encodeUtf8(canonicalJson(trust));
  return {
    rootKeyFile: formatPublicKeyFile(testSigner(root).publicKey),
    trust: bytes,
    trustSignature: signMinisign(testSigner(root), bytes, `trust version:${version}`),
  };
};

test('a new root key is compared before it is believed, and a signer of other bodies is refused with the reason', async () => {
  const first = await meetingPack({ root: listBy(9, 1, null) });
  const next = await meetingPack({
    root: listBy(8, 2, [testId('body', 1)]),
    pack: { revision: 2, previous: first.manifestSha256 },
  });
  const elsewhere = await meetingPack({
    root: listBy(8, 2, [testId('body', 7)]),
    pack: { id: testId('pack', 3) },
    meeting: { id: testId('meeting', 3) },
  });
  const letter = path.join(freshFolder('root'), 'granasa.beredd-succession');
  const [from, to] = [testSigner(9).publicKey.line, testSigner(8).publicKey.line];
  const content = { municipality: 'Granåsa kommun', from, to, issued: '2026-11-20T09:00:00+01:00' };
  writeFileSync(letter, writeSuccession(content, envelopeSigner(testSigner(9))), { mode: 0o644 });

  const { app, page } = await launch({ size, args: [first.file] });
  const dialog = page.getByRole('dialog');
  await confirmWords(page);
  await page.getByRole('button', { name: 'Till sammanträdena' }).click();
  const open = async (file: string): Promise<void> => {
    await answerDialogs(app, file);
    await page.getByRole('button', { name: 'Öppna handlingspaket' }).first().click();
  };
  await open(letter);
  await expect(dialog).toContainText('Granåsa kommun har en ny rotnyckel');
  await confirmWords(dialog);
  await expect(page.getByText('Den nya rotnyckeln för Granåsa kommun är bekräftad')).toBeVisible();
  await open(next.file);
  await expect(page.getByText('Revidering 2').first()).toBeVisible();
  await expect(page.getByText(/Larm/)).toHaveCount(0);
  await open(elsewhere.file);
  await expect(dialog).toContainText('får inte ges ut av den som skrev under');
  await expect(dialog).toContainText('Kansliet ge ut handlingar för andra nämnder');
  await app.close();
});

test('documents whose time is over are disposed of, and notes stay', async () => {
  const { app, page } = await launch({ size, args: [(await packOf('2026-01-31')).file] });
  await confirmWords(page);
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
