import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { layOutText } from '../../core/text/layOutText.ts';
import { openPdf, startPdfium } from '../support/pdfium.ts';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch, type Launched } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

/** What the system would ask or open is answered here, in the main process. */
async function answerSystem({ app }: Launched, file: string): Promise<void> {
  await app.evaluate(({ dialog, shell }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    shell.openPath = (opened) => {
      Reflect.set(globalThis, 'openedFile', opened);
      return Promise.resolve('');
    };
  }, file);
}

test('a meeting is put together, looked at, saved as one PDF with bookmarks, and handed to be printed', async () => {
  const pack = await meetingPack();
  const saved = path.join(freshFolder('saved'), 'Kallelse.pdf');
  const started = await launch({ args: [pack.file] });
  const { app, page, profile, consoleLines } = started;
  await answerSystem(started, saved);
  await confirmWords(page);
  await page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: /Planbeskrivning/ })
    .click();
  await expect(page.getByText('Sida 1 rad 2:').first()).toBeAttached();

  // The open document first; then chosen pages of it, by field and by ticks.
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: 'Skriv ut' });
  // A process starts for each: on a busy computer that takes its time.
  const hasSheets = (count: number): Promise<void> =>
    expect(dialog.getByText(`${count} arksidor`)).toBeVisible({ timeout: 20_000 });
  await hasSheets(12);
  await dialog.getByText('Valda sidor').click();
  await dialog.getByRole('textbox', { name: 'Sidor', exact: true }).fill('1-3');
  await dialog.getByRole('checkbox', { name: /^Sida 5,/ }).check();
  await expect(dialog.getByRole('textbox', { name: 'Sidor', exact: true })).toHaveValue('1-3, 5');
  await hasSheets(4);

  // The meeting: contents, 3 + 12 + 2 pages, and the page of the sealed item.
  await dialog.getByText('Hela sammanträdet').click();
  await hasSheets(19);
  await dialog.getByText('4', { exact: true }).click();
  await hasSheets(5);
  await dialog.getByText('1', { exact: true }).click();
  await hasSheets(19);
  const sheet = dialog.getByRole('img', { name: 'Ark 1 av 19' });
  await expect
    .poll(() => sheet.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.height : 0)))
    .toBeGreaterThan(300);

  await dialog.getByRole('button', { name: 'Spara som PDF…' }).click();
  await expect(page.getByText('PDF-filen är sparad')).toBeVisible();
  const document = openPdf(await startPdfium(), new Uint8Array(readFileSync(saved)));
  expect(document.pageCount).toBe(19);
  expect(document.outline(() => false).entries.map(({ level, title }) => `${level} ${title}`)).toEqual([
    '1 Innehåll',
    '1 1 Sammanträdet öppnas',
    '1 7 Detaljplan för Kyrkbyn',
    '2 Tjänsteskrivelse',
    '2 Planbeskrivning',
    '1 8 Svar på motion om cykelvägar',
    '2 Svar på motion',
    '1 4 Sekretessärende',
  ]);
  const fifth = document.characters(5);
  expect(fifth.ok && layOutText(fifth.value).text).toContain('Sida 4 (rev 1)');

  // Printing hands the file to the system's program, so it stays until the end, and not longer.
  await page.getByRole('button', { name: 'Skriv ut eller spara som PDF' }).click();
  await hasSheets(12);
  await dialog.getByRole('button', { name: 'Skriv ut…' }).click();
  await expect(page.getByText('Öppnad i datorns PDF-program')).toBeVisible();
  const opened = await app.evaluate(() => String(Reflect.get(globalThis, 'openedFile')));
  expect(path.dirname(opened)).toBe(path.join(profile, 'temp'));
  expect(readdirSync(path.join(profile, 'temp'))).toEqual([path.basename(opened)]);
  expect(consoleLines.filter((line) => /error|refused|violat/i.test(line))).toEqual([]);
  await app.close();
  expect(existsSync(path.join(profile, 'temp'))).toBe(false);
});
