import { expect, test } from 'vitest';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import { formatPublicKeyFile } from '../../../core/pack/minisign.ts';
import type { Trust } from '../../../core/pack/trust.ts';
import { encodeUtf8 } from '../../../core/pack/utf8.ts';
import { signMinisign } from '../../../electron/crypto/minisignFiles.ts';
import { maySign } from '../../../electron/issuing/maySign.ts';
import { failureOf } from '../../support/packReading.ts';
import { testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

const key = testSigner(1).publicKey.line;
const rootListing = (bodies: readonly string[] | null, removed: string | null = null) => {
  const trust: Trust = {
    format: 'beredd-trust',
    version: 1,
    municipality: 'Granåsa kommun',
    signers: [{ key, name: 'Skolkansliet', bodies, from: '2026-01-01', to: '2026-12-31', removed }],
  };
  const bytes = encodeUtf8(canonicalJson(trust));
  return {
    rootKeyFile: formatPublicKeyFile(testSigner(9).publicKey),
    trust: bytes,
    trustSignature: signMinisign(testSigner(9), bytes, 'trust version:1'),
  };
};
const pack = {
  key,
  body: { id: testId('body', 1), name: 'Kommunstyrelsen' },
  issued: '2026-11-24T09:30:00+01:00',
};

test('a key signs what the municipality’s list lets it, and anything where there is no root', () => {
  expect(maySign(null, pack).ok).toBe(true);
  expect(maySign(rootListing(null), pack).ok).toBe(true);
  expect(maySign(rootListing([testId('body', 1)]), pack).ok).toBe(true);
});

test.each([
  ['otherBody', rootListing([testId('body', 2)]), pack],
  ['notListed', rootListing(null), { ...pack, key: testSigner(2).publicKey.line }],
  ['removed', rootListing(null, '2026-11-01T00:00:00+01:00'), pack],
  ['outsideDates', rootListing(null), { ...pack, issued: '2027-01-01T09:30:00+01:00' }],
])('a pack that readers would refuse is not issued: %s', (why, root, given) => {
  expect(failureOf(maySign(root, given))).toMatchObject({ code: 'packSigner', detail: { why } });
});
