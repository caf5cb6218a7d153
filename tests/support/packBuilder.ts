import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Signer } from '../../electron/crypto/minisignFiles.ts';
import type { PackFile } from '../../core/pack/manifest.ts';
import type { PackSource } from '../../electron/packs/packs.ts';
import type { PackToWrite, WrittenPack } from '../../electron/packs/writePack.ts';
import { writePack } from '../../electron/packs/writePack.ts';
import type { ManifestSpec } from './testManifest.ts';
import { memoryFile } from './memoryFile.ts';
import { testManifest } from './testManifest.ts';
import { temporaryFolder } from './temporaryFolders.ts';
import { testSigner } from './testSigner.ts';

export interface TestPackSpec extends ManifestSpec {
  /** Where the pack is put; a new temporary folder when left out. */
  readonly folder?: string;
  readonly name?: string;
  readonly signer?: Signer;
  /** Makes it a supplement: what this pack carries is listed but not carried again. */
  readonly supplementTo?: TestPack;
  readonly root?: PackToWrite['root'];
}

export interface TestPack extends WrittenPack {
  readonly file: string;
  readonly signer: Signer;
}

/**
 * Writes a small valid pack: fixed ids, fixed key, fixed clock, so the same spec gives the same bytes. Without a spec:
 * revision 1, two items with a one-page PDF each. Throws when the writer refuses.
 *
 *     const first = await buildTestPack({ folder });
 *     const second = await buildTestPack({
 *       folder, name: 'rev2.beredd', supplementTo: first,
 *       pack: { revision: 2, previous: first.manifestSha256 },
 *       agenda: [...plainAgenda, { title: 'Ny punkt', documents: [{ title: 'Ny handling' }] }],
 *     });
 *     const sealed = await buildTestPack({ agenda: [{ title: 'Sekretessärende', sealed: {} }] });
 */
export async function buildTestPack(spec: TestPackSpec = {}): Promise<TestPack> {
  const folder = spec.folder ?? temporaryFolder('beredd-pack-');
  const file = path.join(folder, spec.name ?? 'kallelse.beredd');
  const signer = spec.signer ?? testSigner();
  const written = await writePack(file, { ...packToWrite(spec), signer });
  if (!written.ok) throw new Error(`the test pack was refused: ${JSON.stringify(written.error)}`);
  return { ...written.value, file, signer };
}

/** The bytes of the same pack, without touching the disk. */
export async function testPackBytes(spec: TestPackSpec = {}): Promise<Uint8Array> {
  const { createFile, bytes } = memoryFile();
  const written = await writePack(
    'kallelse.beredd',
    { ...packToWrite(spec), signer: spec.signer ?? testSigner() },
    { createFile },
  );
  if (!written.ok) throw new Error(`the test pack was refused: ${JSON.stringify(written.error)}`);
  return bytes();
}

function packToWrite(spec: TestPackSpec): Omit<PackToWrite, 'signer'> {
  const { supplementTo: base, root } = spec;
  const basis = base && { revision: base.manifest.pack.revision, manifest: base.manifestSha256 };
  const { manifest, sources } = testManifest(
    basis === undefined ? spec : { ...spec, pack: { supplementTo: basis, ...spec.pack } },
  );
  const carriedByBase = new Map((base?.manifest.files ?? []).map((file) => [file.sha256, file]));
  const inBase = (source: PackSource): PackFile | undefined => carriedByBase.get(digestOf(source));
  return {
    manifest,
    sources: sources.filter((source) => inBase(source) === undefined),
    notCarried: sources.flatMap((source) => inBase(source) ?? []),
    ...(root && { root }),
  };
}

const digestOf = ({ content }: PackSource): string =>
  'bytes' in content ? createHash('sha256').update(content.bytes).digest('hex') : '';
