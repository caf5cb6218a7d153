import { existsSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { storedDraftSchema } from '../../core/draft/sealedParts.ts';
import type { Sha256, Uuid } from '../../core/pack/manifest.ts';
import { checkDraft } from '../../core/preflight/checkDraft.ts';
import type { FileFacts } from '../../core/preflight/fileFacts.ts';
import type { Finding } from '../../core/preflight/finding.ts';
import { draftVersion } from '../drafts/draftStore.ts';
import { readDurable } from '../storage/durableFile.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { nodeDisk } from '../storage/nodeDisk.ts';
import { localDay } from './localDay.ts';
import type { PreflightReader } from './preflightReader.ts';

/** A draft outside the app, for one check. */
export interface CheckedDraft {
  readonly draft: Draft;
  /** Where an open content lies; null when it is not here. */
  readonly fileOf: (sha256: Sha256) => string | null;
  /** Sealed items: without the secretary's key nothing is known of them. */
  readonly locked: ReadonlySet<Uuid>;
}

/** Reads a `draft.json` without touching it. Fails with draftUnknown, draftDamaged, profileNewer or diskDenied. */
export async function draftOnDisk(file: string): Promise<Result<CheckedDraft>> {
  try {
    const read = await readDurable(nodeDisk, file, 'draft');
    if (read.state === 'missing') return failure('draftUnknown', { file });
    if (read.state === 'damaged')
      return failure('draftDamaged', { file, detail: { setAside: path.basename(file) } });
    if (read.version > draftVersion)
      return failure('profileNewer', { file, detail: { version: read.version } });
    const stored = v.safeParse(storedDraftSchema, read.data);
    if (!stored.success) return failure('draftDamaged', { file, detail: { setAside: path.basename(file) } });
    const files = path.join(path.dirname(file), 'files');
    const { draft, sealed } = stored.output;
    return ok({
      draft,
      fileOf: (sha256) => (existsSync(path.join(files, sha256)) ? path.join(files, sha256) : null),
      locked: new Set(sealed.map(({ itemId }) => itemId)),
    });
  } catch (error) {
    return diskFailure(error, file);
  }
}

/** All findings of a draft outside the app; every file is read now. */
export async function checkOnce(
  { draft, fileOf, locked }: CheckedDraft,
  { reader, now }: { readonly reader: PreflightReader; readonly now: () => number },
): Promise<readonly Finding[]> {
  const facts = new Map<Sha256, FileFacts>();
  const latestYear = new Date(now()).getFullYear();
  for (const { sha256, mediaType } of draft.files) {
    const file = mediaType === 'application/pdf' ? fileOf(sha256) : null;
    const read = file === null ? null : await reader.check({ path: file, key: null, latestYear });
    if (read !== null) facts.set(sha256, read);
  }
  return checkDraft(draft, {
    now: now(),
    today: localDay(new Date(now())),
    factsOf: (sha256) => facts.get(sha256) ?? null,
    isHere: (sha256) => fileOf(sha256) !== null,
    hasCard: () => null,
    locked,
  });
}
