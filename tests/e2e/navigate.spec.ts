import { chmodSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { TestPack } from '../support/packBuilder.ts';
import { all, line, testPdf } from '../support/testPdf.ts';
import type { TestPageContent } from '../support/testPdf.ts';
import { confirmWords } from './confirmWords.ts';
import { launch } from './launch.ts';
import { meetingPack, textDocument } from './meetingPack.ts';

const linksOnFirstPage: TestPageContent = (page) => {
  const links: readonly [string, string][] = [
    ['Mer om planen', 'https://granasa.example/plan?id=7'],
    ['Svaret på motionen', encodeURI('Handlingar/Svar på motion.pdf')],
    ['Räkneprogrammet', 'file:///C:/Windows/calc.exe'],
    ['Skriptet', 'javascript:alert(1)'],
  ];
  links.forEach(([words, address], i) => {
    page.fontSize(12).text(words, 70, 200 + i * 40, { lineBreak: false });
    page.link(70, 196 + i * 40, 140, 20, address);
  });
  page.text('Konsekvenserna', 70, 400, { lineBreak: false });
  page.goTo(70, 396, 140, 20, 'konsekvenser');
};

/** Twelve pages with links on the first and an outline of three entries. */
const planWithLinks = (): Promise<Uint8Array> => {
  let outline: PDFKit.PDFOutline | null = null;
  return testPdf({
    pages: Array.from({ length: 12 }, (_, index) =>
      all(line(`Planens sida ${index + 1}`, 70, 80, 20), (page, number) => {
        if (number === 1) linksOnFirstPage(page, number);
        if (number === 1) outline = page.outline.addItem('Bakgrund');
        if (number === 4) outline?.addItem('Tidigare beslut');
        if (number === 8) {
          page.outline.addItem('Konsekvenser');
          page.addNamedDestination('konsekvenser', 'XYZ', 70, 300, 0);
        }
      }),
    ),
  });
};

async function packWithLinks(): Promise<TestPack> {
  const plan = await planWithLinks();
  const reply = await textDocument('Svar på motion', 3);
  const pack = await meetingPack({
    meeting: { webcast: 'https://play.granasa.example/ks' },
    agenda: [
      {
        number: '7',
        title: 'Detaljplan för Kyrkbyn',
        itemKind: 'decision',
        documents: [
          { title: 'Planbeskrivning', bytes: plan, pageCount: 12 },
          { title: 'Bilaga', bytes: await textDocument('Bilaga', 2), pageCount: 2 },
        ],
      },
      {
        number: '8',
        title: 'Svar på motion',
        documents: [{ title: 'Svar på motion', bytes: reply, pageCount: 3 }],
      },
    ],
  });
  chmodSync(pack.file, 0o644);
  chmodSync(path.dirname(pack.file), 0o777);
  return pack;
}

interface Shell {
  readonly asked: readonly string[];
  readonly opened: readonly string[];
}

/** Answers the shell's own dialog, and keeps what it would have opened. */
const stubShell = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ dialog, shell }) => {
    const kept = { asked: [] as string[], opened: [] as string[], answer: 0 };
    Reflect.set(globalThis, 'stub', kept);
    Reflect.set(
      dialog,
      'showMessageBox',
      (_window: unknown, options: { message: string; detail: string }) => {
        kept.asked.push(`${options.message} | ${options.detail}`);
        return Promise.resolve({ response: kept.answer });
      },
    );
    Reflect.set(shell, 'openExternal', (address: string) => {
      kept.opened.push(address);
      return Promise.resolve();
    });
  });
const seenByShell = (app: ElectronApplication): Promise<Shell> =>
  app.evaluate(() => Reflect.get(globalThis, 'stub') as Shell);
const answerShell = (app: ElectronApplication, answer: number): Promise<void> =>
  app.evaluate((_electron, chosen) => {
    Reflect.set(Reflect.get(globalThis, 'stub') as object, 'answer', chosen);
  }, answer);

const pageShown = (page: Page): Locator => page.getByRole('textbox', { name: 'Gå till sida i handlingen' });
const failure = (page: Page): Locator => page.getByRole('region', { name: 'Något gick inte' });

