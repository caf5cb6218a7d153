import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { textDocument } from './meetingPack.ts';
import { freshFolder, launch } from './launch.ts';

const itemId = '55555555-0000-4000-8000-000000000001';

/** The system's dialogs answer at once: what is saved goes to `file`, what is opened is `folder`. */
const answerDialogs = (app: ElectronApplication, file: string, folder: string): Promise<void> =>
  app.evaluate(
    ({ dialog }, answer) => {
      const saved = { canceled: false, filePath: answer.file };
      dialog.showSaveDialog = () => Promise.resolve(saved);
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer.folder] });
    },
    { file, folder },
  );

/** A draft that pre-flight lets through: made by the contract, since making one by hand is another test's. */
async function readyDraft(page: Page, pdf: string): Promise<string> {
  return page.evaluate(
    async ({ file, id }) => {
      const { drafts, people } = window.beredd.client;
      const made = await drafts.create({ start: { from: 'nothing', bodyId: null, kind: 'meeting' } });
      if (!made.ok) throw new Error(made.error.code);
      const { draft } = made.value;
      const draftId = draft.id;
      const edits: Parameters<typeof drafts.edit>[0]['edit'][] = [
        { do: 'setIssuer', municipality: 'Granåsa kommun', office: 'Kommunkansliet' },
        { do: 'setBody', body: { ...draft.meeting.body, name: 'Kommunstyrelsen' } },
        {
          do: 'setMeeting',
          patch: { title: 'Kommunstyrelsen 7 juni', start: '2033-06-07T13:00:00+02:00', place: 'Storsalen' },
        },
        {
          do: 'addItem',
          parent: null,
          at: 0,
          item: {
            id,
            number: '1',
            numberFixed: false,
            title: 'Detaljplan för Kyrkbyn',
            itemKind: 'decision',
            registryNumber: null,
            presenter: null,
            minutes: null,
            proposedDecision: ['Planen antas.'],
            documents: [],
            conflicts: [],
            seal: null,
            extensions: {},
            children: [],
          },
        },
      ];
      for (const edit of edits) {
        const done = await drafts.edit({ draftId, edit });
        if (!done.ok) throw new Error(done.error.code);
      }
      const added = await drafts.addFiles({
        job: crypto.randomUUID(),
        draftId,
        itemId: id,
        at: 0,
        paths: [file],
      });
      if (!added.ok) throw new Error(added.error.code);
      const key = await people.makeKey({ name: 'Kommunkansliet', passphrase: 'en tämligen lång lösenfras' });
      if (!key.ok) throw new Error(key.error.code);
      return draftId;
    },
    { file: pdf, id: itemId },
  );
}

async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Ge ut/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Signera och ge ut/ }).click();
  await expect(dialog.getByText(/är signerad, kontrollerad och utlagd/)).toBeVisible({ timeout: 30_000 });
}

test('a secretary issues a pack, a councillor reads it, and next day a supplement brings what changed', async () => {
  const work = freshFolder('issued');
  const first = path.join(work, 'kallelse.beredd');
  const report = path.join(work, 'tjansteskrivelse.pdf');
  writeFileSync(report, await textDocument('Tjänsteskrivelse', 3));
  const changed = path.join(work, 'ny.pdf');
  writeFileSync(changed, await textDocument('Tjänsteskrivelse, ändrad', 2));

  const office = await launch({ size: { width: 1366, height: 768 } });
  await answerDialogs(office.app, first, work);
  const draftId = await readyDraft(office.page, report);
  await office.page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await office.page
    .getByRole('button', { name: /Kommunstyrelsen 7 juni/ })
    .first()
    .click();
  await issue(office.page);
  await office.page.getByRole('button', { name: /Spara öppen version/ }).click();
  await expect(office.page.getByText(/Utelämnat: inga handlingar med personuppgifter/)).toBeVisible();
  const web = path.join(work, 'Kommunstyrelsen 2033-06-07 öppen version', 'index.html');
  expect(readFileSync(web, 'utf8')).toContain('Planen antas.');
  await answerDialogs(office.app, path.join(work, 'kallelse.pdf'), work);
  await office.page.getByRole('button', { name: 'Spara kallelsen som PDF' }).click();
  await expect(office.page.getByText(/Kallelsen är sparad/)).toBeVisible();
  expect(readFileSync(path.join(work, 'kallelse.pdf'), 'latin1')).toMatch(/^%PDF-[\s\S]*\/StructTreeRoot/);
  await office.page.getByRole('button', { name: 'Stäng' }).last().click();

  const second = path.join(work, 'komplettering.beredd');
  await answerDialogs(office.app, second, work);
  await office.page.evaluate(
    async ({ id, file, item }) => {
      const { drafts } = window.beredd.client;
      const opened = await drafts.open({ draftId: id });
      const document = opened.ok
        ? opened.value.draft.items.find((each) => each.id === item)?.documents[0]
        : undefined;
      if (document === undefined) throw new Error('the document is gone');
      const replaced = await drafts.replaceFile({
        job: crypto.randomUUID(),
        draftId: id,
        documentId: document.id,
        path: file,
      });
      if (!replaced.ok) throw new Error(replaced.error.code);
    },
    { id: draftId, file: changed, item: itemId },
  );
  await issue(office.page);
  await office.app.close();

  const councillor = await launch({ args: [first], size: { width: 1366, height: 768 } });
  const { page } = councillor;
  await confirmWords(page);
  const pages = page.getByRole('region', { name: 'Handlingar' });
  await page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: /Detaljplan/ })
    .first()
    .click();
  await expect(pages.getByText('Sida 1 rad 3').first()).toBeAttached();
  const outcomes = await page.evaluate(
    (file) => window.beredd.client.library.importFiles({ paths: [file] }),
    second,
  );
  expect(outcomes).toMatchObject({ ok: true, value: [{ result: { kind: 'updated', revision: 2 } }] });
  await expect(pages.getByText('Tjänsteskrivelse, ändrad').first()).toBeAttached();
  await councillor.app.close();
});
