import { stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { applyImport } from '../../core/library/applyImport.ts';
import type { LibraryData } from '../../core/library/libraryData.ts';
import { parsePublicKeyFile } from '../../core/pack/minisign.ts';
import { entryNames } from '../../core/pack/packLimits.ts';
import { parseManifest } from '../../core/pack/parseManifest.ts';
import { verifyMinisign } from '../crypto/minisignFiles.ts';
import type { Disk } from '../storage/disk.ts';
import type { PackShelf, ReceivedRevision } from './packShelf.ts';
import { receivedPack } from './receivedPack.ts';

/**
 * Takes everything on the shelf into `data`, signatures checked anew: what an older or empty library.json does not know
 * of comes back. What was confirmed, read or placed is not on the shelf and stays as `data` has it.
 */
export async function rebuildLibrary(data: LibraryData, shelf: PackShelf, disk: Disk): Promise<LibraryData> {
  let rebuilt = data;
  for (const stem of await shelf.stems()) {
    const received = await readReceived(stem, disk);
    if (received === null) continue;
    const { mtimeMs } = await stat(`${stem}.manifest.json`);
    rebuilt = applyImport(rebuilt, receivedPack(received, Math.floor(mtimeMs)));
  }
  return rebuilt;
}

/** Null for what is not whole or not signed by the key beside it: it is left where it is. */
async function readReceived(stem: string, disk: Disk): Promise<ReceivedRevision | null> {
  const read = (extension: string): Promise<Uint8Array | null> => disk.read(`${stem}.${extension}`);
  const manifestBytes = await read('manifest.json');
  const signatureBytes = await read('minisig');
  const issuerFile = await read('issuer.pub');
  if (manifestBytes === null || signatureBytes === null || issuerFile === null) return null;
  const issuer = parsePublicKeyFile(issuerFile, entryNames.issuerKey);
  if (!issuer.ok) return null;
  if (!verifyMinisign(issuer.value, manifestBytes, signatureBytes, entryNames.manifestSignature).ok)
    return null;
  const manifest = parseManifest(manifestBytes);
  if (!manifest.ok) return null;
  return {
    manifest: manifest.value,
    manifestBytes,
    manifestSha256: createHash('sha256').update(manifestBytes).digest('hex'),
    signatureBytes,
    issuerKey: issuer.value.line,
    ...(await readRoot(read)),
  };
}

type RootParts = Pick<ReceivedRevision, 'rootKey' | 'trustBytes' | 'trustSignatureBytes'>;
const noRoot: RootParts = { rootKey: null, trustBytes: null, trustSignatureBytes: null };

async function readRoot(read: (extension: string) => Promise<Uint8Array | null>): Promise<RootParts> {
  const rootFile = await read('root.pub');
  const trustBytes = await read('trust.json');
  const trustSignatureBytes = await read('trust.json.minisig');
  if (rootFile === null || trustBytes === null || trustSignatureBytes === null) return noRoot;
  const root = parsePublicKeyFile(rootFile, entryNames.rootKey);
  if (!root.ok) return noRoot;
  const checked = verifyMinisign(root.value, trustBytes, trustSignatureBytes, entryNames.trustSignature);
  return checked.ok ? { rootKey: root.value.line, trustBytes, trustSignatureBytes } : noRoot;
}
