import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Sha256, Uuid } from '../../core/pack/manifest.ts';
import { allDraftItems } from '../../core/draft/agendaTree.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { neededContents } from '../../core/draft/draftFiles.ts';
import type { LockedPart, SealedPart, StoredDraft } from '../../core/draft/sealedParts.ts';
import {
  putBackSealed,
  sealedPartSchema,
  storedDraftSchema,
  takeOutSealed,
} from '../../core/draft/sealedParts.ts';
import type { DraftVault } from '../identity/draftVault.ts';
import { setAside } from '../storage/durableFile.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';
import type { CipherFile, DraftContents } from './draftContents.ts';
import { openDraftContents } from './draftContents.ts';

/** One draft on disk. */
export interface DraftStore {
  /** The draft as it was found, its sealed items opened as far as the vault allows. */
  readonly found: Draft;
  /** Items that are sealed and could not be opened. */
  readonly locked: () => ReadonlySet<Uuid>;
  /** Name of the damaged file that was set aside when the generation before it was taken. */
  readonly recovered: string | null;
  readonly contents: DraftContents;
  /** On disk when it resolves, what is sealed encrypted and its plaintext gone. */
  readonly save: (draft: Draft) => Promise<Result<void>>;
  /** Opens what was locked, if the vault can now; the parts to put back. */
  readonly unlock: () => Promise<readonly SealedPart[]>;
  /** Forgets what opens the sealed items. Everything must be saved. False when nothing was open. */
  readonly lock: () => boolean;
}

export interface StoreOptions {
  /** A new draft; without it the draft must be there. */
  readonly initial?: Draft;
  readonly now: () => number;
  /** These contents are only there encrypted now: nothing else may be kept of them. */
  readonly onSealed: (contents: readonly Sha256[]) => Promise<void>;
}

/** Of the form of `draft.json`. */
export const draftVersion = 1;

export const draftFile = (folder: string): string => path.join(folder, 'draft.json');

const sealedContentSchema = v.object({
  part: sealedPartSchema,
  ciphers: v.record(v.string(), v.object({ name: v.string(), key: v.string() })),
});

/**
 * Opens the draft in `folder`; `initial` is one that is new. Fails with draftUnknown, draftDamaged (set aside),
 * profileNewer, diskDenied or diskFull.
 */
export async function openDraftStore(
  folder: string,
  vault: DraftVault,
  options: StoreOptions,
): Promise<Result<DraftStore>> {
  const store = await openStore<StoredDraft | null>({
    file: draftFile(folder),
    kind: 'draft',
    version: draftVersion,
    schema: storedDraftSchema,
    initial: null,
    now: options.now,
  });
  if (!store.ok) return store.error.code === 'profileDamaged' ? damaged(folder, options.now()) : store;
  const stored = store.value.read();
  const start = stored?.draft ?? options.initial;
  if (start === undefined) return (await damagedBefore(folder)) ?? failure('draftUnknown');
  const contents = await openDraftContents(path.join(folder, 'files'));
  return ok(
    await storeOf(store.value, {
      start,
      sealed: stored?.sealed ?? [],
      contents,
      vault,
      onSealed: options.onSealed,
    }),
  );
}

async function damaged(folder: string, now: number): Promise<Result<never>> {
  const file = draftFile(folder);
  const aside = (await nodeDisk.size(file)) === null ? file : await setAside(nodeDisk, file, now);
  const previous = `${file}.previous`;
  if ((await nodeDisk.size(previous)) !== null) await setAside(nodeDisk, previous, now);
  return failure('draftDamaged', { detail: { setAside: path.basename(aside) } });
}

/** Set aside at an earlier opening; null when nothing was. */
async function damagedBefore(folder: string): Promise<ReturnType<typeof failure> | null> {
  const aside = (await nodeDisk.names(folder)).find((name) => name.startsWith('draft.json.damaged-'));
  return aside === undefined ? null : failure('draftDamaged', { detail: { setAside: aside } });
}

interface Opened {
  readonly start: Draft;
  readonly sealed: readonly LockedPart[];
  readonly contents: DraftContents;
  readonly vault: DraftVault;
  readonly onSealed: StoreOptions['onSealed'];
}

interface Encrypted {
  /** What was encrypted, so that it is done anew only when something changed. */
  readonly plain: string;
  readonly locked: LockedPart;
}

