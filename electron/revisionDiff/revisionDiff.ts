import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { Manifest, PackDocument } from '../../core/pack/manifest.ts';
import { documentHolders } from '../../core/pack/manifestWalk.ts';
import type { DocumentComparison } from '../../core/revisionDiff/documentComparison.ts';
import type { OldDocument } from '../../core/revisionDiff/oldDocument.ts';
import { oldDocumentIn } from '../../core/revisionDiff/oldDocument.ts';
import type { OpenedRevisions } from '../../core/sealing/openedManifest.ts';
import { openedManifest, openedRevisions } from '../../core/sealing/openedManifest.ts';
import type { WhatsNew } from '../../core/revisionDiff/whatsNew.ts';
import { whatsNew } from '../../core/revisionDiff/whatsNew.ts';
import type { LibraryService, MeetingRevisions } from '../library/libraryService.ts';
import type { RevisionClient, TellProgress } from '../revisions/revisionClient.ts';
import type { FileOfDocument } from '../revisions/revisionMessages.ts';
import type { SealedReading } from '../sealing/sealedReading.ts';

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
  /** Opens what the person's keys open; compared in memory only. */
  readonly sealed: Pick<
    SealedReading,
    'prepare' | 'contents' | 'cipherFile' | 'ownsDocument' | 'readState' | 'onForgotten'
  >;
  readonly onProgress: (job: string, done: number, total: number) => void;
  readonly newId: () => string;
}

interface OpenedPair extends OpenedRevisions {
  readonly isSeen: boolean;
}

/** Comparisons that are kept, newest last. */
const mostKept = 40;

