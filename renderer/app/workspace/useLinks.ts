import { useCallback } from 'react';
import type { BereddError } from '../../../core/errors.ts';
import { failure } from '../../../core/errors.ts';
import { documentOfLink } from '../../../core/links/documentOfLink.ts';
import type { MeetingView } from '../../../core/library/views.ts';
import { client } from '../../client.ts';
import type { ReaderLink } from '../../features/reader/links/readerLink.ts';
import { showToast } from '../../ui/toasts.ts';
import { showDocument } from './showDocument.ts';
import type { Workspace } from './Workspace.ts';
import { owners } from './workspacePlaces.ts';

/** Asks whether an address may be opened outside the app, in the shell's own dialog. */
export function useOpenAddress(workspace: Workspace): (address: string) => void {
  return useCallback(
    (address) => {
      const ask = async (): Promise<void> => {
        const answer = await client.links.ask({ address });
        if (!answer.ok) workspace.store.setState({ actionError: answer.error });
        else if (answer.value === 'copied')
          showToast({ tone: 'good', title: ({ t }) => t('navigate.copied') });
      };
      void ask();
    },
    [workspace],
  );
}

/** Follows links that lead out of the documents of an item: to other documents of the meeting, or out of the app. */
export function useLinks(
  workspace: Workspace,
  view: MeetingView,
  ownerId: string,
): (link: ReaderLink) => void {
  const openAddress = useOpenAddress(workspace);
  return useCallback(
    (link) => {
      if (link.type === 'address') return openAddress(link.address);
      const place = placeOfLink(view, ownerId, link);
      if (place && showDocument(workspace, place.documentId))
        return workspace.jumpTo({ ...place, offset: 0 });
      workspace.store.setState({ actionError: refusal(link) });
    },
    [workspace, view, ownerId, openAddress],
  );
}

/** A document of the meeting and its own page; null when the link means none. */
function placeOfLink(
  view: MeetingView,
  ownerId: string,
  link: Exclude<ReaderLink, { type: 'address' }>,
): { readonly documentId: string; readonly page: number } | null {
  if (link.type === 'action') return null;
  const documents = owners(view).flatMap((owner) =>
    owner.documents.map((document) => ({ document, ownerId: owner.itemId ?? owner.briefingId ?? '' })),
  );
  if (link.type === 'file') {
    const candidates = documents.map(({ document: { id, title }, ownerId: of }) => ({
      id,
      title,
      ownerId: of,
    }));
    const documentId = documentOfLink(link.name, ownerId, candidates);
    const pageCount = documents.find(({ document }) => document.id === documentId)?.document.pageCount ?? 1;
    return documentId === null
      ? null
      : { documentId, page: Math.min(link.page ?? 1, Math.max(1, pageCount)) };
  }
  const found = documents.find(({ document: { sha256, pages, pageCount } }) => {
    const first = pages?.from ?? 1;
    return sha256 === link.sha256 && link.filePage >= first && link.filePage < first + pageCount;
  })?.document;
  return found ? { documentId: found.id, page: link.filePage - (found.pages?.from ?? 1) + 1 } : null;
}

function refusal(link: Exclude<ReaderLink, { type: 'address' }>): BereddError {
  switch (link.type) {
    case 'file':
      return failure('linkRefused', { detail: { why: 'file', what: link.name } }).error;
    case 'page':
      return failure('linkRefused', { detail: { why: 'page', what: link.filePage } }).error;
    case 'action':
      return failure('linkRefused', { detail: { why: 'action' } }).error;
  }
}
