import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { DraftBodyEntry } from '../../core/draft/draftViews.ts';
import { draftBodyEntrySchema } from '../../core/draft/draftViews.ts';
import type { StoredDraft } from '../../core/draft/sealedParts.ts';
import { storedDraftSchema } from '../../core/draft/sealedParts.ts';
import { ageIdentity } from '../../core/exchange/exchangeValues.ts';
import { decodeBase64 } from '../../core/pack/base64.ts';
import type { Uuid } from '../../core/pack/manifest.ts';
import type { BackupPart } from '../backup/backupPart.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import { readStoredDraft, writeStoredDraft } from './storedDrafts.ts';

const contentName = /^([0-9a-f]{64}|[0-9a-f]{32}\.age)$/;

const partSchema = v.object({
  drafts: v.array(
    v.object({
      /** As it lies on disk: what is sealed is encrypted in it. */
      stored: storedDraftSchema,
      /** Base64 of its files, under the names they have there; sealed ones encrypted. */
      files: v.record(v.pipe(v.string(), v.regex(contentName)), v.string()),
    }),
  ),
  bodies: v.array(draftBodyEntrySchema),
  /** What opens the sealed parts. */
  keys: v.array(ageIdentity),
});
type DraftsPart = v.InferOutput<typeof partSchema>;

export interface DraftsToBackUp {
  /** `drafts/` of the profile. */
  readonly folder: string;
  /** The one changed last first; everything of them is on disk. */
  readonly ids: () => Promise<readonly Uuid[]>;
  /** Forgets what is in memory of a draft that is about to change on disk. */
  readonly close: (draftId: Uuid) => Promise<void>;
  /** A draft has come, or is another than before. */
  readonly changed: (draftId: Uuid) => Promise<void>;
  readonly bodies: () => readonly DraftBodyEntry[];
  /** Adds those that are not here. */
  readonly addBodies: (bodies: readonly DraftBodyEntry[]) => Promise<Result<void>>;
  readonly keys?: DraftKeys;
  /** Where the library has this document; null when it has not. */
  readonly documentFile: (sha256: string) => Promise<{ readonly path: string } | null>;
}

/** The keys that sealed parts of drafts are encrypted to. */
export interface DraftKeys {
  /** All that are open now. */
  readonly all: () => readonly string[];
  /** Fails with identityLocked while keys that are not here cannot be kept. */
  readonly mayAdd: (keys: readonly string[]) => Result<void>;
  /** Keeps keys of another computer, so that what was sealed there opens here; nobody is asked when there are none. */
  readonly add: (keys: readonly string[], passphrase: string) => Promise<Result<void>>;
}

/** More than this of the drafts' documents is left out: they can be had again, the secretary's work cannot. */
export const largestContents = 96 * 1024 * 1024;

/** The office's drafts and bodies in the backup, which is itself encrypted; what is sealed in them stays encrypted too. */
export const draftsBackupPart = (source: DraftsToBackUp): BackupPart => ({
  name: 'drafts',
  export: async () => {
    try {
      return ok(await collected(source));
    } catch (error) {
      return diskFailure(error, source.folder);
    }
  },
  read: (data) => {
    const part = v.safeParse(partSchema, data);
    if (!part.success) return failure('backupDamaged');
    const { drafts, keys } = part.output;
    const keysToAdd = drafts.some(({ stored }) => stored.sealed.length > 0) ? keys : [];
    const mayAdd = source.keys?.mayAdd(keysToAdd) ?? ok(undefined);
    return mayAdd.ok ? ok((passphrase) => takeAllIn(source, part.output, { keysToAdd, passphrase })) : mayAdd;
  },
});

async function collected(source: DraftsToBackUp): Promise<DraftsPart> {
  const drafts: DraftsPart['drafts'] = [];
  let room = largestContents;
  for (const id of await source.ids()) {
    const folder = path.join(source.folder, id);
    const stored = await readStoredDraft(folder);
    if (stored === null) continue;
    const files: Record<string, string> = {};
    for (const name of await nodeDisk.names(path.join(folder, 'files'))) {
      const file = path.join(folder, 'files', name);
      const size = (await nodeDisk.size(file)) ?? 0;
      if (!contentName.test(name) || size > room) continue;
      files[name] = (await fs.readFile(file)).toString('base64');
      room -= size;
    }
    drafts.push({ stored, files });
  }
  return { drafts, bodies: [...source.bodies()], keys: [...(source.keys?.all() ?? [])] };
}

async function takeAllIn(
  source: DraftsToBackUp,
  { drafts, bodies }: DraftsPart,
  { keysToAdd, passphrase }: { readonly keysToAdd: readonly string[]; readonly passphrase: string },
): Promise<Result<void>> {
  const added = await source.addBodies(bodies);
  if (!added.ok) return added;
  const kept = await source.keys?.add(keysToAdd, passphrase);
  if (kept?.ok === false) return kept;
  try {
    for (const each of drafts) await takeIn(source, each);
  } catch (error) {
    return diskFailure(error, source.folder);
  }
  return ok(undefined);
}

async function takeIn(
  source: DraftsToBackUp,
  { stored, files }: DraftsPart['drafts'][number],
): Promise<void> {
  const { id, changed } = stored.draft;
  const folder = path.join(source.folder, id);
  const here = await readStoredDraft(folder);
  const isNewerHere = here !== null && here.draft.changed >= changed;
  if (isNewerHere) return;
  await source.close(id);
  await putFiles(source, folder, stored, files);
  await writeStoredDraft(folder, stored);
  await source.changed(id);
}

/** Its files from the backup, and from the library those that it left out. */
async function putFiles(
  { documentFile }: DraftsToBackUp,
  folder: string,
  { draft }: StoredDraft,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const target = path.join(folder, 'files');
  await nodeDisk.makeFolder(target);
  for (const [name, base64] of Object.entries(files)) {
    const bytes = decodeBase64(base64);
    // An open file is what its name says, or it is left out; a sealed one is checked when it is opened.
    const isWhole = bytes !== null && (name.endsWith('.age') || sha256Of(bytes) === name);
    if (isWhole) await putFile(path.join(target, name), bytes);
  }
  for (const { sha256 } of draft.files) {
    const known = files[sha256] === undefined ? await documentFile(sha256) : null;
    if (known !== null && (await nodeDisk.size(path.join(target, sha256))) === null) {
      await nodeDisk.link(known.path, path.join(target, sha256));
    }
  }
}

async function putFile(file: string, bytes: Uint8Array): Promise<void> {
  if ((await nodeDisk.size(file)) !== null) return;
  const unnamed = `${file}.new`;
  await nodeDisk.remove(unnamed);
  await fs.writeFile(unnamed, bytes, { mode: 0o600, flush: true });
  await nodeDisk.rename(unnamed, file);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
