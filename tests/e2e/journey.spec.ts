import { execFileSync } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';

const size = { width: 1366, height: 768 };

/** The whole process tree at once, as when the battery goes. */
async function killAtOnce(app: ElectronApplication, profile: string): Promise<void> {
  const closed = app.waitForEvent('close');
  execFileSync('pkill', ['-KILL', '-f', `profile=${profile}`]);
  await closed;
}

async function openItem(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name }).first().click();
}

const textOfPage = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Handlingar' }).getByText(words);

/** Marks lie over the text, so the word is not the uppermost element; the reader finds it by the place of the click. */
async function markWord(page: Page, words: string, tool: string): Promise<void> {
  await textOfPage(page, words).first().dblclick({ force: true });
  await page.getByRole('toolbar', { name: 'Markerad text' }).getByRole('button', { name: tool }).click();
}

test('a councillor opens a pack, confirms its key, reads, marks and writes; a kill loses nothing', async () => {
  const { file } = await meetingPack();
  const first = await launch({ args: [file], size });
  const { profile } = first;
  const dialog = first.page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(6);
  await confirmWords(dialog);
  await expect(first.page.getByRole('banner').first()).toContainText('känd avsändare');

  await openItem(first.page, /^7\./);
  await expect(textOfPage(first.page, 'Sida 1 rad 3').first()).toBeAttached();
  await markWord(first.page, 'Sida 1 rad 3', 'Stryk över med gult');
  const notes = first.page.getByRole('region', { name: 'Anteckningar' });
  await expect(notes).toContainText('Överstrykning');
  await markWord(first.page, 'Sida 1 rad 5', 'Skriv en anteckning');
  await first.page.keyboard.type('Fråga förvaltningen om årskostnaden');
  await expect(notes).toContainText('Sparad här');
  const jump = first.page.getByRole('textbox', { name: 'Gå till sida i handlingen' });
  await jump.fill('p9');
  await jump.press('Enter');
  await expect(textOfPage(first.page, 'Sida 6 rad 2').first()).toBeInViewport();
  await expect(first.page.getByRole('toolbar', { name: 'Sidor och zoom' })).toContainText(
    'Paketsida 9 (rev 1)',
  );
  await first.page.waitForTimeout(1000);
  await killAtOnce(first.app, profile);

  const second = await launch({ profile, size });
  await second.page.getByRole('button', { name: 'Läs vidare' }).click();
  await expect(second.page.getByRole('toolbar', { name: 'Sidor och zoom' })).toContainText(
    'Paketsida 9 (rev 1)',
  );
  const kept = second.page.getByRole('region', { name: 'Anteckningar' });
  await expect(kept).toContainText('Fråga förvaltningen om årskostnaden');
  await expect(kept).toContainText('Överstrykning');
  await second.app.close();
});

test('five times killed straight after a note was shown as saved, every note is there', async () => {
  test.setTimeout(180_000);
  const { file } = await meetingPack();
  const profile = freshFolder();
  const written: string[] = [];
  for (let round = 1; round <= 5; round += 1) {
    const { app, page } = await launch({ profile, args: [file], size });
    const later = page.getByRole('dialog').getByRole('button', { name: 'Orden stämmer', exact: true });
    if (round === 1) await later.click();
    await openItem(page, /^7\./);
    await markWord(page, `Sida 1 rad ${round * 4}`, 'Skriv en fråga');
    const text = `Anteckning ${round} före strömavbrottet`;
    await page.keyboard.type(text);
    await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');
    await killAtOnce(app, profile);
    written.push(text);
  }
  const { app, page } = await launch({ profile, args: [file], size });
  await openItem(page, /^7\./);
  const notes = page.getByRole('region', { name: 'Anteckningar' });
  for (const text of written) await expect(notes).toContainText(text);
  await app.close();
});
