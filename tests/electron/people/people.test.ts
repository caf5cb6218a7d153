import { mkdtemp, readFile, rm, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../../core/exchange/card.ts';
import { writeCard } from '../../../core/exchange/card.ts';
import { readKeyLetter } from '../../../core/exchange/keyLetter.ts';
import { failure } from '../../../core/errors.ts';
import { peopleCsv } from '../../../core/exchange/peopleCsv.ts';
import { writeReceipt } from '../../../core/exchange/receipt.ts';
import type { Body } from '../../../core/pack/manifest.ts';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import { envelopeSigner, verifyEnvelope } from '../../../electron/crypto/envelopeSigning.ts';
import { createDraftVault } from '../../../electron/identity/draftVault.ts';
import { openKeyring } from '../../../electron/identity/keyring.ts';
import { createOfficeKeys } from '../../../electron/identity/signingKeys.ts';
import { openMunicipality } from '../../../electron/people/municipality.ts';
import type { PeopleService } from '../../../electron/people/peopleService.ts';
import { createPeopleService } from '../../../electron/people/peopleService.ts';
import { openPeopleStore, recipientsOf } from '../../../electron/people/peopleStore.ts';
import { sortExchanged } from '../../../electron/people/exchangedFiles.ts';
import { takeInExchange } from '../../../electron/people/takeInExchange.ts';
import { openItemKey } from '../../../electron/sealing/openSealedItem.ts';
import { openSealingRecords } from '../../../electron/sealing/sealingMemory.ts';
import { nodeDisk } from '../../../electron/storage/nodeDisk.ts';
import { rawZip } from '../../support/rawZip.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { completeItem, people, seal, writeSealedPack } from '../../support/sealedPack.ts';
import type { Person } from '../../support/sealedPack.ts';
import { testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

const now = Date.parse('2026-11-22T12:00:00+01:00');
const body: Body = {
  id: testId('body', 1),
  name: 'Kommunstyrelsen',
  roster: {
    members: [
      { id: testId('person', 1), name: 'Alva Ödmark', party: 'Bygdepartiet', role: 'chair' },
      { id: testId('person', 2), name: 'Bo Lind', party: '=Samling', role: 'substitute' },
    ],
    callIn: [],
    source: null,
  },
};

let folder: string;
let persons: readonly Person[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-people-'));
  persons = await people(2);
});
afterEach(() => rm(folder, { recursive: true }));

const signerOf = (number: number) => envelopeSigner(testSigner(number));
const cardOf = (number: 1 | 2, changes: Partial<Card> = {}): Card => ({
  person: testId('person', number),
  name: number === 1 ? 'Alva Ödmark' : 'Bo Lind',
  bodies: [body.id],
  roles: ['ledamot'],
  recipient: persons[number - 1]?.recipient ?? '',
  signingKey: signerOf(number).publicKey.line,
  issued: '2026-11-02T08:00:00+01:00',
  ...changes,
});

async function scene() {
  const store = valueOf(await openPeopleStore(folder));
  const protection = {
    system: {
      isAvailable: () => true,
      wrap: (text: string) => Buffer.from(text),
      unwrap: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
    },
    passphrases: ageSealing(4),
  };
  const keyring = valueOf(await openKeyring({ folder, protection, now: () => now }));
  const officeKeys = createOfficeKeys(keyring, () => now);
  const municipality = valueOf(await openMunicipality(folder));
  const sealings = valueOf(await openSealingRecords(folder, createDraftVault(keyring)));
  const [chair] = persons;
  const sealed = await seal({
    ...completeItem({ title: 'Hemligt', documents: [{}] }, 1),
    entitled: chair === undefined ? [] : [chair],
    folder,
  });
  const written = await writeSealedPack(path.join(folder, 'ks.beredd'), [sealed]);
  const manifest = { ...written, meeting: { ...written.meeting, body } };
  valueOf(await sealings.keep(manifest.pack.id, new Map([[sealed.publicItem.id, sealed.record]])));
  const service: PeopleService = createPeopleService({
    store,
    officeKeys,
    keyring,
    municipality,
    sealings,
    library: {
      view: () => ({ meetings: [], watchedFolders: [], notices: [] }),
      revisions: () => Promise.resolve(failure('meetingUnknown')),
      shownPack: () => ({
        packId: manifest.pack.id,
        manifest,
        manifestSha256: 'a'.repeat(64),
        issuerKeys: [],
        isKnown: true,
        disposedAt: null,
      }),
    },
    registered: () => Promise.resolve([body]),
    now: () => now,
  });
  const takeIn = async (...paths: string[]) => {
    const { cards, remove } = await sortExchanged(paths, path.join(folder, 'temp'));
    const intake = { store, disk: nodeDisk, bodies: () => Promise.resolve([body.id]), now: () => now };
    const outcomes = await takeInExchange(intake, cards);
    await remove();
    return outcomes;
  };
  return { store, service, takeIn, officeKeys, municipality, sealings, sealed, manifest };
}

const put = async (name: string, bytes: Uint8Array): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
};