test('thumbnails, outline and links lead through the documents; only a dialog leads out', async () => {
  const { file } = await packWithLinks();
  const { app, page } = await launch({ args: [file], size: { width: 1366, height: 768 } });
  await confirmWords(page);
  await stubShell(app);
  await page.getByRole('row', { name: /^7\./ }).first().click();

  await test.step('thumbnails: drawn, by keyboard, the current page marked', async () => {
    await page.keyboard.press('Control+Shift+M');
    const strip = page.getByRole('region', { name: 'Miniatyrer' });
    await expect(strip.getByRole('button', { name: /^Sida 1 av 12/ })).toBeFocused();
    await expect(strip.locator('canvas').first()).toBeVisible();
    for (const key of ['End', 'Home', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(pageShown(page)).toHaveValue('3');
    await expect(strip.locator('[aria-current="page"]')).toHaveAccessibleName(/^Sida 3 av 12/);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.locator('.reader-toolbar')).toContainText('/ 2');
    await expect(strip.locator('[aria-current="page"]')).toHaveAccessibleName(/^Sida 2 av 2/);
  });

  await test.step('outline: a tree of documents and bookmarks', async () => {
    await page.keyboard.press('Control+Shift+O');
    const tree = page.getByRole('tree', { name: 'Innehåll' });
    await expect(tree.getByRole('treeitem', { name: 'Ingen innehållsförteckning' })).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(tree.getByRole('treeitem', { name: 'Tidigare beslut, sida 4' })).toHaveAttribute(
      'aria-level',
      '3',
    );
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expect(pageShown(page)).toHaveValue('8');
    await expect(tree.getByRole('treeitem', { name: 'Konsekvenser, sida 8' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await page.keyboard.press('Escape');
    await expect(tree).toHaveCount(0);
  });

  await test.step('links inside, with the way back', async () => {
    await pageShown(page).fill('1');
    await pageShown(page).press('Enter');
    await page.getByRole('link', { name: 'Konsekvenserna (till sidan 8)' }).click();
    await expect(pageShown(page)).toHaveValue('8');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(pageShown(page)).toHaveValue('1');
  });

  await test.step('selecting over a link does not follow it', async () => {
    const box = await page.getByRole('link', { name: /^Mer om planen/ }).boundingBox();
    if (!box) throw new Error('the link has no place');
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByRole('toolbar', { name: 'Markerad text' })).toBeVisible();
    expect((await seenByShell(app)).asked).toEqual([]);
  });

  await test.step('links out ask with the host, and other schemes are refused with words', async () => {
    await page.getByRole('link', { name: /^Mer om planen/ }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await seenByShell(app)).opened)
      .toEqual(['https://granasa.example/plan?id=7']);
    expect((await seenByShell(app)).asked).toEqual([
      'Vill du öppna granasa.example i webbläsaren? | https://granasa.example/plan?id=7',
    ]);
    await page.getByRole('link', { name: /^Skriptet/ }).press('Enter');
    await expect(failure(page)).toContainText('Beredd öppnar inte länken');
    await expect(failure(page)).toContainText('javascript:');
    await page.getByRole('link', { name: /^Räkneprogrammet/ }).press('Enter');
    await expect(failure(page)).toContainText('calc.exe');
    expect((await seenByShell(app)).opened).toHaveLength(1);
  });

  await test.step('a link to a file opens the document of that name', async () => {
    await page.getByRole('link', { name: /^Svaret på motionen/ }).press('Enter');
    await expect(page.locator('.item-heading')).toContainText('Svar på motion');
  });

  await test.step('the webcast asks too', async () => {
    await answerShell(app, 2);
    await page.getByRole('button', { name: 'Öppna webbsändningen …' }).click();
    await expect
      .poll(async () => (await seenByShell(app)).asked.at(-1))
      .toBe('Vill du öppna play.granasa.example i webbläsaren? | https://play.granasa.example/ks');
    expect((await seenByShell(app)).opened).toHaveLength(1);
  });
  await app.close();
});
