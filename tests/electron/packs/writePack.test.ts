import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDurableFile } from '../../../electron/packs/durableFile.ts';
import type { CreateDurableFile } from '../../../electron/packs/durableFile.ts';
import type { PackToWrite } from '../../../electron/packs/writePack.ts';
import { writePack } from '../../../electron/packs/writePack.ts';
import { memoryFile } from '../../support/memoryFile.ts';
import { checkPackBytes, failureOf, valueOf } from '../../support/packReading.ts';
import type { ManifestSpec } from '../../support/testManifest.ts';
import { testManifest } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'beredd-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

const toWrite = (spec?: ManifestSpec): PackToWrite => ({ ...testManifest(spec), signer: testSigner() });
const inFolder = (name: string): string => path.join(folder, name);

describe('the writer', () => {
  test('writes what the reader accepts, for documents of any bytes', async () => {
    const documents = fc.uniqueArray(fc.uint8Array({ maxLength: 3000 }), {
      maxLength: 6,
      selector: (bytes) => Buffer.from(bytes).toString('hex'),
    });
    await fc.assert(
      fc.asyncProperty(documents, async (contents) => {
        const file = memoryFile();
        const agenda = contents.map((bytes) => ({ documents: [{ bytes }] }));
        const written = valueOf(
          await writePack('x.beredd', toWrite({ agenda }), { createFile: file.createFile }),
        );
        const report = valueOf(await checkPackBytes(file.bytes()));
        expect(report).toEqual({ bytes: written.bytes, documents: contents.length, damaged: [] });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('writes the same bytes for the same input', async () => {
    valueOf(await writePack(inFolder('a.beredd'), toWrite()));
    valueOf(await writePack(inFolder('b.beredd'), toWrite()));
    expect(Buffer.compare(await readFile(inFolder('a.beredd')), await readFile(inFolder('b.beredd')))).toBe(
      0,
    );
  });

  test('is readable by others as far as the umask lets them: it is put into shared folders', async () => {
    await writePack(inFolder('shared.beredd'), toWrite());
    const umask = process.umask();
    expect((await stat(inFolder('shared.beredd'))).mode & 0o777).toBe(0o666 & ~umask);
  });

  test('reads documents from disk and tells its progress', async () => {
    await writeFile(inFolder('big.pdf'), Buffer.alloc(2_500_000, 'x'));
    const { manifest } = testManifest({ agenda: [{ title: 'Utan handling' }] });
    const steps: number[] = [];
    const written = valueOf(
      await writePack(
        inFolder('a.beredd'),
        {
          manifest,
          sources: [{ path: 'docs/x/big.pdf', content: { file: inFolder('big.pdf') } }],
          signer: testSigner(),
        },
        { onProgress: (done, total) => steps.push(done / total) },
      ),
    );
    expect(written.manifest.files[1]).toMatchObject({ size: 2_500_000, mediaType: 'application/pdf' });
    expect(steps).toHaveLength(3);
    expect(steps.at(-1)).toBe(1);
    expect(valueOf(await checkPackBytes(await readFile(inFolder('a.beredd')))).damaged).toEqual([]);
  });

  test('says in README.txt, in Swedish and English, how to read the pack without Beredd', async () => {
    const file = memoryFile();
    valueOf(await writePack('x.beredd', toWrite(), { createFile: file.createFile }));
    const text = Buffer.from(file.bytes()).toString('utf8');
    expect(text).toContain('SÅ LÄSER DU');
    expect(text).toContain('HOW TO READ');
    expect(text).toContain('minisign -V -p META-INF/issuer.pub -m META-INF/manifest.json');
  });
});

describe('the writer refuses what the reader would refuse', () => {
  const refusalOf = async (pack: PackToWrite) => {
    const error = failureOf(await writePack(inFolder('a.beredd'), pack));
    expect(await readdir(folder)).toEqual([]);
    return error;
  };

  test.each<[string, (pack: PackToWrite) => PackToWrite, string, string]>([
    [
      'a name outside the format',
      (pack) => ({ ...pack, sources: [{ path: 'docs/x/Å.pdf', content: { bytes: new Uint8Array(1) } }] }),
      'packContainer',
      'entry-name',
    ],
    [
      'a device name',
      (pack) => ({ ...pack, sources: [{ path: 'docs/x/aux.pdf', content: { bytes: new Uint8Array(1) } }] }),
      'packContainer',
      'entry-name-reserved',
    ],
    [
      'a second manifest',
      (pack) => ({
        ...pack,
        sources: [{ path: 'META-INF/manifest.json', content: { bytes: new Uint8Array(1) } }],
      }),
      'packContainer',
      'entry-name',
    ],
    [
      'a document that is not there',
      (pack) => ({ ...pack, sources: pack.sources.slice(1) }),
      'packManifest',
      'document-without-file',
    ],
    [
      'the same content twice',
      (pack) => ({
        ...pack,
        sources: [...pack.sources, ...pack.sources.map((source) => ({ ...source, path: `${source.path}x` }))],
      }),
      'packManifest',
      'sha256-twice',
    ],
    [
      'half a character',
      (pack) => ({
        ...pack,
        manifest: { ...pack.manifest, pack: { ...pack.manifest.pack, note: 'a\ud800' } },
      }),
      'packManifest',
      'string-surrogate',
    ],
    [
      'a day that does not exist',
      (pack) => ({
        ...pack,
        manifest: { ...pack.manifest, pack: { ...pack.manifest.pack, returnBy: '2026-02-29' } },
      }),
      'packManifest',
      'date',
    ],
    [
      'a list of signers that is none',
      (pack) => ({
        ...pack,
        root: { rootKeyFile: new Uint8Array(1), trust: new Uint8Array(1), trustSignature: new Uint8Array(1) },
      }),
      'packSignature',
      'key-format',
    ],
  ])('%s', async (_name, change, code, rule) => {
    const error = await refusalOf(change(toWrite()));
    expect([error.code, error.detail?.['rule'], error.file]).toEqual([code, rule, 'a.beredd']);
  });

  test('a word in `requires` that it does not know itself', async () => {
    expect((await refusalOf(toWrite({ requires: ['video'] }))).code).toBe('packNewer');
  });

  test('a source that cannot be read', async () => {
    const { manifest } = testManifest();
    const sources = [{ path: 'docs/x/a.pdf', content: { file: inFolder('gone.pdf') } }];
    const error = await refusalOf({ manifest, sources, signer: testSigner() });
    expect(error).toEqual({ code: 'folderUnreadable', file: 'gone.pdf', detail: { reason: 'ENOENT' } });
  });
});

describe('a pack that cannot be finished leaves the old one as it was', () => {
  /** A disk that fails like a real one after so many bytes, or when flushing. */
  const failingDisk =
    (code: string, after: number): CreateDurableFile =>
    async (name) => {
      const file = await createDurableFile(name);
      const fail = (): never => {
        throw Object.assign(new Error(code), { code });
      };
      return {
        ...file,
        write: (bytes, offset) => (offset + bytes.length > after ? fail() : file.write(bytes, offset)),
        commit: () => (after === Infinity ? fail() : file.commit()),
      };
    };

  test.each([
    ['ENOSPC', 0, 'diskFull'],
    ['ENOSPC', 3000, 'diskFull'],
    ['EDQUOT', 6000, 'diskFull'],
    ['ENOSPC', Infinity, 'diskFull'],
    ['EROFS', 0, 'diskDenied'],
    ['EIO', Infinity, 'diskDenied'],
  ])('when the disk says %s after %d bytes', async (reason, after, code) => {
    await writeFile(inFolder('a.beredd'), 'old');
    const error = failureOf(
      await writePack(inFolder('a.beredd'), toWrite(), { createFile: failingDisk(reason, after) }),
    );
    expect(error).toEqual({ code, file: 'a.beredd', detail: { reason } });
    expect(await readdir(folder)).toEqual(['a.beredd']);
    expect(await readFile(inFolder('a.beredd'), 'utf8')).toBe('old');
  });

  test('when it is told to stop', async () => {
    await writeFile(inFolder('a.beredd'), 'old');
    const stop = new AbortController();
    const error = failureOf(
      await writePack(inFolder('a.beredd'), toWrite(), {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      }),
    );
    expect(error).toEqual({ code: 'cancelled', file: 'a.beredd' });
    expect(await readdir(folder)).toEqual(['a.beredd']);
    expect(await readFile(inFolder('a.beredd'), 'utf8')).toBe('old');
  });

  test('when its folder is not there', async () => {
    const error = failureOf(await writePack(path.join(folder, 'no', 'a.beredd'), toWrite()));
    expect(error).toMatchObject({ code: 'diskDenied', detail: { reason: 'ENOENT' } });
  });
});
