import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { readCard } from '../../core/exchange/card.ts';
import { writeKeyLetter } from '../../core/exchange/keyLetter.ts';
import { envelopeSigner, verifyEnvelope } from '../../electron/crypto/envelopeSigning.ts';
import { encryptKeyForOne } from '../../electron/sealing/sealItem.ts';
import { valueOf } from '../support/packReading.ts';
import {
  completeBriefing,
  completeItem,
  seal,
  sealOfBriefing,
  writeSealedPack,
} from '../support/sealedPack.ts';
import { testSigner } from '../support/testSigner.ts';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { textDocument } from './meetingPack.ts';

const size = { width: 1366, height: 768 };
const passphrase = 'korp valross orgel mimosa';
/** Words that must be nowhere on the disk in the clear: of a document, a title, notes and a briefing; all are searched. */
const canaries = [
  'Kvartettkanarie',
  'Titelkanarie',
  'Anteckningskanarie',
  'Genomgångskanarie',
  'Punktkanarie',
];

const answerDialogs = (app: ElectronApplication, answer: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, answer);

const identity = (page: Page) => page.getByRole('region', { name: 'Min identitet' });

async function makeIdentity(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Inställningar' }).click();
  await identity(page).getByRole('button', { name: 'Gör min identitet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ditt namn').fill(name);
  await dialog.getByLabel('Lösenfras', { exact: true }).fill(passphrase);
  await dialog.getByLabel('Lösenfrasen en gång till').fill(passphrase);
  await dialog.getByRole('button', { name: 'Gör min identitet' }).click();
  await expect(identity(page)).toContainText(name, { timeout: 30_000 });
}

async function saveCard(app: ElectronApplication, page: Page, file: string) {
  await answerDialogs(app, file);
  await identity(page).getByRole('button', { name: 'Spara kortet' }).click();
  await expect(page.getByText('Kortet är sparat')).toBeVisible();
  return valueOf(readCard(readFileSync(file), verifyEnvelope)).content;
}

async function sealedPack(recipient: string | null) {
  const folder = freshFolder('packs');
  const document = Buffer.concat([
    await textDocument('Kvartettkanarie', 2),
    // Also where PDFium does not look.
    Buffer.from(`\n% ${canaries[0]}\n`),
  ]);
  const { item, bytes } = completeItem(
    {
      title: 'Titelkanarie om lokalförsörjning',
      registryNumber: 'KS 2026/901',
      proposedDecision: ['Avtalet godkänns.'],
      documents: [{ title: 'Avtal', bytes: document, pageCount: 2 }],
    },
    7,
  );
  const work = path.join(folder, 'work');
  mkdirSync(work);
  const person = recipient === null ? [] : [{ id: '', identity: '', recipient }];
  const sealed = await seal({ item, bytes, entitled: person, folder: work });
  const briefing = await sealOfBriefing({
    briefing: completeBriefing('Genomgångskanarie i skyddsrummen', document),
    bytes: document,
    entitled: person,
    folder: work,
  });
  const file = path.join(folder, 'ks.beredd');
  const manifest = await writeSealedPack(file, [sealed, briefing]);
  chmodSync(file, 0o644);
  chmodSync(folder, 0o777);
  return { file, sealed, manifest };
}

/** Records whether pictures of the window are blocked: the system has no way to ask. */
async function watchProtection(app: ElectronApplication): Promise<() => Promise<readonly boolean[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const calls: boolean[] = [];
    Reflect.set(globalThis, 'protections', calls);
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.setContentProtection = (isOn) => void calls.push(isOn);
  });
  return async () => {
    const calls = await app.evaluate((): readonly boolean[] => Reflect.get(globalThis, 'protections'));
    // A slow start may say after we listen that nothing is on screen yet.
    return calls.slice(calls.includes(true) ? calls.indexOf(true) : calls.length);
  };
}

/** Files below the folder in which one of the words stands as UTF-8 or UTF-16. */
function leaksIn(folder: string, words = canaries): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(folder, name),
  );
  return all
    .filter((file) => existsSync(file) && statSync(file).isFile())
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}