export function createRevisionDiff({
  library,
  client,
  sealed,
  onProgress,
  newId,
}: RevisionDiffParts): RevisionDiffService {
  const kept = new Map<string, DocumentComparison>();
  /** What was told of documents inside seals: goes when they are locked. */
  const keptOfSealed = new Map<string, DocumentComparison>();
  sealed.onForgotten(() => keptOfSealed.clear());

  /** The two revisions that are compared, with what the person's keys open in place. */
  const openedPair = async (meetingId: string, revisions: MeetingRevisions): Promise<OpenedPair | null> => {
    const pair = comparedManifests(revisions);
    if (pair === null) return null;
    await sealed.prepare(meetingId);
    const [before, after] = [pair.before, pair.after].map(({ sha256, manifest }) => ({
      manifest,
      opened: sealed.contents(meetingId, sha256),
    }));
    if (before === undefined || after === undefined) return null;
    return { ...openedRevisions(before, after), isSeen: pair.isSeen };
  };

  const wasReadIn =
    ({ wasRead }: MeetingRevisions) =>
    (document: PackDocument): boolean =>
      sealed.ownsDocument(document.id) ? sealed.readState(document.id) === 'read' : wasRead(document);

  const compareFiles = async (
    job: string,
    before: FileOfDocument,
    after: FileOfDocument,
    progress: TellProgress,
  ): Promise<Result<DocumentComparison>> => {
    const key = [before, after]
      .map(({ sha256, fromPage, pageCount }) => [sha256, fromPage, pageCount])
      .join();
    const isSealed = before.key != null || after.key != null;
    const ours = isSealed ? keptOfSealed : kept;
    const known = ours.get(key);
    if (known !== undefined) return ok(known);
    let isForgotten = false;
    const stopHearing = isSealed ? sealed.onForgotten(() => (isForgotten = true)) : () => undefined;
    const compared = await client.compare(job, before, after, progress);
    stopHearing();
    if (!compared.ok) return compared;
    if (isForgotten) return failure('cancelled');
    ours.set(key, compared.value);
    const [oldest] = ours.keys();
    if (ours.size > mostKept && oldest !== undefined) ours.delete(oldest);
    return compared;
  };

  const fileOf = async ({ sha256, pages, pageCount }: PackDocument): Promise<FileOfDocument> => {
    const file = await library.documentFile(sha256);
    const cipher = file === null ? sealed.cipherFile(sha256) : null;
    return {
      sha256,
      path: file?.path ?? cipher?.path ?? null,
      key: cipher?.key ?? null,
      isPdf: (file ?? cipher)?.mediaType === 'application/pdf',
      fromPage: pages?.from ?? 1,
      pageCount,
    };
  };

  const compare: RevisionDiffService['compare'] = async (job, meetingId, documentId) => {
    const revisions = await library.revisions(meetingId);
    if (!revisions.ok) return revisions;
    const pair = await openedPair(meetingId, revisions.value);
    const before = pair && documentIn(pair.before, documentId);
    const after = pair && documentIn(pair.after, documentId);
    if (!before || !after) return failure('documentMissing');
    const [old, renewed] = await Promise.all([fileOf(before), fileOf(after)]);
    if (old.path === null || renewed.path === null) return failure('documentMissing');
    const compared = await compareFiles(job, old, renewed, (done, total) => onProgress(job, done, total));
    // Only the layout is another: what was read stays read. Nothing of what is sealed is remembered on the disk.
    const isOpen = old.key === null && renewed.key === null;
    if (isOpen && compared.ok && compared.value.verdict === 'layout')
      await library.setSameText(documentId, contentOf(before), contentOf(after));
    return compared;
  };

  return {
    whatsNew: async (meetingId) => {
      const revisions = await library.revisions(meetingId);
      if (!revisions.ok) return revisions;
      const pair = await openedPair(meetingId, revisions.value);
      if (pair === null) return ok(null);
      return ok(whatsNew({ ...pair, wasRead: wasReadIn(revisions.value) }));
    },
    compare,
    settleReadStates: async (meetingId) => {
      const revisions = await library.revisions(meetingId);
      const pair = revisions.ok ? comparedManifests(revisions.value) : null;
      if (!revisions.ok || pair === null || pair.isSeen) return;
      const [before, after] = [pair.before.manifest, pair.after.manifest];
      const { holders } = whatsNew({ before, after, isSeen: false, wasRead: revisions.value.wasRead });
      for (const { id, before, after, wasRead } of holders.flatMap(({ documents }) => documents))
        if (wasRead && before !== null && after !== null) await compare(newId(), meetingId, id);
    },
    cancel: (job) => client.cancel(job),
    oldDocument: async (meetingId, documentId, sha256) => {
      const revisions = await library.revisions(meetingId);
      if (!revisions.ok) return revisions;
      await sealed.prepare(meetingId);
      const old = oldDocumentIn(
        revisions.value.manifests.map((each) =>
          openedManifest(each.manifest, sealed.contents(meetingId, each.sha256)),
        ),
        documentId,
        sha256,
      );
      if (old === null) return ok(null);
      const isHere = (await library.documentFile(sha256)) !== null || sealed.cipherFile(sha256) !== null;
      return ok(isHere ? old : null);
    },
  };
}

const contentOf = ({ sha256, pages }: PackDocument): Pick<PackDocument, 'sha256' | 'pages'> => ({
  sha256,
  pages,
});

/** The revision shown, and the one last looked at; the one before it when that is the same. */
function comparedManifests({ manifests, seen }: MeetingRevisions): {
  readonly before: MeetingRevisions['manifests'][number];
  readonly after: MeetingRevisions['manifests'][number];
  readonly isSeen: boolean;
} | null {
  const [shown, previous] = manifests;
  if (shown === undefined) return null;
  const isSeen = seen === null || seen === shown.sha256;
  const before = isSeen ? previous : manifests.find(({ sha256 }) => sha256 === seen);
  return before === undefined ? null : { before, after: shown, isSeen };
}

const documentIn = (manifest: Manifest, id: string): PackDocument | undefined =>
  documentHolders(manifest)
    .flatMap(({ documents }) => documents)
    .find((document) => document.id === id);
