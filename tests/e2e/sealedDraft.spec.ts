import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { freshFolder, launch } from './launch.ts';
import { textDocument } from './meetingPack.ts';

const size = { width: 1366, height: 768 };
const passphrase = 'korp valross orgel mimosa';
/** Words of the draft's sealed item that must be nowhere on the disk in the clear: its title, its document, its file's name. */
const canaries = ['Rubrikkanarie', 'Handlingskanarie', 'filkanarie'];
const openCanary = 'Öppetkanarie';

/** Files below the folders in which one of the words stands as UTF-8 or UTF-16. */
function filesWith(words: readonly string[], folders: readonly string[]): readonly string[] {
  const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    )
    .filter((file) => existsSync(file) && statSync(file).isFile())
    .filter(
      (file) =>
        words.some((word) => file.includes(word)) ||
        needles.some((needle) => readFileSync(file).includes(needle)),
    );
}

async function pdfOnDisk(name: string, words: string): Promise<string> {
  const file = path.join(freshFolder('handlingar'), name);
  // Also where PDFium does not look.
  writeFileSync(file, Buffer.concat([await textDocument(words, 2), Buffer.from(`\n% ${words}\n`)]));
  chmodSync(file, 0o644);
  return file;
}

/** A draft with an item that is sealed before its document comes, made through the window's own bridge. */
const makeDraft = (page: Page, file: string): Promise<string> =>
  page.evaluate(
    async ({ path: pdf, phrase, words }) => {
      const { drafts, identity } = window.beredd.client;
      const must = <T>(answer: { ok: true; value: T } | { ok: false; error: object }): T => {
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        return answer.value;
      };
      must(
        await identity.make({
          person: { person: null, name: 'Alva Ödmark', bodies: [], roles: [] },
          passphrase: phrase,
        }),
      );
      const { draft } = must(
        await drafts.create({ start: { from: 'nothing', bodyId: null, kind: 'meeting' } }),
      );
      const draftId = draft.id;
      const item = (id: string, title: string) => ({
        id,
        number: null,
        numberFixed: false,
        title,
        itemKind: 'decision' as const,
        registryNumber: null,
        presenter: null,
        minutes: null,
        proposedDecision: [],
        documents: [],
        conflicts: [],
        seal: null,
        extensions: {},
        children: [],
      });
      const itemId = crypto.randomUUID();
      const edit = async (change: Parameters<typeof drafts.edit>[0]['edit']) =>
        must(await drafts.edit({ draftId, edit: change }));
      await edit({ do: 'setMeeting', patch: { title: 'Nämndens sammanträde' } });
      await edit({
        do: 'addItem',
        item: item(crypto.randomUUID(), `${words.open} ärende`),
        parent: null,
        at: 0,
      });
      await edit({ do: 'addItem', item: item(itemId, `${words.sealed} om ett avtal`), parent: null, at: 1 });
      const seal = { reason: 'secrecy' as const, ground: null, publicTitle: null, entitled: [], slug: null };
      await edit({ do: 'setSeal', itemId, seal });
      must(await drafts.addFiles({ job: crypto.randomUUID(), draftId, itemId, at: 0, paths: [pdf] }));
      await edit({ do: 'setItem', itemId, patch: { proposedDecision: [`${words.sealed} godkänns.`] } });
      return draftId;
    },
    { path: file, phrase: passphrase, words: { sealed: canaries[0] ?? '', open: openCanary } },
  );

const agenda = (page: Page) => page.getByRole('treegrid', { name: 'Föredragningslista' });

async function openDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await page.getByRole('article').getByRole('button').first().click();
  await expect(agenda(page).getByRole('row')).toHaveCount(2);
}

test('a sealed item of a draft is nowhere on the disk in the clear, survives a kill, and comes back with the key', async () => {
  const profile = freshFolder();
  const temporary = freshFolder('temporary');
  const env = { TMPDIR: temporary };
  const first = await launch({ profile, size, env });
  const { page } = first;
  await makeDraft(page, await pdfOnDisk(`${canaries[2]}.pdf`, canaries[1] ?? ''));
  await openDraft(page);
  await agenda(page)
    .getByRole('row', { name: /Rubrikkanarie/ })
    .click();
  await page.getByRole('button', { name: /^Titta på/ }).click();
  const viewer = page.getByRole('dialog');
  await expect(viewer.locator('.ui-drawn-sheet[data-state="drawn"]').first()).toBeVisible({
    timeout: 20_000,
  });
  await viewer.getByRole('button', { name: 'Stäng' }).last().click();
  expect(filesWith(canaries, [profile, temporary])).toEqual([]);
  // What is open is there for everyone to read: the search itself works.
  expect(filesWith([openCanary], [profile]).length).toBeGreaterThan(0);

  const gone = first.app.waitForEvent('close');
  execFileSync('pkill', ['-KILL', '-f', `profile=${profile}`]);
  await gone;
  expect(filesWith(canaries, [profile, temporary])).toEqual([]);

  const second = await launch({ profile, size, env });
  await openDraft(second.page);
  const sealed = agenda(second.page).getByRole('row', { name: /Sekretessärende/ });
  await expect(sealed).toBeVisible();
  const unlocked = await second.page.evaluate(
    (phrase) => window.beredd.client.identity.unlock({ passphrase: phrase }),
    passphrase,
  );
  expect(unlocked.ok ? null : unlocked.error).toBeNull();
  await agenda(second.page)
    .getByRole('row', { name: /Rubrikkanarie/ })
    .click();
  await expect(second.page.getByRole('grid', { name: 'Handlingar' })).toContainText('2 sidor');
  await second.app.close();
  expect(filesWith(canaries, [profile, temporary])).toEqual([]);
});
