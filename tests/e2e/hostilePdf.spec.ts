import { chmodSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import {
  brokenOutlinePdf,
  circularLinksPdf,
  commentedPdf,
  formPdf,
  hugePagePdf,
  neverEndingPdf,
  noFontsPdf,
  patternBombPdf,
  pdfOfManyPages,
} from '../support/hostilePdf.ts';
import { buildTestPack } from '../support/packBuilder.ts';
import { line, testPdf } from '../support/testPdf.ts';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';

const manyPages = 10_000;

/** One item a document; the number is how the agenda tells them apart. */
async function hostilePack(): Promise<string> {
  const ownerPassword = await testPdf({
    pages: [line('Bara den som har lösenordet får skriva ut', 70, 80, 14)],
    ownerPassword: 'kansliet',
  });
  const documents: readonly (readonly [string, Uint8Array, number])[] = [
    ['Tio tusen sidor', pdfOfManyPages(manyPages), manyPages],
    ['Stor sida', hugePagePdf(), 1],
    ['Trasig innehållslista', brokenOutlinePdf(), 2],
    ['Länkar i krets', circularLinksPdf(), 2],
    ['Utan typsnitt', noFontsPdf(), 1],
    ['Formulär', formPdf(), 1],
    ['Låst av ägaren', ownerPassword, 1],
    ['Granskad', commentedPdf(), 1],
    ['Tung sida', neverEndingPdf(), 3],
    ['Tungt mönster', patternBombPdf(), 2],
  ];
  const { file } = await buildTestPack({
    folder: freshFolder('packs'),
    agenda: documents.map(([title, bytes, pageCount], i) => ({
      number: String(i + 1),
      title,
      itemKind: 'decision' as const,
      documents: [{ title, bytes, pageCount }],
    })),
  });
  chmodSync(file, 0o644);
  chmodSync(path.dirname(file), 0o777);
  return file;
}

let app: ElectronApplication;
let page: Page;
const pages = (): Locator => page.getByRole('region', { name: 'Handlingar', exact: true });
const words = (text: string | RegExp): Locator => pages().getByText(text).first();

async function open(title: string): Promise<void> {
  await page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: new RegExp(`^\\d+\\. ${title}\\.`) })
    .click();
  await expect(pages().getByRole('heading', { name: title, exact: true }).first()).toBeAttached();
}

async function goTo(number: number): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Gå till sida i handlingen' });
  await field.fill(String(number));
  await field.press('Enter');
}

test.beforeAll(async () => {
  ({ app, page } = await launch({ args: [await hostilePack()], size: { width: 1366, height: 768 } }));
  await confirmWords(page);
});

test.afterAll(async () => {
  await app.close();
});

test('a document of 10,000 pages opens at once, goes to its last page and back', async () => {
  await open('Tio tusen sidor');
  await expect(words('Sidan 1 av den stora handlingen')).toBeAttached();
  await goTo(manyPages);
  await expect(words('Sidan 10000 av den stora handlingen')).toBeAttached();
  await goTo(5000);
  await expect(words('Sidan 5000 av den stora handlingen')).toBeAttached();
});

test('a page of 200 × 200 inches is shown whole and at 400 %', async () => {
  await open('Stor sida');
  await expect(words('Uppe till vänster')).toBeAttached();
  await expect(words('Nere till höger')).toBeAttached();
  await page.getByRole('button', { name: /^Zoom .*välj/ }).click();
  await page
    .getByRole('menuitemradio', { name: '400 %' })
    .or(page.getByRole('menuitem', { name: '400 %' }))
    .click();
  await expect(page.getByRole('button', { name: /^Zoom 400/ })).toBeVisible();
  const shown = pages().getByRole('group', { name: /^Sida 1 av 1/ });
  await expect.poll(async () => (await shown.boundingBox())?.width ?? 0).toBeGreaterThan(70_000);
  await expect(shown.locator('canvas').first()).toBeInViewport();
  await expect(shown.getByRole('button', { name: 'Försök igen' })).toHaveCount(0);
});

test('a broken outline is shown as far as it goes', async () => {
  await open('Trasig innehållslista');
  await expect(words('Sidan bakom den trasiga listan')).toBeAttached();
  await page.keyboard.press('Control+Shift+O');
  await page.getByRole('treeitem', { name: 'Sida tva, sida 2' }).click();
  await expect(page.getByRole('textbox', { name: 'Gå till sida i handlingen' })).toHaveValue('2');
  await page.keyboard.press('Control+Shift+O');
});

test('links in a circle are links', async () => {
  await open('Länkar i krets');
  const field = page.getByRole('textbox', { name: 'Gå till sida i handlingen' });
  await pages()
    .getByRole('link', { name: /Till sidan efter/ })
    .click();
  await expect(field).toHaveValue('2');
});

test('words without a font are shown in another', async () => {
  await open('Utan typsnitt');
  await expect(words(/Rad 1 utan typsnitt/)).toBeAttached();
});

test('a form is shown as it is filled in, and said to be one', async () => {
  await open('Formulär');
  await expect(pages()).toContainText('formulär, visas som det är ifyllt');
});

test('a document that only its owner may change can be read', async () => {
  await open('Låst av ägaren');
  await expect(words('Bara den som har lösenordet')).toBeAttached();
});

test('what others wrote is shown as theirs, with name, time and words', async () => {
  await open('Granskad');
  await pages()
    .getByRole('button', { name: /Överstrykning i handlingen av Gun Stensson/ })
    .click();
  const card = page.getByRole('dialog', { name: /Gun Stensson/ });
  await expect(card).toContainText('Galler det inklusive moms?');
  await expect(card).toContainText('2 mars 2026 kl. 08.15');
  await expect(card).toContainText('kan inte ändras här');
  await expect(card.getByRole('button', { name: /ändra|ta bort/i })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(
    pages().getByRole('button', { name: /Kommentar i handlingen av okänd: Utan namn/ }),
  ).toBeAttached();
});

for (const [title, heavy, after, last] of [
  ['Tung sida', 2, 'Sidan efter den tunga', 3],
  ['Tungt mönster', 1, 'Sidan efter monstret', 2],
] as const) {
  test(`a page that never finishes keeps no other from being read, is stopped and named: ${title}`, async () => {
    await open(title);
    await goTo(heavy);
    // Long before the heavy page is given up.
    await goTo(last);
    await expect(words(after)).toBeAttached({ timeout: 8000 });
    await goTo(heavy);
    await expect(pages()).toContainText(
      new RegExp(`Sidan ${heavy} i ${title} (tog för lång tid|går inte att visa)`),
      { timeout: 30_000 },
    );
    await expect(pages().getByRole('button', { name: 'Försök igen' })).toBeAttached();
    await open('Formulär');
    await expect(words(/Anmalan/)).toBeAttached();
  });
}
