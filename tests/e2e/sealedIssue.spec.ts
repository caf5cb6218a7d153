import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { confirmWords } from './confirmWords.ts';
import { freshFolder, launch } from './launch.ts';
import { textDocument } from './meetingPack.ts';

const passphrase = 'korp valross orgel mimosa';
const officePassphrase = 'tegel lingon brygga vante';
/** Words of a sealed document and of its item's title: nowhere in the clear after issuing and reading. */
const canaries = ['Byggkanarie', 'Rubrikkanarie'];
const member = '44444444-0000-4000-8000-000000000001';
const itemId = '55555555-0000-4000-8000-000000000001';

const answerDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);

function leaksIn(folder: string): readonly string[] {
  const needles = canaries.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file) && statSync(file).isFile())
    .filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}

/** A member makes an identity and gives the office their card. */
async function cardOfMember(profile: string, file: string): Promise<void> {
  const { app, page } = await launch({ profile });
  await answerDialogs(app, file);
  await page.evaluate(async (secret) => {
    const { identity } = window.beredd.client;
    const person = { person: null, name: 'Alva Ödmark', bodies: [], roles: [] };
    const made = await identity.make({ person, passphrase: secret });
    if (!made.ok) throw new Error(made.error.code);
    const saved = await identity.saveCard();
    if (!saved.ok) throw new Error(saved.error.code);
  }, passphrase);
  await app.close();
}

/** Takes in the card, compares its words, and prepares a meeting with one sealed item for that member. */
async function prepareSealed(page: Page, card: string, document: string): Promise<void> {
  await page.evaluate(
    async (facts) => {
      const { drafts, people } = window.beredd.client;
      const must = <T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value;
      };
      must(await people.makeKey({ name: 'Kommunkansliet', passphrase: facts.officePassphrase }));
      const [taken] = must(await people.importFiles({ paths: [facts.card] }));
      if (taken?.kind !== 'card') throw new Error('the card was refused');
      must(await people.confirm({ person: taken.person, matches: true }));
      must(await people.link({ person: taken.person, member: facts.member }));
      const { draft } = must(
        await drafts.create({ start: { from: 'nothing', bodyId: null, kind: 'meeting' } }),
      );
      const draftId = draft.id;
      const members = [{ id: facts.member, name: 'Alva Ödmark', party: 'S', role: 'member' as const }];
      const roster = { members, callIn: [], source: null };
      const edits: Parameters<typeof drafts.edit>[0]['edit'][] = [
        { do: 'setIssuer', municipality: 'Granåsa kommun', office: 'Kommunkansliet' },
        { do: 'setBody', body: { ...draft.meeting.body, name: 'Kommunstyrelsen', roster } },
        {
          do: 'setMeeting',
          patch: { title: 'Kommunstyrelsen 7 juni', start: '2033-06-07T13:00:00+02:00', place: 'Storsalen' },
        },
        {
          do: 'addItem',
          parent: null,
          at: 0,
          item: {
            id: facts.itemId,
            number: '1',
            numberFixed: false,
            title: 'Rubrikkanarie om ett avtal',
            itemKind: 'decision',
            registryNumber: null,
            presenter: null,
            minutes: null,
            proposedDecision: ['Avtalet godkänns.'],
            documents: [],
            conflicts: [],
            seal: {
              reason: 'secrecy',
              ground: 'OSL 19 kap. 3 §',
              publicTitle: null,
              entitled: [facts.member],
              slug: null,
            },
            extensions: {},
            children: [],
          },
        },
      ];
      for (const edit of edits) must(await drafts.edit({ draftId, edit }));
      must(
        await drafts.addFiles({
          job: crypto.randomUUID(),
          draftId,
          itemId: facts.itemId,
          at: 0,
          paths: [facts.document],
        }),
      );
    },
    { card, document, member, itemId, officePassphrase },
  );
}

test('a sealed item is issued for one member, opens for that member, and leaves no word on either disk', async () => {
  const outside = freshFolder('outside');
  const [office, councillor] = [freshFolder(), freshFolder()];
  const temporary = freshFolder('temporary');
  const card = path.join(outside, 'alva.beredd-card');
  const pack = path.join(outside, 'kallelse.beredd');
  const document = path.join(outside, 'avtal.pdf');
  writeFileSync(
    document,
    Buffer.concat([await textDocument('Byggkanarie', 2), Buffer.from('\n% Byggkanarie\n')]),
  );
  await cardOfMember(councillor, card);

  const secretary = await launch({ profile: office, env: { TMPDIR: temporary } });
  await prepareSealed(secretary.page, card, document);
  await answerDialogs(secretary.app, pack);
  await secretary.page.getByRole('button', { name: 'Förbered kallelse' }).click();
  await secretary.page
    .getByRole('button', { name: /Kommunstyrelsen 7 juni/ })
    .first()
    .click();
  await secretary.page.getByRole('button', { name: /^Ge ut/ }).click();
  await secretary.page.getByRole('button', { name: /^Signera och ge ut/ }).click();
  await expect(secretary.page.getByText(/är signerad, kontrollerad och utlagd/)).toBeVisible({
    timeout: 30_000,
  });
  await secretary.app.close();
  expect(leaksIn(office)).toEqual([]);
  expect(leaksIn(temporary)).toEqual([]);
  const packed = readFileSync(pack);
  for (const word of canaries) expect(packed.includes(word)).toBe(false);

  const reader = await launch({ profile: councillor, args: [pack], env: { TMPDIR: temporary } });
  const unlocked = await reader.page.evaluate(
    (secret) => window.beredd.client.identity.unlock({ passphrase: secret }),
    passphrase,
  );
  expect(unlocked.ok).toBe(true);
  await confirmWords(reader.page);
  await reader.page
    .getByRole('treegrid', { name: 'Föredragningslista' })
    .getByRole('row', { name: /Rubrikkanarie/ })
    .first()
    .click();
  await expect(
    reader.page.getByRole('region', { name: 'Handlingar' }).getByText('Sida 1 rad 2').first(),
  ).toBeAttached({ timeout: 30_000 });
  await reader.app.close();
  expect(leaksIn(councillor)).toEqual([]);
  expect(leaksIn(temporary)).toEqual([]);
  // The search itself finds what is in the clear.
  expect(leaksIn(outside)).toEqual([document]);
});
