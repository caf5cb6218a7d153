import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { formatPublicKeyFile, parsePublicKeyLine } from '../../core/pack/minisign.ts';
import type { Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { OpenedPack } from '../packs/packs.ts';
import { errorCodeOf } from '../storage/diskFailure.ts';
import type { Disk } from '../storage/disk.ts';
import { replaceFile } from '../storage/durableFile.ts';

/** Everything of a revision that must be kept as it was received, so that it can be checked again without the pack. */
export type ReceivedRevision = Pick<
  OpenedPack,
  | 'manifest'
  | 'manifestBytes'
  | 'manifestSha256'
  | 'signatureBytes'
  | 'issuerKey'
  | 'rootKey'
  | 'trustBytes'
  | 'trustSignatureBytes'
>;

/** Manifests and signatures as received: `packs/<pack>/<revision>.manifest.json`, `.minisig` and who signed. */
export interface PackShelf {
  /** Does nothing when it is there already. Throws errors of the disk. */
  readonly put: (received: ReceivedRevision) => Promise<void>;
  /** Null when it is gone or its bytes are not what was taken in. */
  readonly read: (packId: Uuid, revision: number, manifest: Sha256) => Promise<Manifest | null>;
  /** Every revision on the shelf, for a library that must be made again. */
  readonly stems: () => Promise<readonly string[]>;
}

export function createPackShelf(folder: string, disk: Disk): PackShelf {
  /** Forks and foreign packs lie beside the first under their own names. */
  const stemsOf = (packId: Uuid, revision: number, manifest: Sha256): readonly string[] => [
    path.join(folder, packId, String(revision)),
    path.join(folder, packId, `${revision}.${manifest.slice(0, 16)}`),
  ];

  const find = async (packId: Uuid, revision: number, manifest: Sha256): Promise<Uint8Array | null> => {
    for (const stem of stemsOf(packId, revision, manifest)) {
      const bytes = await disk.read(`${stem}.manifest.json`);
      if (bytes !== null && sha256(bytes) === manifest) return bytes;
    }
    return null;
  };

  const write = (stem: string, extension: string, bytes: Uint8Array | null): Promise<void> =>
    bytes === null
      ? Promise.resolve()
      : replaceFile(disk, `${stem}.${extension}`, bytes, { keepPrevious: false });

  return {
    put: async (received) => {
      const { id, revision } = received.manifest.pack;
      if ((await find(id, revision, received.manifestSha256)) !== null) return;
      await disk.makeFolder(path.join(folder, id));
      const [plain, own] = stemsOf(id, revision, received.manifestSha256);
      const stem = (await disk.size(`${plain}.manifest.json`)) === null ? plain : own;
      if (stem === undefined) return;
      await write(stem, 'minisig', received.signatureBytes);
      await write(stem, 'issuer.pub', keyFile(received.issuerKey));
      await write(stem, 'root.pub', received.rootKey === null ? null : keyFile(received.rootKey));
      await write(stem, 'trust.json', received.trustBytes);
      await write(stem, 'trust.json.minisig', received.trustSignatureBytes);
      // Last: a revision is on the shelf when its manifest is.
      await write(stem, 'manifest.json', received.manifestBytes);
    },
    read: async (packId, revision, manifest) => {
      const bytes = await find(packId, revision, manifest);
      return bytes === null ? null : receivedManifest(bytes);
    },
    stems: async () => {
      const stems: string[] = [];
      for (const packId of await disk.names(folder)) {
        for (const name of await namesIn(path.join(folder, packId))) {
          if (name.endsWith('.manifest.json')) {
            stems.push(path.join(folder, packId, name.slice(0, -'.manifest.json'.length)));
          }
        }
      }
      return stems;
    },
  };
}

// The bytes have the hash of a manifest that was checked in full when it was taken in.
const receivedManifest = (bytes: Uint8Array): Manifest =>
  JSON.parse(new TextDecoder().decode(bytes)) as Manifest;

const sha256 = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex');

function keyFile(line: string): Uint8Array {
  const key = parsePublicKeyLine(line);
  if (key === null) throw new Error('a pack was opened whose key is none');
  return formatPublicKeyFile(key);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