test('a sealed item opens for the person’s key and leaves no word of it on the disk', async () => {
  const profile = freshFolder();
  const temporary = freshFolder('temporary');
  const first = await launch({ profile, size, env: { TMPDIR: temporary } });
  await makeIdentity(first.page, 'Alva Ödmark');
  const card = await saveCard(first.app, first.page, path.join(profile, 'kort.beredd-card'));
  await first.app.close();
  const pack = await sealedPack(card.recipient);

  const { app, page } = await launch({ profile, size, args: [pack.file], env: { TMPDIR: temporary } });
  const protections = await watchProtection(app);
  await confirmWords(page);
  const agenda = page.getByRole('treegrid', { name: 'Föredragningslista' });
  await agenda.getByRole('row', { name: /Sekretessärende/ }).click();
  await page.getByRole('button', { name: 'Lås upp i Min identitet' }).click();
  await identity(page).getByLabel('Lösenfras', { exact: true }).fill(passphrase);
  await identity(page).getByRole('button', { name: 'Lås upp', exact: true }).click();
  await expect(identity(page)).toContainText('Upplåst', { timeout: 30_000 });

  await page.getByRole('button', { name: /Alla sammanträden/ }).click();
  await page
    .getByRole('button', { name: /Läs vidare|Börja läsa|Öppna/ })
    .last()
    .click();
  await agenda.getByRole('row', { name: /Titelkanarie/ }).click();
  const documents = page.getByRole('region', { name: 'Handlingar' });
  await expect(page.getByText('Sekretess — OSL 26 kap. 1 §').first()).toBeVisible();
  const words = documents.getByText('Sida 1 rad 2').first();
  await expect(words).toBeVisible({ timeout: 20_000 });
  expect(await protections()).toEqual([true]);

  await words.dblclick({ force: true });
  await page.getByRole('button', { name: 'Skriv en anteckning', exact: true }).click();
  await page.keyboard.type('Anteckningskanarie om hyran');
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');

  await words.dblclick({ force: true });
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByRole('alertdialog')).toContainText('Kopiera ur ett sekretessärende?');
  await page.getByRole('button', { name: 'Avbryt' }).click();

  await expect(page.getByRole('alertdialog')).toBeHidden();
  await documents.focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(canaries[0] ?? '');
  const count = page.locator('.find-bar__count[data-phase="done"]');
  await expect(count).toHaveText('1 av 4', { timeout: 20_000 });
  await page.locator('.ui-segment', { hasText: 'Handlingen' }).click();
  await expect(count).toHaveText(/ av 2$/, { timeout: 20_000 });
  await page.keyboard.press('Escape');

  await agenda.getByRole('row', { name: /Räddningstjänsten/ }).click();
  const briefing = page.getByRole('article', { name: 'Räddningstjänsten' });
  await expect(briefing).toContainText('Genomgångskanarie i skyddsrummen');
  await briefing.getByRole('button', { name: /^Lägg till vid Genomgångskanarie/ }).click();
  await page.getByRole('menuitem', { name: 'Anteckning', exact: true }).click();
  await page.keyboard.type('Punktkanarie om skyddsrum');
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');

  // The agenda still names what was opened; away from it nothing of it is on screen.
  await agenda.getByRole('row', { name: /Val av justerare/ }).click();
  expect(await protections()).toEqual([true]);
  await page.getByRole('button', { name: /Alla sammanträden|Till sammanträdena/ }).click();
  await expect.poll(protections).toEqual([true, false]);
  await app.close();

  // What is no secret is found: the search itself works.
  expect(leaksIn(profile, ['Alva Ödmark'])).not.toEqual([]);
  expect(leaksIn(profile)).toEqual([]);
  expect(leaksIn(temporary)).toEqual([]);
});

test('a key letter opens one sealed item for the substitute called in', async () => {
  const profile = freshFolder();
  const first = await launch({ profile, size });
  await makeIdentity(first.page, 'Bo Ersättare');
  const card = await saveCard(first.app, first.page, path.join(profile, 'kort.beredd-card'));
  await first.app.close();
  const { file, sealed, manifest } = await sealedPack(null);
  const key = await encryptKeyForOne(card.recipient, sealed.record.itemKey);
  const letter = path.join(path.dirname(file), 'brev.beredd-key');
  const content = {
    pack: manifest.pack.id,
    revision: manifest.pack.revision,
    item: sealed.publicItem.id,
    key: Buffer.from(key).toString('base64'),
  };
  writeFileSync(letter, writeKeyLetter(content, envelopeSigner(testSigner())), { mode: 0o644 });

  const { app, page } = await launch({ profile, size, args: [file] });
  await confirmWords(page);
  await page.getByRole('button', { name: /Alla sammanträden|Till sammanträdena/ }).click();
  await page.getByRole('button', { name: 'Inställningar' }).click();
  await identity(page).getByLabel('Lösenfras', { exact: true }).fill(passphrase);
  await identity(page).getByRole('button', { name: 'Lås upp', exact: true }).click();
  await expect(identity(page)).toContainText('Upplåst', { timeout: 30_000 });
  await answerDialogs(app, letter);
  await identity(page).getByRole('button', { name: 'Välj nyckelbrev' }).click();
  await expect(page.getByText(/Nyckelbrevet öppnar ett ärende/)).toBeVisible();
  await page.getByRole('button', { name: /Alla sammanträden/ }).click();
  await page
    .getByRole('button', { name: /Läs vidare|Börja läsa|Öppna/ })
    .last()
    .click();
  await page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: /Titelkanarie/ })
    .click();
  await expect(
    page.getByRole('region', { name: 'Handlingar' }).getByText('Sida 1 rad 2').first(),
  ).toBeVisible({
    timeout: 20_000,
  });
  await app.close();
});
