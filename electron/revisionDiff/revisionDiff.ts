import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Manifest, PackDocument } from '../../core/pack/manifest.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import type { DocumentComparison } from '../../core/revisionDiff/documentComparison.ts';
import type { OldDocument } from '../../core/revisionDiff/oldDocument.ts';
import { oldDocumentIn } from '../../core/revisionDiff/oldDocument.ts';
import type { WhatsNew } from '../../core/revisionDiff/whatsNew.ts';
import { whatsNew } from '../../core/revisionDiff/whatsNew.ts';
import type { LibraryService, MeetingRevisions } from '../library/libraryService.ts';
import type { RevisionClient, TellProgress } from '../revisions/revisionClient.ts';
import type { FileOfDocument } from '../revisions/revisionMessages.ts';

/** How the revision shown differs from the one the person last looked at. Fails with `meetingUnknown`. */
export interface RevisionDiffService {
  /** Null when there is only one revision here. */
  readonly whatsNew: (meetingId: string) => Promise<Result<WhatsNew | null>>;
  /** Fails with `documentMissing`, `cancelled` or `unexpected`. */
  readonly compare: (
    job: string,
    meetingId: string,
    documentId: string,
  ) => Promise<Result<DocumentComparison>>;
  readonly cancel: (job: string) => void;
  /** Compares what was read and replaced, so that a new printing of the same words does not look unread. */
  readonly settleReadStates: (meetingId: string) => Promise<void>;
  /** The document as it was when it had these bytes; null when no revision here has it. */
  readonly oldDocument: (
    meetingId: string,
    documentId: string,
    sha256: string,
  ) => Promise<Result<OldDocument | null>>;
}

export interface RevisionDiffParts {
  readonly library: Pick<LibraryService, 'revisions' | 'documentFile' | 'setSameText'>;
  readonly client: Pick<RevisionClient, 'compare' | 'cancel'>;
  readonly onProgress: (job: string, done: number, total: number) => void;
  readonly newId: () => string;
}

/** Comparisons that are kept, newest last. */
const mostKept = 40;

export function createRevisionDiff({
  library,
  client,
  onProgress,
  newId,
}: RevisionDiffParts): RevisionDiffService {
  const kept = new Map<string, DocumentComparison>();

  const compareFiles = async (
    job: string,
    before: FileOfDocument,
    after: FileOfDocument,
    progress: TellProgress,
  ): Promise<Result<DocumentComparison>> => {
    const key = [before, after]
      .map(({ sha256, fromPage, pageCount }) => [sha256, fromPage, pageCount])
      .join();
    const known = kept.get(key);
    if (known !== undefined) return ok(known);
    const compared = await client.compare(job, before, after, progress);
    if (!compared.ok) return compared;
    kept.set(key, compared.value);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return compared;
  };

  const fileOf = async ({ sha256, pages, pageCount }: PackDocument): Promise<FileOfDocument> => {
    const file = await library.documentFile(sha256);
    return {
      sha256,
      path: file?.path ?? null,
      isPdf: file?.mediaType === 'application/pdf',
      fromPage: pages?.from ?? 1,
      pageCount,
    };
  };

  const compare: RevisionDiffService['compare'] = async (job, meetingId, documentId) => {
    const revisions = await library.revisions(meetingId);
    if (!revisions.ok) return revisions;
    const pair = comparedManifests(revisions.value);
    const before = pair && documentIn(pair.before, documentId);
    const after = pair && documentIn(pair.after, documentId);
    if (!before || !after) return failure('documentMissing');
    const [old, renewed] = await Promise.all([fileOf(before), fileOf(after)]);
    if (old.path === null || renewed.path === null) return failure('documentMissing');
    const compared = await compareFiles(job, old, renewed, (done, total) => onProgress(job, done, total));
    // Only the layout is another: what was read stays read.
    if (compared.ok && compared.value.verdict === 'layout')
      await library.setSameText(documentId, contentOf(before), contentOf(after));
    return compared;
  };

  return {
    whatsNew: async (meetingId) => {
      const revisions = await library.revisions(meetingId);
      if (!revisions.ok) return revisions;
      const pair = comparedManifests(revisions.value);
      if (pair === null) return ok(null);
      return ok(whatsNew({ ...pair, wasRead: revisions.value.wasRead }));
    },
    compare,
    settleReadStates: async (meetingId) => {
      const revisions = await library.revisions(meetingId);
      const pair = revisions.ok ? comparedManifests(revisions.value) : null;
      if (!revisions.ok || pair === null || pair.isSeen) return;
      const { holders } = whatsNew({ ...pair, wasRead: revisions.value.wasRead });
      for (const { id, before, after, wasRead } of holders.flatMap(({ documents }) => documents))
        if (wasRead && before !== null && after !== null) await compare(newId(), meetingId, id);
    },
    cancel: (job) => client.cancel(job),
    oldDocument: async (meetingId, documentId, sha256) => {
      const revisions = await library.revisions(meetingId);
      if (!revisions.ok) return revisions;
      const old = oldDocumentIn(
        revisions.value.manifests.map(({ manifest }) => manifest),
        documentId,
        sha256,
      );
      if (old === null) return ok(null);
      return ok((await library.documentFile(sha256)) === null ? null : old);
    },
  };
}

const contentOf = ({ sha256, pages }: PackDocument): Pick<PackDocument, 'sha256' | 'pages'> => ({
  sha256,
  pages,
});

/** The revision shown, and the one last looked at; the one before it when that is the same. */
function comparedManifests({ manifests, seen }: MeetingRevisions): {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly isSeen: boolean;
} | null {
  const [shown, previous] = manifests;
  if (shown === undefined) return null;
  const isSeen = seen === null || seen === shown.sha256;
  const before = isSeen ? previous : manifests.find(({ sha256 }) => sha256 === seen);
  return before === undefined ? null : { before: before.manifest, after: shown.manifest, isSeen };
}

const documentIn = (manifest: Manifest, id: string): PackDocument | undefined =>
  documentHolders(manifest)
    .flatMap(({ documents }) => documents)
    .find((document) => document.id === id);