async function storeOf(
  store: DurableStore<StoredDraft | null>,
  { start, sealed, contents, vault, onSealed }: Opened,
): Promise<DraftStore> {
  const stillLocked = new Map(sealed.map((part) => [part.itemId, part]));
  const encrypted = new Map<Uuid, Encrypted>();

  const unlock: DraftStore['unlock'] = async () => {
    const parts: SealedPart[] = [];
    for (const locked of stillLocked.values()) {
      const opened = await openPart(locked, vault);
      if (opened === null) continue;
      contents.knowCiphers(opened.ciphers);
      encrypted.set(locked.itemId, { plain: plainOf(opened.part, opened.ciphers), locked });
      parts.push(opened.part);
    }
    for (const { itemId } of parts) stillLocked.delete(itemId);
    return parts;
  };

  const sealPart = async (part: SealedPart): Promise<Result<{ locked: LockedPart; isNew: boolean }>> => {
    const ciphers: Record<Sha256, CipherFile> = {};
    for (const { sha256 } of part.files) {
      const cipher = await contents.seal(sha256);
      // A file that is missing is told by pre-flight; the item is sealed all the same.
      if (cipher.ok) ciphers[sha256] = cipher.value;
      else if (cipher.error.code !== 'documentMissing') return cipher;
    }
    const plain = plainOf(part, ciphers);
    const known = encrypted.get(part.itemId);
    if (known?.plain === plain) return ok({ locked: known.locked, isNew: false });
    const sealedBytes = await vault.seal(new TextEncoder().encode(plain));
    if (!sealedBytes.ok) return sealedBytes;
    const { itemId, pageCount } = part;
    const names = Object.values(ciphers).map(({ name }) => name);
    const content = Buffer.from(sealedBytes.value).toString('base64');
    const locked = { itemId, pageCount, ciphers: names, content };
    encrypted.set(itemId, { plain, locked });
    return ok({ locked, isNew: true });
  };

  const save: DraftStore['save'] = async (draft) => {
    const { open, parts } = takeOutSealed(draft, new Set(stillLocked.keys()));
    const needed = neededContents(open);
    for (const sha256 of needed) {
      if (contents.plainFile(sha256) !== null || !contents.has(sha256)) continue;
      const opened = await contents.unseal(sha256);
      if (!opened.ok) return opened;
    }
    const sealedParts: LockedPart[] = lockedOf(draft, stillLocked);
    let hasNew = false;
    for (const part of parts) {
      const made = await sealPart(part);
      if (!made.ok) return made;
      sealedParts.push(made.value.locked);
      hasNew ||= made.value.isNew;
    }
    const saved = await store.update(() => ({ draft: open, sealed: sealedParts }));
    if (!saved.ok) return saved;
    for (const itemId of encrypted.keys()) {
      // What stands openly now has to be sealed as something new.
      if (!parts.some((part) => part.itemId === itemId)) encrypted.delete(itemId);
    }
    if (hasNew) {
      // The generation before this one may hold openly what is sealed now: it goes too.
      const again = await store.update((current) => (current === null ? null : { ...current }));
      if (!again.ok) return again;
    }
    const onlySealed = parts.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    await contents.removePlain(onlySealed);
    await onSealed(onlySealed);
    return ok(undefined);
  };

  const found = putBackSealed(start, await unlock());
  const ciphers = [...stillLocked.values(), ...[...encrypted.values()].map(({ locked }) => locked)];
  // Nothing can be undone yet, so what the draft does not need is left over from an earlier run.
  await contents.keepOnly(neededContents(start), new Set(ciphers.flatMap((part) => part.ciphers)));
  const [aside] = store.report.setAside;
  return {
    found,
    locked: () => new Set(stillLocked.keys()),
    recovered: aside === undefined ? null : path.basename(aside),
    contents,
    save,
    unlock,
    lock: () => {
      const open = [...encrypted];
      for (const [itemId, { locked }] of open) stillLocked.set(itemId, locked);
      encrypted.clear();
      contents.forgetCiphers();
      return open.length > 0;
    },
  };
}

const plainOf = (part: SealedPart, ciphers: Readonly<Record<Sha256, CipherFile>>): string =>
  JSON.stringify({ part, ciphers });

/** Those locked parts whose items and briefings still stand in the draft. */
function lockedOf(draft: Draft, locked: ReadonlyMap<Uuid, LockedPart>): LockedPart[] {
  const here = new Set([...allDraftItems(draft.items), ...draft.briefings].map(({ id }) => id));
  return [...locked.values()].filter(({ itemId }) => here.has(itemId));
}

/** Null when it cannot be opened, for whatever reason: it stays as it is. */
async function openPart(
  { content }: LockedPart,
  vault: DraftVault,
): Promise<v.InferOutput<typeof sealedContentSchema> | null> {
  if (vault.state() !== 'open') return null;
  try {
    const opened = await vault.open(Buffer.from(content, 'base64'));
    if (!opened.ok) return null;
    const plain: unknown = JSON.parse(new TextDecoder().decode(opened.value));
    const checked = v.safeParse(sealedContentSchema, plain);
    return checked.success ? checked.output : null;
  } catch {
    return null;
  }
}
