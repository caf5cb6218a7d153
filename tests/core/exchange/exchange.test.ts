import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../core/exchange/card.ts';
import { cardStanding, readCard, writeCard } from '../../../core/exchange/card.ts';
import { envelopeFormatOf, writeEnvelope } from '../../../core/exchange/envelope.ts';
import { readIdentityFile, writeIdentityFile } from '../../../core/exchange/identityFile.ts';
import { readKeyLetter, writeKeyLetter } from '../../../core/exchange/keyLetter.ts';
import { readReceipt, writeReceipt } from '../../../core/exchange/receipt.ts';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import { encodeUtf8 } from '../../../core/pack/utf8.ts';
import { envelopeSigner, verifyEnvelope } from '../../../electron/crypto/envelopeSigning.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testSigner } from '../../support/testSigner.ts';

const mine = envelopeSigner(testSigner(1));
const others = envelopeSigner(testSigner(2));
const body = '11111111-1111-4111-8111-111111111111';
const card: Card = {
  person: '22222222-2222-4222-8222-222222222222',
  name: 'Alva Ödmark',
  bodies: [body],
  roles: ['ledamot'],
  recipient: `age1${'q'.repeat(58)}`,
  signingKey: mine.publicKey.line,
  issued: '2026-11-02T08:00:00+01:00',
};
const now = Date.parse('2026-11-22T12:00:00+01:00');
const read = (bytes: Uint8Array) => readCard(bytes, verifyEnvelope);
const bytesOf = (value: unknown): Uint8Array => encodeUtf8(canonicalJson(value));

describe('a signed envelope', () => {
  test('gives back the card that was written', () => {
    expect(valueOf(read(writeCard(card, mine)))).toEqual({ content: card, key: card.signingKey });
  });

  test('gives back key letters, receipts and identities', () => {
    const letter = { pack: body, revision: 3, item: card.person, key: 'YWdl' };
    expect(valueOf(readKeyLetter(writeKeyLetter(letter, mine), verifyEnvelope)).content).toEqual(letter);
    const common = { pack: body, revision: 3, manifest: 'a'.repeat(64), person: card.person };
    for (const receipt of [
      { ...common, opened: card.issued },
      { ...common, disposed: card.issued },
    ]) {
      expect(valueOf(readReceipt(writeReceipt(receipt, mine), verifyEnvelope)).content).toEqual(receipt);
    }
    const { issued: created, ...person } = card;
    const identity = {
      ...person,
      signingSecret: 'A'.repeat(64),
      ageIdentity: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
      created,
    };
    expect(valueOf(readIdentityFile(writeIdentityFile(identity, mine), verifyEnvelope)).content).toEqual(
      identity,
    );
  });

  test('is refused after any single change of a byte', () => {
    const bytes = writeCard(card, mine);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(read(changed).ok).toBe(false);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  test('never throws on other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(read(bytes).ok).toBe(false);
      }),
      { seed: 1 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(read(bytesOf({ format: 'beredd-card', version: 1, content: value })).ok).toBe(false);
      }),
      { seed: 1 },
    );
  });

  test('tells a forged file from a damaged and a newer one', () => {
    const envelope: unknown = JSON.parse(new TextDecoder().decode(writeCard(card, mine)));
    if (typeof envelope !== 'object' || envelope === null) throw new Error('no envelope');
    const altered = { ...envelope, content: { ...card, name: 'Någon annan' } };
    expect(failureOf(read(bytesOf(altered))).code).toBe('exchangeForged');
    expect(failureOf(read(bytesOf({ ...envelope, version: 2, extra: 1 }))).code).toBe('exchangeNewer');
    expect(failureOf(read(bytesOf({ ...envelope, extra: 1 })))).toMatchObject({
      code: 'exchangeUnreadable',
      detail: { rule: 'unknown-key' },
    });
    expect(failureOf(read(new Uint8Array(300_000))).detail).toMatchObject({ rule: 'too-large' });
  });

  test('of one kind is not accepted as another, even with the same content', () => {
    const receipt = writeEnvelope('beredd-receipt', card, mine);
    expect(failureOf(read(receipt)).detail).toMatchObject({ rule: 'other-format' });
    const renamed = new TextDecoder().decode(receipt).replace('beredd-receipt', 'beredd-card');
    expect(failureOf(read(encodeUtf8(renamed))).code).toBe('exchangeForged');
    expect(envelopeFormatOf(receipt)).toBe('beredd-receipt');
    expect(envelopeFormatOf(encodeUtf8('{}'))).toBeNull();
  });

  test('refuses names with invisible characters and unknown keys inside the content', () => {
    const hidden = writeCard({ ...card, name: 'Al\u202eva' }, mine);
    expect(failureOf(read(hidden)).detail).toMatchObject({ rule: 'string-invisible', path: 'name' });
    const more = writeEnvelope('beredd-card', { ...card, admin: true }, mine);
    expect(failureOf(read(more)).detail).toMatchObject({ rule: 'unknown-key' });
  });
});

describe('a card at the office', () => {
  const standing = (changed: Partial<Card>, known: Card | null = null) =>
    cardStanding({ ...card, ...changed }, { bodies: [body], known, now });

  test('signed by another key than its own is forged', () => {
    expect(failureOf(read(writeCard(card, others))).code).toBe('exchangeForged');
  });

  test('is new, the same, renewed, or by another key that must be compared again', () => {
    expect(valueOf(standing({}))).toBe('new');
    expect(valueOf(standing({}, card))).toBe('same');
    const later = { issued: '2026-11-20T08:00:00+01:00' };
    expect(valueOf(standing(later, card))).toBe('renewed');
    expect(valueOf(standing({ ...later, signingKey: others.publicKey.line }, card))).toBe('otherKey');
  });

  test('is refused for another body, when older than a term of office, from the future, or older than the one here', () => {
    expect(failureOf(standing({ bodies: [card.person] })).code).toBe('cardOtherBody');
    expect(standing({ bodies: [] }).ok).toBe(true);
    expect(failureOf(standing({ issued: '2022-11-01T08:00:00+01:00' })).code).toBe('cardExpired');
    expect(failureOf(standing({ issued: '2027-01-01T08:00:00+01:00' })).code).toBe('cardExpired');
    expect(failureOf(standing({ issued: '2026-11-01T08:00:00+01:00' }, card)).code).toBe('cardOlder');
  });
});
