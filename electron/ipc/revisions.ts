import type { Handlers } from '../../core/contract.ts';
import { ok } from '../../core/errors.ts';
import type { RevisionDiffService } from '../revisionDiff/revisionDiff.ts';

export function revisionsHandlers({
  revisionDiff,
}: {
  revisionDiff: RevisionDiffService;
}): Handlers['revisions'] {
  return {
    whatsNew: ({ meetingId }) => revisionDiff.whatsNew(meetingId),
    compare: ({ job, meetingId, documentId }) => revisionDiff.compare(job, meetingId, documentId),
    cancel: ({ job }) => {
      revisionDiff.cancel(job);
      return Promise.resolve(ok(undefined));
    },
    oldDocument: ({ meetingId, documentId, sha256 }) =>
      revisionDiff.oldDocument(meetingId, documentId, sha256),
  };
}
