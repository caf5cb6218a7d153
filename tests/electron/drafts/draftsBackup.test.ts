import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodySettingsFor } from '../../../core/draft/summonsDeadline.ts';
import type { DraftsService } from '../../../electron/drafts/draftsService.ts';
import { draftKeysOf } from '../../../electron/identity/draftKeys.ts';
import { createDraftVault } from '../../../electron/identity/draftVault.ts';
import { openKeyring } from '../../../electron/identity/keyring.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { draftId, sampleDocument, sampleFile, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { takePartIn } from '../../support/takePartIn.ts';
import { filesBelow, newFolder, openSome, valueOf } from './draftScene.ts';

const canary = 'KANARIEFÅGEL-5d11';
const passphrase = 'häst batteri häftklammer';

/** An office's computer: its own keyring under a passphrase, and drafts whose clock can be set. */
async function computer(clock = { now: 1000 }) {
  const folder = newFolder();
  const noStore = {
    isAvailable: () => false,
    wrap: () => new Uint8Array(),
    unwrap: () => null,
  };
  const keyring = valueOf(
    await openKeyring({
      folder,
      protection: { system: noStore, passphrases: ageSealing(8) },
      now: () => clock.now,
    }),
  );
  const drafts = await openSome(folder, {
    vault: createDraftVault(keyring),
    keys: draftKeysOf(keyring),
    now: () => clock.now,
  });
  return { folder, keyring, drafts, clock };
}

const exported = async (drafts: DraftsService): Promise<unknown> =>
  JSON.parse(JSON.stringify(valueOf(await drafts.backupPart.export())));

async function addDocument(drafts: DraftsService, id: string, itemId: string, n: number): Promise<void> {
  const source = path.join(newFolder(), `${n}.pdf`);
  fs.writeFileSync(source, `%PDF handling ${n} ${canary}`);
  const taken = valueOf(await valueOf(await drafts.contents(id)).take(source, { sealed: false }));
  const file = sampleFile(`${n}.pdf`, { sha256: taken.sha256, size: taken.size });
  const documents = [sampleDocument(n, { file: file.sha256 })];
  valueOf(await drafts.edit(id, { do: 'addDocuments', itemId, at: 0, documents, files: [file] }));
}

/** A draft with one open item and one that is sealed, each with a document. */
async function begun(drafts: DraftsService): Promise<string> {
  const { id } = valueOf(await drafts.create({ from: 'nothing', bodyId: null, kind: 'meeting' })).draft;
  for (const n of [1, 2]) {
    const item = sampleItem(n, { title: n === 1 ? 'Vägarna' : `${canary} ärende` });
    valueOf(await drafts.edit(id, { do: 'addItem', item, parent: null, at: n - 1 }));
    await addDocument(drafts, id, draftId('item', n), n);
  }
  valueOf(await drafts.edit(id, { do: 'setSeal', itemId: draftId('item', 2), seal: sampleSeal() }));
  return id;
}

const rename = (drafts: DraftsService, id: string, title: string) =>
  drafts.edit(id, { do: 'setMeeting', patch: { title } });
const titleOf = async (drafts: DraftsService, id: string) =>
  valueOf(await drafts.open(id)).draft.meeting.title;

describe('drafts in a backup', () => {
  it('come to another computer whole, what is sealed encrypted on the way and on its disk', async () => {
    const here = await computer();
    valueOf(await here.keyring.begin(passphrase));
    const id = await begun(here.drafts);
    const part = await exported(here.drafts);
    const { drafts: carried } = JSON.parse(JSON.stringify(part));
    expect(JSON.stringify(carried)).not.toContain(canary);

    const there = await computer();
    valueOf(await takePartIn(there.drafts.backupPart, part, passphrase));
    const view = valueOf(await there.drafts.open(id));
    expect(view.draft).toEqual(valueOf(await here.drafts.open(id)).draft);
    expect(view.lockedItems).toEqual([]);
    const contents = valueOf(await there.drafts.contents(id));
    expect(view.draft.files.map(({ sha256 }) => contents.has(sha256))).toEqual([true, true]);
    const inItsFiles = filesBelow(there.folder).filter(({ bytes }) => bytes.includes(`${canary} ärende`));
    expect(inItsFiles).toEqual([]);
  });

  it('never replace a newer draft, and replace an older one that is open', async () => {
    const { drafts, clock, keyring } = await computer();
    valueOf(await keyring.begin(passphrase));
    const id = await begun(drafts);
    valueOf(await rename(drafts, id, 'I säkerhetskopian'));
    const part = await exported(drafts);
    clock.now = 2000;
    valueOf(await rename(drafts, id, 'Senare här'));
    valueOf(await takePartIn(drafts.backupPart, part, passphrase));
    expect(await titleOf(drafts, id)).toBe('Senare här');

    const newer = await exported(drafts);
    const other = await computer();
    valueOf(await takePartIn(other.drafts.backupPart, part, passphrase));
    expect(await titleOf(other.drafts, id)).toBe('I säkerhetskopian');
    const told: string[] = [];
    other.drafts.onChanged(({ draft }) => told.push(draft.meeting.title));
    valueOf(await takePartIn(other.drafts.backupPart, newer, passphrase));
    expect(await titleOf(other.drafts, id)).toBe('Senare här');
    expect(told).toEqual(['Senare här']);
  });

  it('bring the bodies that are missing, and leave those that are here as they are', async () => {
    const [here, there] = [await computer(), await computer()];
    const settings = bodySettingsFor('Kommunstyrelsen', {
      municipality: 'Granåsa kommun',
      office: 'Kansliet',
    });
    const body = (n: number, name: string) => ({ id: draftId('body', n), name, roster: null });
    valueOf(await here.drafts.saveBody(body(1, 'Kommunstyrelsen'), settings));
    valueOf(await here.drafts.saveBody(body(2, 'Vård- och omsorgsnämnden'), settings));
    valueOf(await there.drafts.saveBody(body(1, 'Styrelsen'), settings));
    const part = await exported(here.drafts);
    for (let again = 0; again < 2; again++)
      valueOf(await takePartIn(there.drafts.backupPart, part, passphrase));
    expect(there.drafts.bodies().map((entry) => entry.body.name)).toEqual([
      'Styrelsen',
      'Vård- och omsorgsnämnden',
    ]);
  });

  it('take no file under another content’s name', async () => {
    const [here, there] = [await computer(), await computer()];
    const { id } = valueOf(
      await here.drafts.create({ from: 'nothing', bodyId: null, kind: 'meeting' }),
    ).draft;
    valueOf(await here.drafts.edit(id, { do: 'addItem', item: sampleItem(1), parent: null, at: 0 }));
    await addDocument(here.drafts, id, draftId('item', 1), 1);
    const text = JSON.stringify(await exported(here.drafts));
    const forged = JSON.parse(text.replace(/("files":\{"[0-9a-f]{64}":")[^"]+/, '$1Zm9yZmFsc2thZA=='));
    valueOf(await takePartIn(there.drafts.backupPart, forged, passphrase));
    const [file] = valueOf(await there.drafts.open(id)).draft.files;
    expect(valueOf(await there.drafts.contents(id)).has(file?.sha256 ?? '')).toBe(false);
  });
});
