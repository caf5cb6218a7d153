import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { meetingPack } from './meetingPack.ts';
import { expectNoFaults } from './noFaults.ts';

test('an item is prepared at the desk, used in the meeting, kept over a restart, and goes out as files', async () => {
  const { file } = await meetingPack();
  const out = freshFolder('out');
  const first = await launch({ args: [file], size: { width: 1366, height: 768 } });
  const { page } = first;
  await confirmWords(page);
  await page.getByRole('treegrid', { name: 'Föredragningslista' }).getByRole('row', { name: /^7\./ }).click();
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { name: /Detaljplan för Kyrkbyn/ })).toBeVisible();
  await expect(page.getByText('Planen ställs ut för granskning.')).toBeVisible();

  await page.getByRole('button', { name: 'Nytt stycke' }).click();
  await expect(page.getByRole('textbox', { name: 'Stycke 1' })).toBeFocused();
  await page.keyboard.type('Ordförande! Bullret är inte utrett.');
  await page.getByRole('button', { name: 'Nytt yrkande' }).click();
  await page.getByRole('button', { name: /Ändringsyrkande/ }).click();
  await page.getByRole('option', { name: 'Återremiss' }).click();
  await expect(page.getByText('Saknas: Motivering, Vem ska utreda vad')).toBeVisible();
  await page.getByRole('textbox', { name: 'Motivering' }).fill('Bullret');
  await page.getByRole('textbox', { name: 'Vem ska utreda vad' }).fill('Samhällsbyggnad: bullret');
  await expect(page.getByText(/^Saknas:/)).toHaveCount(0);
  await page.getByText('Jag är jävig i ärendet').click();
  await expect(page.getByText(/får inte vara närvarande/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

  await page.getByLabel('Läs senast').fill('2026-11-28');
  const plan = page.getByRole('region', { name: 'Läsplan' });
  await expect(plan.getByText(/senast lör 28 november|skulle ha varit läst lör 28 november/)).toBeVisible();
  await plan.getByLabel(/^Läshastighet/).fill('300');
  await plan.getByLabel(/^Läshastighet/).press('Enter');
  await expect(plan.getByText('Bestämd av dig')).toBeVisible();

  const isAwake = (): Promise<boolean> =>
    first.app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));
  expect(await isAwake()).toBe(false);
  await page.getByRole('button', { name: 'Mötesläge' }).click();
  await expect.poll(isAwake).toBe(true);
  await expect(page.getByText('Ordförande! Bullret är inte utrett.')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Skriv något som sägs nu' })
    .fill('Ordföranden: bordläggning möjlig');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Sparat kl\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /Svar på motion/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(isAwake).toBe(false);
  await first.app.close();

  const again = await launch({ profile: first.profile, size: { width: 1366, height: 768 } });
  await again.app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (...options: unknown[]) => {
      const asked = options.at(-1) as { defaultPath: string };
      const extension = asked.defaultPath.split('.').at(-1) ?? '';
      return Promise.resolve({ canceled: false, filePath: `${folder}/ut.${extension}` });
    };
  }, out);
  await again.page.getByRole('button', { name: 'Läs vidare' }).click();
  await expect(again.page.getByRole('treegrid', { name: 'Föredragningslista' })).toBeVisible();
  await again.page.keyboard.press('Control+e');
  await again.page
    .getByRole('navigation', { name: 'Ärenden' })
    .getByRole('button', { name: /Detaljplan/ })
    .click();
  await expect(again.page.getByRole('textbox', { name: 'Stycke 1' })).toHaveValue(/Bullret är inte utrett/);
  await expect(again.page.getByText(/bordläggning möjlig/)).toBeVisible();
  await again.page.getByRole('button', { name: 'Exportera' }).click();
  await again.page.getByRole('menuitem', { name: /Sammanfattning för webben/ }).click();
  await again.page.getByText('7. Detaljplan för Kyrkbyn').click();
  await again.page
    .getByRole('textbox', { name: 'Din text till allmänheten' })
    .fill('Planen behöver utredas.');
  const preview = again.page.getByRole('region', { name: 'Så här blir den' });
  await expect(preview.getByText('Planen behöver utredas.')).toBeVisible();
  await expectNoFaults(again.page, 'the digest');
  await preview.getByRole('button', { name: 'Spara som webbsida' }).click();
  await expect(again.page.getByText(/Sparat: .*ut\.html/)).toBeVisible();
  const digest = readFileSync(path.join(out, 'ut.html'), 'utf8');
  expect(digest).toContain('<p>Planen behöver utredas.</p>');
  expect(digest).not.toMatch(/Bullret är inte utrett|bordläggning möjlig|Samhällsbyggnad/);
  await again.page.getByRole('button', { name: 'Till förberedelsen' }).click();
  for (const [name, extension, holds] of [
    [/Förberedelsen: PDF/, 'pdf', /^%PDF-[\s\S]*\/StructTreeRoot/],
    [/Förberedelsen: Markdown/, 'md', /Återremiss/],
    [/Kalkylblad/, 'csv', /bordläggning möjlig/],
    [/Kalender/, 'ics', /BEGIN:VEVENT/],
    [/JSON-LD/, 'jsonld', /"AnnotationPage"/],
  ] as const) {
    await again.page.getByRole('button', { name: 'Exportera' }).click();
    await again.page.getByRole('menuitem', { name }).click();
    await expect(again.page.getByText(new RegExp(`Sparat: .*ut\\.${extension}`))).toBeVisible();
    const bytes = readFileSync(path.join(out, `ut.${extension}`));
    expect(bytes.toString(extension === 'pdf' ? 'latin1' : 'utf8')).toMatch(holds);
  }
  await again.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, out);
  await again.page.evaluate(async () => {
    const { library, meeting, notes } = window.beredd.client;
    const view = await library.view();
    const meetingId = view.ok ? (view.value.meetings[0]?.meetingId ?? '') : '';
    const opened = await meeting.open({ meetingId });
    const item = opened.ok ? opened.value.agenda.find(({ number }) => number === '7') : undefined;
    const document = item?.documents[0];
    if (item === undefined || document === undefined) throw new Error('no document');
    const quads = [[70, 700, 200, 700, 70, 680, 200, 680]];
    await notes.add({
      draft: {
        kind: 'highlight',
        noteClass: 'private',
        colour: 'green',
        text: 'Viktigt',
        target: {
          meeting: meetingId,
          source: { type: 'document', document: document.id, item: item.id },
          selectors: [{ type: 'PageSelector', sha256: document.sha256, page: 1, quads }],
        },
      },
    });
  });
  await again.page.getByRole('button', { name: 'Exportera' }).click();
  await again.page.getByRole('menuitem', { name: /PDF-kopior/ }).click();
  await expect(again.page.getByText(/^1 kopia med 1 anteckning/)).toBeVisible();
  expect(readFileSync(path.join(out, 'Tjänsteskrivelse.pdf'), 'latin1')).toContain('/Highlight');
  await again.app.evaluate(
    ({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    },
    path.join(out, 'ut.jsonld'),
  );
  await again.page.getByRole('button', { name: 'Exportera' }).click();
  await again.page.getByRole('menuitem', { name: /Hämta in anteckningar/ }).click();
  await expect(again.page.getByText('Finns redan').first()).toBeVisible();
  await again.app.close();
});
