import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import type { Trust, TrustedSigner } from '../../../core/pack/trust.ts';
import { checkSigner, parseTrust, signerStanding, trustSuccession } from '../../../core/pack/trust.ts';
import { encodeUtf8 } from '../../../core/pack/utf8.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

const key = testSigner().publicKey.line;
const signer: TrustedSigner = {
  key,
  name: 'Kansliet',
  bodies: null,
  from: '2026-01-01',
  to: null,
  removed: null,
};
const trustWith = (change: Partial<TrustedSigner>): Trust => ({
  format: 'beredd-trust',
  version: 4,
  municipality: 'Granåsa kommun',
  signers: [{ ...signer, ...change }],
});
const parse = (value: unknown) => parseTrust(encodeUtf8(canonicalJson(value)));

describe('trust.json', () => {
  test('comes back as it was', () => {
    const trust = trustWith({
      bodies: [testId('body', 1)],
      to: '2028-12-31',
      removed: '2027-01-01T00:00:00+01:00',
    });
    expect(valueOf(parse(trust))).toEqual(trust);
  });

  test.each<[string, unknown, string, string]>([
    ['another format', { ...trustWith({}), format: 'beredd' }, 'not-a-manifest', 'format'],
    ['version nought', { ...trustWith({}), version: 0 }, 'whole-number', 'version'],
    ['a key that is none', trustWith({ key: 'RWabc' }), 'kind-of-value', 'signers.0.key'],
    ['a day that does not exist', trustWith({ from: '2026-04-31' }), 'date', 'signers.0.from'],
    ['a body that is no id', trustWith({ bodies: ['KS'] }), 'uuid', 'signers.0.bodies.0'],
    ['an unknown key', { ...trustWith({}), extra: 1 }, 'unknown-key', 'extra'],
    ['invisible characters', trustWith({ name: 'Kansl\u200biet' }), 'string-invisible', 'signers.0.name'],
    ['a signer twice', { ...trustWith({}), signers: [signer, signer] }, 'id-twice', 'signers.1.key'],
  ])('is refused with %s', (_name, value, rule, path) => {
    expect(failureOf(parse(value))).toEqual({
      code: 'packManifest',
      detail: { rule, path, entry: 'META-INF/trust.json' },
    });
  });
});

describe('what the list says of a pack', () => {
  const removed = '2026-11-01T00:00:00+01:00';
  const at = (instant: string) => Date.parse(instant);

  test.each<[string, Partial<TrustedSigner>, number | null]>([
    ['trusted', {}, null],
    ['trusted', { bodies: [testId('body', 1)], to: '2026-11-24' }, null],
    ['notListed', { key: testSigner(2).publicKey.line }, null],
    ['otherBody', { bodies: [testId('body', 2)] }, null],
    ['otherBody', { bodies: [] }, null],
    ['outsideDates', { from: '2026-11-25' }, null],
    ['outsideDates', { to: '2026-11-23' }, null],
    ['removed', { removed }, null],
    ['removed', { removed }, at('2026-11-02T00:00:00+01:00')],
    ['trusted', { removed }, at('2026-10-31T00:00:00+01:00')],
  ])('%s', (standing, change, firstSeenAt) => {
    const pack = { key, bodyId: testId('body', 1), issued: '2026-11-24T23:30:00+01:00', firstSeenAt };
    expect(signerStanding(trustWith(change), pack)).toBe(standing);
  });
});

test('a pack for another body is refused with the signer’s and the body’s name', () => {
  const body = { id: testId('body', 1), name: 'Kommunstyrelsen' };
  const pack = { key, body, issued: '2026-11-24T23:30:00+01:00' };
  expect(failureOf(checkSigner(trustWith({ bodies: [testId('body', 2)] }), pack))).toEqual({
    code: 'packSigner',
    detail: { why: 'otherBody', signer: 'Kansliet', body: 'Kommunstyrelsen' },
  });
  expect(failureOf(checkSigner(trustWith({ key: testSigner(2).publicKey.line }), pack)).detail).toMatchObject(
    {
      why: 'notListed',
    },
  );
  expect(checkSigner(trustWith({ removed: '2026-11-01T00:00:00+01:00' }), pack).ok).toBe(true);
});

test('a list replaces only a lower version, and two of one version are a fork', () => {
  const known = { version: 4, sha256: 'a' };
  expect(trustSuccession(known, { version: 5, sha256: 'b' })).toBe('newer');
  expect(trustSuccession(known, { version: 3, sha256: 'b' })).toBe('older');
  expect(trustSuccession(known, { version: 4, sha256: 'a' })).toBe('same');
  expect(trustSuccession(known, { version: 4, sha256: 'b' })).toBe('fork');
});
