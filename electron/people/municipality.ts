import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decodeBase64, encodeBase64 } from '../../core/pack/base64.ts';
import { writeSuccession } from '../../core/exchange/rootSuccession.ts';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import type { Instant } from '../../core/pack/manifest.ts';
import { formatPublicKeyFile, parsePublicKeyLine } from '../../core/pack/minisign.ts';
import type { Trust, TrustedSigner } from '../../core/pack/trust.ts';
import { parseTrust } from '../../core/pack/trust.ts';
import { encodeUtf8 } from '../../core/pack/utf8.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { envelopeSigner } from '../crypto/envelopeSigning.ts';
import { createKeyFile, readKeyFile } from '../crypto/keyFile.ts';
import type { Signer } from '../crypto/minisignFiles.ts';
import { signMinisign } from '../crypto/minisignFiles.ts';
import type { PackToWrite } from '../packs/writePack.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';
import { municipalityBackupPart } from './municipalityBackup.ts';
import type { OfficeData } from './officeData.ts';
import { officeSchema } from './officeData.ts';

/** The municipality's root key and its list of signers. The secret half is only ever in a file kept offline. */
export interface Municipality {
  /** Full paths of damaged files that were set aside at opening. */
  readonly setAside: readonly string[];
  /** Null while there is no root. */
  readonly trust: () => { readonly rootKey: string; readonly trust: Trust } | null;
  /** The old root's letter about the root of now, and the old root's key; null when there was none before. */
  readonly succession: () => { readonly from: string; readonly letter: Uint8Array } | null;
  /** What packs carry in META-INF. */
  readonly forPacks: () => PackToWrite['root'] | null;
  /** Makes the root as `file` with a passphrase and `file.pub`, and a first list. Fails with fileExists, diskFull, diskDenied. */
  readonly makeRoot: (
    file: string,
    passphrase: string,
    name: string,
    signers: readonly TrustedSigner[],
  ) => Promise<Result<void>>;
  /** Signs a new version of the list with the root's file. Fails with keyUnreadable, keyPassphrase, rootOther, packManifest. */
  readonly setSigners: (
    file: string,
    passphrase: string,
    signers: readonly TrustedSigner[],
  ) => Promise<Result<void>>;
  /**
   * Makes a new root as `fresh.file` and signs the list with it. With the old root's file, that names the new one in a
   * letter; without it — lost or stolen — everybody has to compare the new words. Fails as makeRoot and setSigners do.
   */
  readonly replaceRoot: (old: RootFile | null, fresh: RootFile, issued: Instant) => Promise<Result<void>>;
  /** Public all of it: without it nobody could sign a new list, or vouch for packs, on another computer. */
  readonly backupPart: BackupPart;
  readonly flush: () => Promise<void>;
}

/** A root's file with the passphrase that opens it. */
export interface RootFile {
  readonly file: string;
  readonly passphrase: string;
}

/** Opens `office.json`; a damaged one is set aside. */
export async function openMunicipality(folder: string, disk?: Disk): Promise<Result<Municipality>> {
  const store = await openStore<OfficeData>({
    file: path.join(folder, 'office.json'),
    kind: 'office',
    version: 1,
    schema: officeSchema,
    initial: { root: null },
    whenUnreadable: 'setAside',
    ...(disk && { disk }),
  });
  return store.ok ? ok(municipalityOver(store.value)) : store;
}

function municipalityOver(store: DurableStore<OfficeData>): Municipality {
  const now = (): ReturnType<Municipality['trust']> => {
    const { root } = store.read();
    const trust = root === null ? null : parseTrust(decodeBase64(root.trust) ?? new Uint8Array());
    return root === null || trust?.ok !== true ? null : { rootKey: root.key, trust: trust.value };
  };
  const sign = async (
    root: Signer,
    trust: Trust,
    succession: NonNullable<OfficeData['root']>['succession'],
  ): Promise<Result<void>> => {
    const bytes = encodeUtf8(canonicalJson(trust));
    const sound = parseTrust(bytes);
    if (!sound.ok) return sound;
    const signature = signMinisign(root, bytes, `trust version:${trust.version}`);
    const saved = await store.update(() => ({
      root: {
        name: trust.municipality,
        key: root.publicKey.line,
        trust: encodeBase64(bytes),
        signature: encodeBase64(signature),
        ...(succession && { succession }),
      },
    }));
    return saved.ok ? ok(undefined) : saved;
  };
  /** The root of now, opened from its file. */
  const openRoot = async ({
    file,
    passphrase,
  }: RootFile): Promise<Result<{ root: Signer; trust: Trust }>> => {
    const known = now();
    const root = known === null ? null : await readKeyFile(file, passphrase);
    if (root?.ok === false) return root;
    if (known === null || root === null || root.value.publicKey.line !== known.rootKey)
      return failure('rootOther', { file: path.basename(file) });
    return ok({ root: root.value, trust: known.trust });
  };
  const trustOf = (version: number, municipality: string, signers: readonly TrustedSigner[]): Trust => ({
    format: 'beredd-trust',
    version,
    municipality,
    signers,
  });
  return {
    setAside: store.report.setAside,
    trust: now,
    forPacks: () => {
      const { root } = store.read();
      const key = root === null ? null : parsePublicKeyLine(root.key);
      const [trust, trustSignature] = [decodeBase64(root?.trust ?? ''), decodeBase64(root?.signature ?? '')];
      if (key === null || trust === null || trustSignature === null) return null;
      return { rootKeyFile: formatPublicKeyFile(key), trust, trustSignature };
    },
    makeRoot: async (file, passphrase, name, signers) => {
      if (passphrase === '') return failure('invalidArgument', { detail: { rule: 'passphrase' } });
      if (now() !== null) return failure('identityExists');
      const root = await createKeyFile(file, passphrase);
      return root.ok ? sign(root.value, trustOf(1, name, signers), undefined) : root;
    },
    setSigners: async (file, passphrase, signers) => {
      const opened = await openRoot({ file, passphrase });
      if (!opened.ok) return opened;
      const { root, trust } = opened.value;
      const next = trustOf(trust.version + 1, trust.municipality, signers);
      return sign(root, next, store.read().root?.succession);
    },
    succession: () => {
      const kept = store.read().root?.succession;
      const letter = decodeBase64(kept?.letter ?? '');
      return kept === undefined || letter === null ? null : { from: kept.from, letter };
    },
    replaceRoot: async (old, fresh, issued) => {
      const known = now();
      if (fresh.passphrase === '') return failure('invalidArgument', { detail: { rule: 'passphrase' } });
      if (known === null) return failure('rootOther');
      const opened = old === null ? null : await openRoot(old);
      if (opened?.ok === false) return opened;
      const made = await createKeyFile(fresh.file, fresh.passphrase);
      if (!made.ok) return made;
      const { municipality, signers, version } = known.trust;
      const next = trustOf(version + 1, municipality, signers);
      if (opened === null) return sign(made.value, next, undefined);
      const [from, to] = [opened.value.root.publicKey.line, made.value.publicKey.line];
      const letter = writeSuccession({ municipality, from, to, issued }, envelopeSigner(opened.value.root));
      return sign(made.value, next, { from, letter: encodeBase64(letter) });
    },
    backupPart: municipalityBackupPart(store),
    flush: store.flush,
  };
}
