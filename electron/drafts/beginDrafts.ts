import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { copyOfMeeting, draftFromTemplate, emptyDraft } from '../../core/draft/beginDraft.ts';
import type { Draft } from '../../core/draft/draft.ts';
import type { OpenedSealed } from '../../core/draft/draftFromManifest.ts';
import { draftFromManifest } from '../../core/draft/draftFromManifest.ts';
import type { DraftStart } from '../../core/draft/draftViews.ts';
import type { Manifest, Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { BodyRegister } from './bodyRegister.ts';
import type { DraftContents } from './draftContents.ts';

/** A sealed item or briefing of an issued revision that could be opened, with a way to its documents. */
export interface OpenedForDraft extends OpenedSealed {
  readonly stream: (sha256: Sha256) => Promise<Result<ReadableStream<Uint8Array>>>;
}

export type OpenSealedItems = (revision: {
  readonly manifest: Manifest;
  readonly manifestSha256: Sha256;
}) => Promise<ReadonlyMap<Uuid, OpenedForDraft>>;

/** A new draft, and how its files come to it. */
export interface DraftBeginning {
  readonly draft: Draft;
  readonly fill: (contents: DraftContents) => Promise<Result<void>>;
}

interface BeginParts {
  readonly library: Pick<LibraryService, 'revisions' | 'documentFile'>;
  readonly bodies: Pick<BodyRegister, 'find'>;
  readonly now: () => number;
  readonly newId: () => Uuid;
  readonly openSealed?: OpenSealedItems;
}

/** Fails with meetingUnknown, or draftUnknown when the body or the template is gone. */
export async function beginDraft(start: DraftStart, parts: BeginParts): Promise<Result<DraftBeginning>> {
  const beginning = { newId: parts.newId, now: parts.now() };
  const withoutFiles = (draft: Draft): Result<DraftBeginning> =>
    ok({ draft, fill: () => Promise.resolve(ok(undefined)) });
  switch (start.from) {
    case 'nothing': {
      const entry = start.bodyId === null ? null : parts.bodies.find(start.bodyId);
      if (entry === null && start.bodyId !== null) return failure('draftUnknown');
      return withoutFiles(emptyDraft(beginning, start.kind, entry));
    }
    case 'template': {
      const entry = parts.bodies.find(start.bodyId);
      const template = entry?.templates.find(({ id }) => id === start.templateId);
      if (entry === null || template === undefined) return failure('draftUnknown');
      return withoutFiles(draftFromTemplate(beginning, entry, template));
    }
    case 'copy': {
      const newest = await newestRevision(start.meetingId, parts.library);
      if (!newest.ok) return newest;
      const { manifest } = newest.value;
      return withoutFiles(copyOfMeeting(beginning, manifest, parts.bodies.find(manifest.meeting.body.id)));
    }
    case 'revision':
      return fromRevision(start.meetingId, parts);
  }
}

async function newestRevision(
  meetingId: Uuid,
  library: BeginParts['library'],
): Promise<Result<{ readonly manifest: Manifest; readonly manifestSha256: Sha256 }>> {
  const revisions = await library.revisions(meetingId);
  if (!revisions.ok) return revisions;
  const [newest] = revisions.value.manifests;
  if (newest === undefined) return failure('meetingUnknown');
  return ok({ manifest: newest.manifest, manifestSha256: newest.sha256 });
}

async function fromRevision(meetingId: Uuid, parts: BeginParts): Promise<Result<DraftBeginning>> {
  const newest = await newestRevision(meetingId, parts.library);
  if (!newest.ok) return newest;
  const opened = (await parts.openSealed?.(newest.value)) ?? new Map<Uuid, OpenedForDraft>();
  const draft = draftFromManifest({ ...newest.value, draftId: parts.newId(), now: parts.now(), opened });
  return ok({ draft, fill: (contents) => fillFrom(contents, draft, parts.library, opened) });
}

/** Links open documents from the library; documents of sealed items go from one ciphertext to another. */
async function fillFrom(
  contents: DraftContents,
  draft: Draft,
  library: BeginParts['library'],
  opened: ReadonlyMap<Uuid, OpenedForDraft>,
): Promise<Result<void>> {
  for (const { files, stream: streamOf } of opened.values()) {
    for (const { sha256 } of files) {
      const stream = await streamOf(sha256);
      const taken = stream.ok ? await contents.takeStream(stream.value, { sealed: true }) : stream;
      // A document that is not here is told by pre-flight.
      if (!taken.ok && taken.error.code !== 'documentMissing') return taken;
    }
  }
  for (const { sha256 } of draft.files) {
    const file = contents.has(sha256) ? null : await library.documentFile(sha256);
    const linked = file === null ? ok(undefined) : await contents.linkFrom(file.path, sha256);
    if (!linked.ok && linked.error.code !== 'documentMissing') return linked;
  }
  return ok(undefined);
}
