import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { base64, publicKey, shortName } from '../../core/exchange/exchangeValues.ts';
import { decodeBase64, encodeBase64 } from '../../core/pack/base64.ts';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import { formatPublicKeyFile, parsePublicKeyLine } from '../../core/pack/minisign.ts';
import type { Trust, TrustedSigner } from '../../core/pack/trust.ts';
import { parseTrust } from '../../core/pack/trust.ts';
import { encodeUtf8 } from '../../core/pack/utf8.ts';
import { createKeyFile, readKeyFile } from '../crypto/keyFile.ts';
import type { Signer } from '../crypto/minisignFiles.ts';
import { signMinisign } from '../crypto/minisignFiles.ts';
import type { PackToWrite } from '../packs/writePack.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';

const officeSchema = v.object({
  root: v.nullable(
    v.object({
      name: shortName,
      key: publicKey,
      /** trust.json as it was signed, and its signature file. */
      trust: base64(1024 * 1024),
      signature: base64(16 * 1024),
    }),
  ),
});
type OfficeData = v.InferOutput<typeof officeSchema>;

/** The municipality's root key and its list of signers. The secret half is only ever in a file kept offline. */
export interface Municipality {
  /** Full paths of damaged files that were set aside at opening. */
  readonly setAside: readonly string[];
  /** Null while there is no root. */
  readonly trust: () => { readonly rootKey: string; readonly trust: Trust } | null;
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
  readonly flush: () => Promise<void>;
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
  const sign = async (root: Signer, trust: Trust): Promise<Result<void>> => {
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
      },
    }));
    return saved.ok ? ok(undefined) : saved;
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
      return root.ok ? sign(root.value, trustOf(1, name, signers)) : root;
    },
    setSigners: async (file, passphrase, signers) => {
      const known = now();
      if (known === null) return failure('rootOther', { file: path.basename(file) });
      const root = await readKeyFile(file, passphrase);
      if (!root.ok) return root;
      if (root.value.publicKey.line !== known.rootKey)
        return failure('rootOther', { file: path.basename(file) });
      return sign(root.value, trustOf(known.trust.version + 1, known.trust.municipality, signers));
    },
    flush: store.flush,
  };
}
