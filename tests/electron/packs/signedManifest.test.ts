import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../core/pack/canonicalJson.ts';
import { payloadOffset } from '../../../core/pack/containerBytes.ts';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { formatPublicKeyFile, packTrustedComment } from '../../../core/pack/minisign.ts';
import { entryNames } from '../../../core/pack/packLimits.ts';
import { signMinisign } from '../../../electron/crypto/minisignFiles.ts';
import { memorySource } from '../../../electron/packs/byteSource.ts';
import { readContents } from '../../../electron/packs/readContents.ts';
import { testPackBytes } from '../../support/packBuilder.ts';
import { entriesOf, failureOf, valueOf } from '../../support/packReading.ts';
import type { RawEntry } from '../../support/rawZip.ts';
import { rawZip } from '../../support/rawZip.ts';
import { testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

const signer = testSigner();
let sound: readonly RawEntry[];
let manifest: Manifest;
beforeAll(async () => {
  const pack = await testPackBytes();
  sound = entriesOf(pack).map((entry) => {
    const start = payloadOffset(entry);
    return { name: entry.name, bytes: pack.slice(start, start + entry.size) };
  });
  manifest = valueOf(await readContents(memorySource(pack))).manifest;
});

/** The sound pack with other bytes for some entries, and CRCs that fit them. */
const packWith = (
  other: Readonly<Record<string, Uint8Array | string>>,
  more: readonly RawEntry[] = [],
): Uint8Array => {
  const entries = sound.map(({ name, bytes }) => ({ name, bytes: Buffer.from(other[name] ?? bytes) }));
  return rawZip([...entries.slice(0, -3), ...more, ...entries.slice(-3)]);
};
const refusal = async (pack: Uint8Array) => failureOf(await readContents(memorySource(pack)));

/** A pack whose manifest is any text, correctly signed. */
const signed = (text: string, comment = packTrustedComment(manifest)): Uint8Array =>
  packWith({
    [entryNames.manifest]: text,
    [entryNames.manifestSignature]: signMinisign(signer, Buffer.from(text), comment),
  });
const signedValue = (value: unknown): Uint8Array => signed(canonicalJson(value));

describe('a pack that was changed by somebody who recomputed its checksums', () => {
  test('is refused when its manifest was edited', async () => {
    const edited = canonicalJson({ ...manifest, issuer: { municipality: 'Granåsa', office: 'Någon annan' } });
    expect(await refusal(packWith({ [entryNames.manifest]: edited }))).toEqual({
      code: 'packSignature',
      detail: { rule: 'signature-wrong', entry: entryNames.manifestSignature },
    });
  });

  test('is refused before anything is parsed when what was edited is no JSON', async () => {
    expect((await refusal(packWith({ [entryNames.manifest]: '{' }))).code).toBe('packSignature');
  });

  test('is refused with the key of somebody else', async () => {
    const other = formatPublicKeyFile(testSigner(2).publicKey);
    const error = await refusal(packWith({ [entryNames.issuerKey]: other }));
    expect(error.detail).toMatchObject({ rule: 'signature-other-key' });
  });

  test.each([
    ['pack', (text: string) => text.replace('11111111', '21111111')],
    ['revision', (text: string) => text.replace('revision:1', 'revision:2')],
    ['time', (text: string) => text.replace('09:30', '09:31')],
    ['form', (text: string) => `${text} `],
  ])('is refused when its signed comment has another %s', async (_what, change) => {
    const comment = change(packTrustedComment(manifest));
    expect(comment).not.toBe(packTrustedComment(manifest));
    expect((await refusal(signed(canonicalJson(manifest), comment))).detail).toMatchObject({
      rule: 'signature-comment',
    });
  });
});

describe('a pack of a newer Beredd', () => {
  test('is told as newer for its version, whatever else it holds', async () => {
    const error = await refusal(signedValue({ ...manifest, version: 2, somethingNew: [] }));
    expect(error).toEqual({ code: 'packNewer', detail: { version: 2 } });
  });

  test('is told as newer for a word in `requires`', async () => {
    const error = await refusal(signedValue({ ...manifest, requires: ['video'], agenda: null }));
    expect(error).toEqual({ code: 'packNewer', detail: { requires: 'video' } });
  });
});

describe('a signed manifest that does not fit its pack', () => {
  test('is refused when a size differs', async () => {
    const files = manifest.files.map((file, i) => (i === 1 ? { ...file, size: file.size + 1 } : file));
    expect(await refusal(signedValue({ ...manifest, files }))).toEqual({
      code: 'packManifest',
      detail: { rule: 'file-size', path: 'files.1.size' },
    });
  });

  test('is refused when a listed file is missing, except in a supplement', async () => {
    const more = { path: 'docs/x/more.pdf', size: 1, sha256: 'a'.repeat(64), mediaType: 'application/pdf' };
    const files = [...manifest.files, more];
    expect((await refusal(signedValue({ ...manifest, files }))).detail).toEqual({
      rule: 'entry-missing',
      entry: 'docs/x/more.pdf',
    });
    const pack = { ...manifest.pack, revision: 3, supplementTo: { revision: 1, manifest: 'b'.repeat(64) } };
    const supplement = canonicalJson({ ...manifest, pack, files });
    valueOf(await readContents(memorySource(signed(supplement, packTrustedComment({ pack })))));
  });

  test('is refused when it is larger than any', async () => {
    const text = canonicalJson({ ...manifest, extensions: { fill: 'x'.repeat(8 * 1024 * 1024) } });
    expect((await refusal(signed(text))).detail).toEqual({
      rule: 'entry-too-large',
      entry: entryNames.manifest,
    });
  });
});

describe('a pack with a root', () => {
  const trust = {
    format: 'beredd-trust',
    version: 4,
    municipality: 'Granåsa kommun',
    signers: [
      {
        key: signer.publicKey.line,
        name: 'Kansliet',
        bodies: [testId('body', 1)],
        from: '2026-01-01',
        to: null,
        removed: null,
      },
    ],
  };
  const root = testSigner(9);
  const rootEntries = (text: string, by = root): RawEntry[] => [
    { name: entryNames.rootKey, bytes: formatPublicKeyFile(root.publicKey) },
    { name: entryNames.trust, bytes: Buffer.from(text) },
    { name: entryNames.trustSignature, bytes: signMinisign(by, Buffer.from(text), 'trust 4') },
  ];

  test('gives the list of signers after its signature was checked', async () => {
    const contents = valueOf(
      await readContents(memorySource(packWith({}, rootEntries(canonicalJson(trust))))),
    );
    expect(contents.trust?.trust).toEqual(trust);
    expect(contents.trust?.rootKey.line).toBe(root.publicKey.line);
  });

  test('is refused when the list was signed by another key', async () => {
    const error = await refusal(packWith({}, rootEntries(canonicalJson(trust), testSigner(8))));
    expect(error.detail).toEqual({ rule: 'signature-other-key', entry: entryNames.trustSignature });
  });

  test('is refused when the list breaks its schema, naming it', async () => {
    const error = await refusal(packWith({}, rootEntries(canonicalJson({ ...trust, version: '4' }))));
    expect(error).toEqual({
      code: 'packManifest',
      detail: { rule: 'kind-of-value', path: 'version', entry: entryNames.trust },
    });
  });
});
