import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeCard } from '../../../core/exchange/card.ts';
import { readKeyLetter } from '../../../core/exchange/keyLetter.ts';
import { peopleCsv } from '../../../core/exchange/peopleCsv.ts';
import { writeReceipt } from '../../../core/exchange/receipt.ts';
import { verifyEnvelope } from '../../../electron/crypto/envelopeSigning.ts';
import { openItemKey } from '../../../electron/sealing/openSealedItem.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { cardOf, folder, inAFolderOfItsOwn, persons, put, scene, signerOf } from './peopleScene.ts';

inAFolderOfItsOwn();

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
