import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Bridge } from '../../renderer/client.ts';
import { annotatedPdf } from '../support/annotatedPdf.ts';
import { meetingId, notesOnFirst, revisedMeeting, roadItem, sentences } from '../support/revisedMeeting.ts';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { expectNoFaults } from './noFaults.ts';

declare const window: { readonly beredd: Bridge };

const size = { width: 1440, height: 900 };

const pane = (page: Page): Locator => page.getByRole('region', { name: 'Anteckningar' });
const card = (page: Page, words: string): Locator =>
  pane(page)
    .getByRole('article')
    .filter({ hasText: words.slice(0, 30) });
const openItem = (page: Page): Promise<void> =>
  page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: /^7\./ })
    .first()
    .click();

test('a revision comes: notes are where they belong, and what is new is shown', async () => {
  test.setTimeout(180_000);
  const { first, second } = await revisedMeeting(freshFolder('packs'));
  // Root starts the app as nobody.
  for (const { file } of [first, second]) chmodSync(file, 0o644);
  const { app, page, profile } = await launch({ args: [first.file], size });
  await confirmWords(page);
  await openItem(page);
  for (const draft of notesOnFirst(first)) {
    const added = await page.evaluate((note) => window.beredd.client.notes.add({ draft: note }), draft);
    expect(added.ok).toBe(true);
  }
  for (const { id } of first.manifest.agenda.flatMap(({ documents }) => documents))
    await page.evaluate((args) => window.beredd.client.meeting.setReadState({ ...args, readState: 'read' }), {
      meetingId,
      documentId: id,
    });
  await expect(pane(page).getByRole('article')).toHaveCount(3);

  await page.evaluate((file) => window.beredd.client.library.importFiles({ paths: [file] }), second.file);

  await test.step('each note is on its page, to be checked or in a tray', async () => {
    await expect(card(page, sentences.kept)).toContainText('s. 2');
    await expect(card(page, sentences.kept)).not.toContainText('kontrollera');
    await expect(card(page, sentences.changed)).toContainText('Flyttad, kontrollera');
    await expect(card(page, sentences.changed)).toContainText('Stod tidigare');
    const tray = pane(page).getByRole('region', { name: 'I lådan: 1 anteckning' });
    await expect(tray).toContainText(sentences.deleted);
    await pane(page)
      .getByRole('tab', { name: /Hela mötet/ })
      .click();
    await expect(pane(page).getByRole('list', { name: 'Låda: Om sammanträdet' })).toContainText(
      sentences.answer,
    );
    await pane(page).getByRole('tab', { name: /Här/ }).click();
    await expectNoFaults(page, 'notes to check and a tray');
  });

  await test.step('a place is confirmed, taken back and confirmed again', async () => {
    await card(page, sentences.changed).getByRole('button', { name: 'Rätt plats' }).click();
    await expect(pane(page)).not.toContainText('Flyttad, kontrollera');
    await pane(page).getByRole('button', { name: 'Ångra' }).click();
    await expect(pane(page)).toContainText('Flyttad, kontrollera');
    await pane(page).getByRole('button', { name: 'Gör om', exact: true }).click();
    await expect(pane(page)).not.toContainText('Flyttad, kontrollera');
  });

  await test.step('notes are chosen together, tagged, and all of it is taken back at once', async () => {
    await pane(page)
      .getByRole('tab', { name: /Hela mötet/ })
      .click();
    await pane(page)
      .getByRole('button', { name: /^Gå till / })
      .first()
      .focus();
    await page.keyboard.press('Control+a');
    const bar = page.getByRole('toolbar', { name: 'Valda anteckningar' });
    await expect(bar).toContainText('4 valda');
    await bar.getByRole('button', { name: 'Taggar' }).click();
    const dialog = page.getByRole('dialog', { name: 'Taggar på 4 valda anteckningar' });
    await dialog.getByRole('combobox', { name: 'Tagg' }).fill('Bevaka');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('listitem')).toHaveText('Bevaka');
    await expectNoFaults(page, 'the tags of chosen notes');
    await dialog.getByRole('button', { name: 'Klart' }).click();
    await expect(pane(page).getByRole('list', { name: 'Taggar' })).toHaveCount(4);
    await pane(page).getByRole('button', { name: 'Ångra' }).click();
    await expect(pane(page).getByRole('list', { name: 'Taggar' })).toHaveCount(0);
    await bar.getByRole('button', { name: 'Välj inga' }).click();
    await expect(bar).toHaveCount(0);
  });

  await test.step('what somebody wrote into a copy comes in where it belongs, once', async () => {
    const file = path.join(freshFolder('copy'), 'Annas kopia.pdf');
    const sha256 = first.manifest.agenda[0]?.documents[0]?.sha256 ?? '';
    const bytes = readFileSync(path.join(profile, 'documents', sha256));
    const quads = [70, 645, 470, 645, 70, 631, 470, 631];
    const comment = { page: 1, subtype: 'Highlight', rect: [70, 631, 470, 645], quads };
    writeFileSync(
      file,
      await annotatedPdf(bytes, [{ ...comment, contents: 'Varför sju?', author: 'Anna Ek' }]),
    );
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, file);
    const takeIn = async (): Promise<Locator> => {
      await pane(page).getByRole('button', { name: 'Hämta in anteckningar och kommentarer' }).click();
      await page.getByRole('menuitem', { name: 'Från en fil …' }).click();
      return page.getByRole('dialog', { name: 'Hämta in från Annas kopia.pdf' });
    };
    const dialog = await takeIn();
    await expect(dialog).toContainText(sentences.kept);
    await expectNoFaults(page, 'what can be taken in');
    await dialog.getByRole('button', { name: 'Hämta in 1' }).click();
    await expect(card(page, 'Varför sju?')).toContainText('Från Anna Ek, överstrykning i PDF');
    await expect(card(page, 'Varför sju?')).toContainText('s. 2');
    await expect(await takeIn()).toContainText('Finns redan');
    await page.keyboard.press('Escape');
    await pane(page).getByRole('button', { name: 'Ångra' }).click();
    await expect(card(page, 'Varför sju?')).toHaveCount(0);
    await pane(page).getByRole('tab', { name: /Här/ }).click();
  });

  await test.step('the old document is shown, and the note gets a place by hand', async () => {
    const lost = card(page, sentences.deleted);
    await lost.getByRole('button', { name: 'Visa i den gamla versionen' }).click();
    await expect(page.getByRole('heading', { name: 'Tjänsteskrivelse, revidering 1' })).toBeVisible();
    await expect(page.getByText(sentences.deleted.slice(0, 30)).first()).toBeAttached();
    await page.getByRole('button', { name: 'Tillbaka till revidering 2' }).click();
    await lost.getByRole('button', { name: 'Flytta …' }).click();
    await page.getByRole('button', { name: 'Placera på ärendet som helhet' }).click();
    await expect(pane(page).getByRole('region', { name: /^I lådan/ })).toHaveCount(0);
    await expect(card(page, sentences.deleted)).toBeVisible();
  });

  await test.step('what is new: place, proposed decision and texts, apart from a new printing', async () => {
    await page.getByRole('button', { name: 'Visa vad som är nytt' }).click();
    const news = page.getByRole('region', { name: 'Nytt sedan du läste' });
    await expect(news).toContainText('Ny tid eller plats');
    await expect(news).toContainText('1 av 1 ärende ändrat; du hade läst det.');
    await expect(news).toContainText('Ett ärende har utgått.');
    const item = news.getByRole('article').filter({ hasText: 'Detaljplan för Kyrkbyn' });
    await expect(item.getByRole('deletion').first()).toContainText('oktober');
    await expect(item.getByRole('insertion').first()).toContainText('september');
    await expect(item).toContainText('Samma text. Bara layouten ändrad');
    await item.getByRole('button', { name: 'Visa ändringarna i texten' }).click();
    await expect(item.getByRole('insertion').filter({ hasText: '5,6' })).toBeVisible();
    const states = await page.evaluate(
      async (args) => {
        const opened = await window.beredd.client.meeting.open({ meetingId: args.meetingId });
        const entry = opened.ok ? opened.value.agenda.find(({ id }) => id === args.item) : undefined;
        return entry?.documents.map(({ readState }) => readState);
      },
      { meetingId, item: roadItem },
    );
    // The report is open meanwhile: it may have been begun.
    expect(states?.[0]).not.toBe('read');
    expect(states?.[1]).toBe('read');
    await expectNoFaults(page, 'what is new');
    await page.evaluate(() => window.beredd.client.app.setTheme({ theme: 'dark' }));
    await expectNoFaults(page, 'what is new in the dark');
    await item.getByRole('button', { name: 'Visa sidorna bredvid varandra' }).click();
    await expect(page.getByText(/^Ändring 1 av \d/)).toBeVisible();
    await expectNoFaults(page, 'two revisions side by side');
    await page.getByRole('button', { name: 'Nästa ändring' }).click();
    await expect(page.getByText(/^Ändring 2 av \d/)).toBeVisible();
    await page.keyboard.press('Shift+N');
    await expect(page.getByText(/^Ändring 1 av \d/)).toBeVisible();
  });
  await app.close();

  await test.step('the next start knows it all', async () => {
    const again = await launch({ profile, size });
    await again.page.getByRole('button', { name: 'Läs vidare' }).click();
    await openItem(again.page);
    await expect(card(again.page, sentences.kept)).toContainText('s. 2');
    await expect(pane(again.page)).not.toContainText('Flyttad, kontrollera');
    await again.app.close();
  });
});
