import { mkdtemp, writeFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeCard } from '../../../core/exchange/card.ts';
import { writeReceipt } from '../../../core/exchange/receipt.ts';
import { recipientsOf } from '../../../electron/people/peopleStore.ts';
import { sortExchanged } from '../../../electron/people/exchangedFiles.ts';
import { rawZip } from '../../support/rawZip.ts';
import { valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { cardOf, folder, inAFolderOfItsOwn, put, scene, signerOf } from './peopleScene.ts';

inAFolderOfItsOwn();

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