describe('cards and receipts', () => {
  test('are taken in from a folder, cards first, each file told for itself', async () => {
    const { takeIn, store } = await scene();
    const inbox = await mkdtemp(path.join(folder, 'inbox-'));
    const receipt = {
      pack: testId('pack', 1),
      revision: 2,
      manifest: 'a'.repeat(64),
      person: testId('person', 1),
      opened: '2026-11-20T08:00:00+01:00',
    };
    await writeFile(path.join(inbox, 'a.beredd-receipt'), writeReceipt(receipt, signerOf(1)));
    await writeFile(path.join(inbox, 'b.beredd-card'), writeCard(cardOf(1), signerOf(1)));
    await writeFile(path.join(inbox, 'c.beredd-card'), writeCard(cardOf(2), signerOf(1)));
    await writeFile(
      path.join(inbox, 'd.beredd-card'),
      writeCard(cardOf(2, { bodies: [testId('body', 9)] }), signerOf(2)),
    );
    await writeFile(
      path.join(inbox, 'e.beredd-card'),
      writeCard(cardOf(2, { issued: '2020-01-01T08:00:00+01:00' }), signerOf(2)),
    );
    await writeFile(path.join(inbox, 'notes.txt'), 'nothing of ours');
    await writeFile(path.join(inbox, '.DS_Store'), 'the system’s own');
    await writeFile(path.join(inbox, 'ks.beredd'), 'a pack goes its own way');
    const outcomes = await takeIn(inbox);
    const told = Object.fromEntries(
      outcomes.map((each) => [each.file[0], each.kind === 'refused' ? each.error.code : each.kind]),
    );
    expect(told).toEqual({
      a: 'receipt',
      b: 'card',
      c: 'exchangeForged',
      d: 'cardOtherBody',
      e: 'cardExpired',
      n: 'exchangeUnreadable',
    });
    expect(store.read().receipts).toMatchObject([{ revision: 2, opened: receipt.opened, disposed: null }]);
  });

  test('are found in a ZIP, and nothing that was unpacked stays', async () => {
    const { takeIn } = await scene();
    const zip = rawZip([
      { name: 'kort/alva.BEREDD-CARD', bytes: writeCard(cardOf(1), signerOf(1)) },
      { name: 'kort/läs mig.txt', bytes: Buffer.from('hej') },
    ]);
    const outcomes = await takeIn(await put('kort.zip', zip));
    expect(outcomes.map(({ file, kind }) => [file, kind])).toEqual([
      ['alva.BEREDD-CARD', 'card'],
      ['läs mig.txt', 'refused'],
    ]);
    expect(await readdir(path.join(folder, 'temp'))).toEqual([]);
  });

  test('a folder or ZIP without them is left to others, and packs in a folder of cards too', async () => {
    const documents = await mkdtemp(path.join(folder, 'handlingar-'));
    await writeFile(path.join(documents, '1.pdf'), '%PDF');
    const inbox = await mkdtemp(path.join(folder, 'inbox-'));
    const pack = path.join(inbox, 'ks.beredd');
    await writeFile(pack, 'x');
    await writeFile(path.join(inbox, 'a.beredd-card'), writeCard(cardOf(1), signerOf(1)));
    const zip = await put('handlingar.zip', rawZip([{ name: '1.pdf', bytes: Buffer.from('%PDF') }]));
    const letter = await put('brev.beredd-key', Buffer.from('{}'));
    const sorted = await sortExchanged([documents, inbox, zip, letter], path.join(folder, 'temp'));
    expect(sorted.cards.map(({ name }) => name)).toEqual(['a.beredd-card']);
    expect(sorted.letters).toEqual([letter]);
    expect(sorted.others).toEqual([documents, pack, zip]);
    await sorted.remove();
  });

  test('a receipt by another key than the person’s card is refused', async () => {
    const { takeIn } = await scene();
    const receipt = {
      pack: testId('pack', 1),
      revision: 1,
      manifest: 'a'.repeat(64),
      person: testId('person', 1),
      opened: '2026-11-20T08:00:00+01:00',
    };
    const [, outcome] = await takeIn(
      await put('k.beredd-card', writeCard(cardOf(1), signerOf(1))),
      await put('r.beredd-receipt', writeReceipt(receipt, signerOf(2))),
    );
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'receiptUnknown' } });
  });

  test('nothing is encrypted for a card before its words were compared, nor after a new key until they are again', async () => {
    const { takeIn, store, service } = await scene();
    const member = testId('person', 1);
    await takeIn(await put('k.beredd-card', writeCard(cardOf(1), signerOf(1))));
    expect(recipientsOf(store.read(), [member])).toEqual({ recipients: [], withoutCard: [member] });
    valueOf(await service.confirm(member, true));
    expect(recipientsOf(store.read(), [member]).recipients).toEqual([cardOf(1).recipient]);
    const renewed = cardOf(1, { issued: '2026-11-10T08:00:00+01:00' });
    await takeIn(await put('n.beredd-card', writeCard(renewed, signerOf(1))));
    expect(recipientsOf(store.read(), [member]).recipients).toHaveLength(1);
    const forged = cardOf(1, {
      issued: '2026-11-21T08:00:00+01:00',
      signingKey: signerOf(2).publicKey.line,
    });
    await takeIn(await put('f.beredd-card', writeCard(forged, signerOf(2))));
    expect(recipientsOf(store.read(), [member])).toEqual({ recipients: [], withoutCard: [member] });
    valueOf(await service.confirm(member, false));
    expect(store.read().cards).toEqual({});
  });

  test('a card with another id is linked to the roster’s member', async () => {
    const { takeIn, store, service } = await scene();
    const other = testId('person', 77);
    await takeIn(await put('k.beredd-card', writeCard(cardOf(2, { person: other }), signerOf(2))));
    expect((await service.view()).people[0]?.member).toBeNull();
    valueOf(await service.link(other, testId('person', 2)));
    valueOf(await service.confirm(other, true));
    expect(recipientsOf(store.read(), [testId('person', 2)]).recipients).toEqual([cardOf(2).recipient]);
    expect((await service.view()).members.map(({ card }) => card)).toEqual(['none', 'compared']);
  });
});

