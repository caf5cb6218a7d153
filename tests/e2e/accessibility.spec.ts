import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';
import { expectNoFaults } from './noFaults.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen (${theme})`, async () => {
    const { file } = await meetingPack();
    const { app, page } = await launch({ args: [file], size: { width: 1366, height: 768 } });
    await page.evaluate((chosen) => window.beredd.client.app.setTheme({ theme: chosen }), theme);
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(6);
    await expectNoFaults(page, 'comparing six words');
    await confirmWords(page);

    const agenda = page.getByRole('treegrid', { name: 'Föredragningslista' });
    await agenda.getByRole('row', { name: /^7\./ }).click();
    await page
      .getByRole('region', { name: 'Handlingar' })
      .getByText('Sida 1 rad 3')
      .first()
      .dblclick({ force: true });
    await page
      .getByRole('toolbar', { name: 'Markerad text' })
      .getByRole('button', { name: 'Skriv en fråga' })
      .click();
    await page.keyboard.type('Vem betalar?');
    await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText('Sparad här');
    await expectNoFaults(page, 'reading, with a note being written');
    await page.getByRole('tab', { name: /Hela mötet/ }).click();
    await expectNoFaults(page, 'all notes of the meeting');
    await agenda.getByRole('row', { name: /Sekretess/ }).click();
    await expectNoFaults(page, 'a sealed item');

    await page.getByRole('button', { name: 'Till sammanträdena' }).click();
    await expect(page.getByRole('heading', { name: 'Sammanträden' })).toBeVisible();
    await expectNoFaults(page, 'the library');
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await expect(page.getByRole('heading', { name: 'Inställningar' })).toBeVisible();
    await expectNoFaults(page, 'settings');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await expectNoFaults(page, 'the palette');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await page.keyboard.press('F1');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expectNoFaults(page, 'the overview of keys');
    await app.close();
  });
}
