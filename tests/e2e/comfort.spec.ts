import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { all, line, testPdf } from '../support/testPdf.ts';
import { confirmWords } from './confirmWords.ts';
import { launch } from './launch.ts';
import { meetingPack, textDocument } from './meetingPack.ts';

const size = { width: 1366, height: 768 };

/** A page with words and, well apart from them, a picture of one colour. */
const pageWithPicture = (): Promise<Uint8Array> => {
  const icon = readFileSync(path.join(projectRoot, 'assets/icons/256x256.png'));
  const words = Array.from({ length: 5 }, (_, row) =>
    line(`Rad ${row + 1} om kartan. Nästa mening här.`, 70, 90 + row * 26),
  );
  return testPdf({
    pages: [all(...words, (page) => page.image(icon, 70, 300, { width: 200, height: 200 }))],
  });
};

/** In place of the system's voice: says nothing, tells what it was given, and is done when the test says so. */
async function giveVoice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: SpeechSynthesisUtterance[] = [];
    const voice = { voiceURI: 'elin', name: 'Elin', lang: 'sv-SE', localService: true, default: true };
    class Utterance {
      text: string;
      lang = '';
      rate = 1;
      voice = null;
      onend: (() => void) | null = null;
      constructor(text: string) {
        this.text = text;
      }
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: (utterance: SpeechSynthesisUtterance) => void said.push(utterance),
      cancel: () => undefined,
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
    Object.defineProperty(window, 'said', { value: said });
  });
}

const said = (page: Page): Promise<{ text: string; rate: number }[]> =>
  page.evaluate(() => {
    const list: SpeechSynthesisUtterance[] = Reflect.get(window, 'said');
    return list.map(({ text, rate }) => ({ text, rate }));
  });

const endSentence = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const list: { onend: (() => void) | null }[] = Reflect.get(window, 'said');
    list.at(-1)?.onend?.();
  });

/** Colour of the page's drawing at a share of its width and height. */
const colourAt = (sheet: Locator, x: number, y: number): Promise<number[]> =>
  sheet
    .locator('canvas')
    .first()
    .evaluate(
      (element: HTMLCanvasElement, [across, down]) => {
        const context = element.getContext('2d');
        const at = [Math.round(element.width * across), Math.round(element.height * down)] as const;
        return [...(context?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3);
      },
      [x, y] as const,
    );

test('pages turn dark but for their picture; ruler, voice and progress work by keyboard and are kept', async () => {
  const bytes = await pageWithPicture();
  const long = await textDocument('Planbeskrivning', 3);
  const { file } = await meetingPack({
    agenda: [
      {
        number: '7',
        title: 'Detaljplan för Kyrkbyn',
        itemKind: 'decision',
        documents: [
          { title: 'Karta', bytes, pageCount: 1 },
          { title: 'Planbeskrivning', bytes: long, pageCount: 3 },
        ],
      },
    ],
  });
  const first = await launch({ args: [file], size });
  const { page, profile } = first;
  await confirmWords(page);
  await page.getByRole('treegrid').getByRole('row', { name: /^7\./ }).first().click();
  const pages = page.getByRole('region', { name: 'Handlingar' });
  const sheet = pages.getByRole('group', { name: /^Sida 1 av 1/ });
  await expect.poll(() => colourAt(sheet, 0.02, 0.02)).toEqual([255, 255, 255]);
  const picture = await colourAt(sheet, 0.28, 0.45);

  await page.getByRole('button', { name: /^Läskomfort/ }).click();
  await page
    .getByRole('dialog', { name: /^Läskomfort/ })
    .getByText('Mörk', { exact: true })
    .click();
  await page.keyboard.press('Escape');
  await expect.poll(() => colourAt(sheet, 0.02, 0.02)).toEqual([30, 30, 28]);
  expect(await colourAt(sheet, 0.28, 0.45)).toEqual(picture);

  await pages.focus();
  await page.keyboard.press('l');
  const band = page.locator('.reading-ruler__band');
  await page.keyboard.press('j');
  await expect(band).toHaveAttribute('data-held', 'true');
  const before = await band.boundingBox();
  await page.keyboard.press('j');
  await expect.poll(async () => (await band.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + 8);
  await page.keyboard.press('l');
  await expect(band).toBeHidden();

  await giveVoice(page);
  await page.keyboard.press('u');
  const bar = page.getByRole('group', { name: 'Uppläsning' });
  await expect(bar).toContainText('Läser sidan 1 i Karta');
  await expect.poll(async () => (await said(page)).at(-1)?.text).toBe('Rad 1 om kartan.');
  await expect(sheet.locator('.reader-spoken span').first()).toBeVisible();
  await endSentence(page);
  await expect.poll(async () => (await said(page)).at(-1)?.text).toBe('Nästa mening här.');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('>');
  await expect.poll(async () => (await said(page)).at(-1)).toEqual({ text: 'Rad 1 om kartan.', rate: 1.25 });
  await page.keyboard.press('Space');
  await expect(bar).toContainText('Pausad på sidan 1');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  const row = page.getByRole('row', { name: /Detaljplan för Kyrkbyn/ }).first();
  await expect(row).toHaveAccessibleName(/av 4 sidor sedda/);
  await expect(page.getByRole('progressbar', { name: 'Läst så långt' })).toHaveAttribute(
    'aria-valuemax',
    '4',
  );
  await page.waitForTimeout(600);
  await first.app.close();

  const second = await launch({ profile, size });
  await second.page.getByRole('button', { name: 'Läs vidare' }).click();
  await expect(second.page.locator('.reader')).toHaveAttribute('data-page-colours', 'dark');
  await expect(second.page.getByRole('progressbar', { name: 'Läst så långt' })).toBeVisible();
  await second.app.close();
});