describe('per person and meeting', () => {
  test('it is told who has a card, opened what and may see which sealed item, also as CSV', async () => {
    const { takeIn, service, manifest, sealed } = await scene();
    await takeIn(await put('k.beredd-card', writeCard(cardOf(1), signerOf(1))));
    valueOf(await service.confirm(testId('person', 1), true));
    const common = { pack: manifest.pack.id, manifest: 'a'.repeat(64), person: testId('person', 1) };
    await takeIn(
      await put(
        'r.beredd-receipt',
        writeReceipt({ ...common, revision: 1, opened: '2026-11-20T08:00:00+01:00' }, signerOf(1)),
      ),
      await put(
        'd.beredd-receipt',
        writeReceipt({ ...common, revision: 1, disposed: '2026-11-21T08:00:00+01:00' }, signerOf(1)),
      ),
    );
    const view = valueOf(await service.meeting(manifest.meeting.id));
    expect(view.rows).toMatchObject([
      { card: 'compared', openedRevision: 1, maySee: [sealed.publicItem.id] },
      { card: 'none', openedRevision: null, maySee: [] },
    ]);
    const words = {
      name: 'Namn',
      party: 'Parti',
      card: 'Kort',
      openedRevision: 'Rev',
      opened: 'Öppnad',
      disposed: 'Gallrad',
      sentRevision: (revision: number) => `Rev ${revision} skickad`,
      openedOf: (revision: number) => `Rev ${revision} öppnad`,
      cardStates: { none: 'inget', notCompared: 'ej jämfört', compared: 'ja' },
      yes: 'får se',
    };
    const [head, first, second] = peopleCsv(view, words).split('\r\n');
    expect(head).toBe(
      '\ufeffNamn;Parti;Kort;Rev;Öppnad;Gallrad;Rev 1 skickad;Rev 1 öppnad;1 Sekretessärende',
    );
    expect(first).toBe(
      'Alva Ödmark;Bygdepartiet;ja;1;2026-11-20T08:00:00+01:00;2026-11-21T08:00:00+01:00;;2026-11-20T08:00:00+01:00;får se',
    );
    // A spreadsheet must not take a name for a formula.
    expect(second).toBe("Bo Lind;'=Samling;inget;;;;;;");
  });

  test('who was sent which revision is noted, taken back, and kept when everybody gets it at once', async () => {
    const { service, manifest } = await scene();
    const meetingId = manifest.meeting.id;
    const sentTo = async () => {
      const { rows } = valueOf(await service.meeting(meetingId));
      return rows.map(({ revisions }) => revisions[0]?.sent ?? null);
    };
    const [mailed, shared] = ['2026-11-20T09:00:00+01:00', '2026-11-21T09:00:00+01:00'];
    const first = { revision: 1, members: [testId('person', 1)] };
    valueOf(await service.markSent(meetingId, { ...first, sent: mailed }));
    expect(await sentTo()).toEqual([mailed, null]);
    valueOf(await service.delivered(meetingId, 1, shared));
    expect(await sentTo()).toEqual([mailed, shared]);
    valueOf(await service.markSent(meetingId, { ...first, sent: null }));
    expect(await sentTo()).toEqual([null, shared]);
  });

  test('a key letter is written for one person with a compared card, and opens the item for them', async () => {
    const { takeIn, service, officeKeys, sealings, manifest, sealed } = await scene();
    const key = valueOf(await officeKeys.make('Kansliet', null));
    const order = {
      meetingId: manifest.meeting.id,
      itemId: sealed.publicItem.id,
      member: testId('person', 2),
      keyId: key.keyId,
      passphrase: null,
    };
    expect(failureOf(await service.letter(order)).code).toBe('cardNotCompared');
    await takeIn(await put('k.beredd-card', writeCard(cardOf(2), signerOf(2))));
    valueOf(await service.confirm(testId('person', 2), true));
    const { bytes } = valueOf(await service.letter(order));
    const letter = valueOf(readKeyLetter(bytes, verifyEnvelope));
    expect(letter.key).toBe(key.keyId);
    const payload = Buffer.from(letter.content.key, 'base64');
    const identities = [persons[1]?.identity ?? ''];
    expect(valueOf(await openItemKey(payload, identities))).toBe(sealed.record.itemKey);
    expect(valueOf(await service.meeting(order.meetingId)).rows[1]?.maySee).toEqual([sealed.publicItem.id]);
    expect(failureOf(await service.letter({ ...order, itemId: testId('item', 9) })).code).toBe(
      'sealedNotEntitled',
    );
    const hidden = { ...sealed.record, hiddenFrom: [order.member] };
    valueOf(await sealings.keep(manifest.pack.id, new Map([[order.itemId, hidden]])));
    expect(failureOf(await service.letter(order)).code).toBe('letterHidden');
  });
});

describe('what the office keeps of sealed items', () => {
  test('is read back, and stands nowhere in the clear', async () => {
    const { sealings, manifest, sealed } = await scene();
    const record = valueOf(await sealings.record(manifest.pack.id, sealed.publicItem.id));
    expect(record).toEqual(sealed.record);
    expect(valueOf(await sealings.record(manifest.pack.id, testId('item', 9)))).toBeNull();
    expect(await readFile(path.join(folder, 'sealings.json'), 'utf8')).not.toContain('AGE-SECRET-KEY');
  });
});
