import { meetingDocuments } from '../../core/annotation/anchoring/meetingDocuments.ts';
import type { Handlers } from '../../core/contract.ts';
import { failure, ok } from '../../core/errors.ts';
import { createAnnotatedCopies } from '../annotatedCopy/copyClient.ts';
import type { Dialogs } from '../ipc/ports.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import { readSmallFile } from '../preparation/readSmallFile.ts';
import type { IncomingParts } from './incomingNotes.ts';
import { readIncoming } from './incomingNotes.ts';

export interface OpenIncomingParts extends Omit<IncomingParts, 'copies' | 'readFile'> {
  readonly dialogs: Pick<Dialogs, 'chooseNotesToOpen'>;
  /** The process that reads annotations. */
  readonly connectCopies: () => PackChannel;
}

/** Handlers of what comes in from elsewhere. */
export function openIncoming(parts: OpenIncomingParts): Handlers['incoming'] {
  const { dialogs, library } = parts;
  const copies = createAnnotatedCopies(parts.connectCopies, pdfiumFile());
  const reading: IncomingParts = { ...parts, copies, readFile: readSmallFile };
  return {
    read: async ({ meetingId, from }) => {
      if (from.type === 'file') return readIncoming(reading, meetingId, from.path);
      if (from.type === 'chosen') {
        const file = await dialogs.chooseNotesToOpen();
        return file === null ? ok(null) : readIncoming(reading, meetingId, file);
      }
      const document = await documentPath(library, meetingId, from.documentId);
      if (document === null) return failure('documentMissing');
      const read = await readIncoming(reading, meetingId, document.path, true);
      return read.ok ? ok({ ...read.value, file: document.title }) : read;
    },
  };
}

async function documentPath(
  library: IncomingParts['library'],
  meetingId: string,
  documentId: string,
): Promise<{ readonly path: string; readonly title: string } | null> {
  const revisions = await library.revisions(meetingId);
  const [shown] = revisions.ok ? revisions.value.manifests : [];
  const documents = shown === undefined ? [] : meetingDocuments(shown.manifest).documents;
  const document = documents.find(({ id }) => id === documentId);
  const file = document === undefined ? null : await library.documentFile(document.sha256);
  return file === null || document === undefined ? null : { path: file.path, title: document.title };
}
