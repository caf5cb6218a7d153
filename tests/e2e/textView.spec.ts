import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { TestElement } from '../core/structure/taggedPdf.ts';
import { taggedPdf, text } from '../core/structure/taggedPdf.ts';
import { greyJpeg, scan, testPdf } from '../support/testPdf.ts';
import { confirmWords } from './confirmWords.ts';
import { launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const pageCount = 9;

/** Page n has a heading, twelve paragraphs of its own and a page number that is no part of the text. */
const report = (): Promise<Uint8Array> =>
  taggedPdf({
    pages: Array.from({ length: pageCount }, (_, page) => ({
      elements: [
        text('H1', `Avsnitt ${page + 1}`, [70, 60], { size: 18 }),
        ...Array.from({ length: 12 }, (__, i): TestElement =>
          text('P', `Stycke ${page + 1}.${i + 1}: nämnden föreslår att gatan breddas och att`, [
            70,
            100 + i * 50,
          ]),
        ),
      ],
      artifacts: [text('', `Sidfot ${page + 1}`, [280, 810])],
    })),
  });

const textRegion = (page: Page): Locator => page.getByRole('region', { name: 'Handlingar som text' });

/** The first paragraph that begins within the view. */
const topParagraph = (region: Locator): Promise<string> =>
  region.evaluate((view) => {
    const top = view.getBoundingClientRect().top;
    const found = [...view.querySelectorAll('p .text-flow')].find(
      (words) => words.getBoundingClientRect().top >= top,
    );
    return found?.textContent?.slice(0, 12) ?? '';
  });

/** How many paragraphs a screen reader is told of. */
async function paragraphsTold(session: CDPSession): Promise<number> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored, role }) => !ignored && role?.value === 'paragraph').length;
}

test('text is read by headings, keeps the place and the notes of the pages, and says what is a scan', async () => {
  const [tagged, picture] = await Promise.all([report(), testPdf({ pages: [scan(greyJpeg)] })]);
  const { file } = await meetingPack({
    agenda: [
      {
        number: '7',
        title: 'Detaljplan för Kyrkbyn',
        itemKind: 'decision',
        documents: [
          { title: 'Tjänsteskrivelse', documentKind: 'officialReport', bytes: tagged, pageCount },
          { title: 'Karta', documentKind: 'attachment', bytes: picture, pageCount: 1 },
        ],
      },
    ],
  });
  const { app, page } = await launch({ args: [file], size: { width: 1366, height: 768 } });
  await confirmWords(page);
  await page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name: /^7\./ }).click();
  await expect(page.getByRole('region', { name: 'Handlingar' }).getByText('Avsnitt 1')).toBeAttached();

  await page.keyboard.press('Alt+t');
  const region = textRegion(page);
  await expect(region.getByRole('heading', { name: 'Avsnitt 9', level: 4 })).toBeAttached();
  await expect(region.getByText('Sidan är en bild utan text')).toBeAttached();
  await expect(region.getByText('Sidfot 1')).toHaveCount(0);
  // Those of pages far from the view too, which are not laid out.
  // Kept to the end: Chromium's tools for accessibility now and then end the page's process some time after they are detached.
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await expect.poll(() => paragraphsTold(session)).toBeGreaterThanOrEqual(pageCount * 12);

  await region.hover();
  const jump = page.getByRole('textbox', { name: 'Gå till sida i handlingen' });
  await expect(async () => {
    await page.mouse.wheel(0, 240);
    await expect(jump).toHaveValue('5', { timeout: 100 });
  }).toPass();
  await page.waitForTimeout(400);
  const before = await topParagraph(region);
  expect(before).toMatch(/^Stycke [45]\./);
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('region', { name: 'Handlingar' }).getByText(before)).toBeInViewport();
  await page.keyboard.press('Alt+t');
  await expect(region.getByText(before)).toBeInViewport();
  expect(await topParagraph(region)).toBe(before);

  await region.getByText('Stycke 5.6').dblclick({ position: { x: 30, y: 10 } });
  await page
    .getByRole('toolbar', { name: 'Markerad text' })
    .getByRole('button', { name: 'Stryk över med gult' })
    .click();
  await expect(region.locator('mark')).toHaveText(/^Stycke ?$/);
  await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Stycke');

  await page.getByRole('button', { name: 'Textens utseende' }).click();
  await page.getByRole('button', { name: 'Större text' }).click();
  await page.keyboard.press('Escape');
  await expect(region).toHaveCSS('--text-view-size', '1.25rem');
  expect(
    await page.evaluate(() =>
      window.beredd.client.app.state().then((state) => state.ok && state.value.textView),
    ),
  ).toMatchObject({ isShown: true, letterSize: 20 });
  await region.focus();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.keyboard.press('Alt+t');
  await expect(
    page.getByRole('region', { name: 'Handlingar' }).locator('.reader-mark--yellow'),
  ).toBeVisible();
  await app.close();
});

test('pictures stand in their place among the words, and links are followed from them', async () => {
  const bytes = await testPdf({
    pages: [
      (page) => {
        page.fontSize(11).text('Kartan visar kvarteret.', 60, 120, { lineBreak: false });
        page.image(Buffer.from(greyJpeg), 60, 200, { width: 300, height: 180 });
        page.text('Hela planen', 60, 420, { lineBreak: false, link: 'https://plan.example.invalid/' });
      },
    ],
  });
  const { file } = await meetingPack({
    agenda: [
      {
        title: 'Detaljplan',
        documents: [{ title: 'Karta', documentKind: 'attachment', bytes, pageCount: 1 }],
      },
    ],
  });
  const { app, page } = await launch({ args: [file], size: { width: 1366, height: 768 } });
  await confirmWords(page);
  await expect(page.getByRole('region', { name: 'Handlingar' }).getByText('Hela planen')).toBeAttached();
  await page.keyboard.press('Alt+t');
  const region = textRegion(page);
  const picture = region.getByRole('img', { name: 'Bild utan beskrivning' });
  await expect
    .poll(() => picture.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.width : 0)))
    .toBeGreaterThan(300);
  expect(await region.locator('.text-page__blocks').innerText()).toMatch(/^Kartan[^]*Hela planen\s*$/);

  // The shell's own dialog: what it asks is kept, and answered with no.
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'asked', '');
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, options: { message: string }) => {
      Reflect.set(globalThis, 'asked', options.message);
      return Promise.resolve({ response: -1 });
    });
  });
  await region.getByRole('link', { name: /^Hela planen/ }).press('Enter');
  await expect
    .poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'asked'))))
    .toContain('plan.example.invalid');
  await app.close();
});
