import { describe, expect, test } from 'vitest';
import { parsePublicKeyFile, parseSignatureFile } from '../../../core/pack/minisign.ts';
import { signMinisign, verifyMinisign } from '../../../electron/crypto/minisignFiles.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testSigner } from '../../support/testSigner.ts';

/* Made once with minisign 0.11: `minisign -G -W`, `minisign -S -l`, and `minisign -S` for the prehashed one. */
const publicKeyFile = `untrusted comment: minisign public key F740CC859C2895C3
RWTDlSichcxA93Jmquu7zkcC+TvJIRnP9RrFq63f+N5yHgtv5dOmMmuz
`;
const message = Buffer.from('Granåsa kommun\n');
const signatureFile = `untrusted comment: signature from minisign secret key
RWTDlSichcxA905FlJb+CYf0i4YIs5KDB1wa31s8yy1xCX3tfpjBIJiFua7xcsFqpzR3qNr7RvuxPwYBiO0J7uXA/+UhzqQ4IQY=
trusted comment: pack:1 revision:2 issued:2026-11-24T09:30:00+01:00 å
xOUf9VI2deoK+pChiB3gguT3aPEEKu/LkY63POAj1e3cuiOhMuELf2Dce+GzqV3O3LM5stkkX0h+4AcTWAGnBg==
`;
const prehashedFile = `untrusted comment: signature from minisign secret key
RUTDlSichcxA99/YDNpGc7mIpO7436mVwSxoreycWSNzbmKEPuvmxlmUHvxU849DSRHKByxHSn6uhFWpY/ilJXfC/5WVLbPgbgA=
trusted comment: prehashed
if6p7cxGlXtnxUXi4EtrJSVzm4V1eTHMPDtbg9HuUBxEGdE5R0sJAWscVDi7s7z4qH16sYTrhcFd1bdmTrqtAw==
`;

const entry = 'META-INF/manifest.json.minisig';
const key = valueOf(parsePublicKeyFile(Buffer.from(publicKeyFile), 'META-INF/issuer.pub'));
const check = (file: string, signed: Uint8Array = message, by = key) =>
  verifyMinisign(by, signed, Buffer.from(file), entry);
const ruleOf = (file: string, signed?: Uint8Array, by?: typeof key) =>
  failureOf(check(file, signed, by)).detail?.['rule'];

describe('a signature made by minisign', () => {
  test('is accepted with its trusted comment', () => {
    expect(valueOf(check(signatureFile)).trustedComment).toBe(
      'pack:1 revision:2 issued:2026-11-24T09:30:00+01:00 å',
    );
  });

  test('is accepted with the line ends of Windows and without the last one', () => {
    valueOf(check(signatureFile.replaceAll('\n', '\r\n')));
    valueOf(check(signatureFile.trimEnd()));
  });

  test('is refused in the prehashed mode, by its name', () => {
    expect(failureOf(check(prehashedFile))).toEqual({
      code: 'packSignature',
      detail: { rule: 'signature-prehashed', entry },
    });
  });

  test('is refused over other bytes', () => {
    expect(ruleOf(signatureFile, Buffer.from('Granåsa kommun'))).toBe('signature-wrong');
  });

  test('is refused with another trusted comment', () => {
    expect(ruleOf(signatureFile.replace('revision:2', 'revision:3'))).toBe('signature-comment');
  });

  test('is refused under another key', () => {
    expect(ruleOf(signatureFile, message, testSigner().publicKey)).toBe('signature-other-key');
    const sameId = { ...testSigner().publicKey, keyId: key.keyId };
    expect(ruleOf(signatureFile, message, sameId)).toBe('signature-wrong');
  });

  test.each([
    ['empty', ''],
    ['one line too many', `${signatureFile}more\n`],
    ['one line too few', signatureFile.split('\n').slice(0, 3).join('\n')],
    ['no untrusted comment', signatureFile.replace('untrusted comment: ', '')],
    ['no trusted comment', signatureFile.replace('\ntrusted comment: ', '\n')],
    ['base64 without padding', signatureFile.replace('IQY=\n', 'IQY\n')],
    ['base64 with stray bits', signatureFile.replace('IQY=\n', 'IQZ=\n')],
    ['a cut global signature', signatureFile.replace('BAnBg==', 'BA==').replace('cTWAGnBg==', 'cTWA==')],
    ['an unknown algorithm', signatureFile.replace('RWTD', 'RXTD')],
    ['a control character', signatureFile.replace('pack:1', 'pack:\u0007')],
    ['a huge comment', signatureFile.replace('pack:1', 'x'.repeat(20_000))],
  ])('is refused when malformed: %s', (_name, file) => {
    expect(ruleOf(file)).toBe('signature-format');
  });

  test('is refused when it is not UTF-8', () => {
    expect(parseSignatureFile(Buffer.from(signatureFile, 'latin1'), entry).ok).toBe(false);
  });
});

describe('a public key file', () => {
  test.each([
    ['empty', ''],
    ['without its comment', publicKeyFile.split('\n')[1] ?? ''],
    ['of another algorithm', publicKeyFile.replace('RWTD', 'RUTD')],
    ['too short', publicKeyFile.replace('mMmuz', '')],
    ['with a line more', `${publicKeyFile}x\n`],
  ])('is refused when %s', (_name, file) => {
    expect(failureOf(parsePublicKeyFile(Buffer.from(file), 'META-INF/issuer.pub')).detail).toEqual({
      rule: 'key-format',
      entry: 'META-INF/issuer.pub',
    });
  });
});

test('signatures of our own are deterministic and verify', () => {
  const file = signMinisign(testSigner(), message, 'pack:x');
  expect(Buffer.from(signMinisign(testSigner(), message, 'pack:x'))).toEqual(Buffer.from(file));
  const checked = valueOf(verifyMinisign(testSigner().publicKey, message, file, entry));
  expect(checked.trustedComment).toBe('pack:x');
});
