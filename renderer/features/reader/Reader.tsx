import { FileText } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useState } from 'react';
import { defaultComfort } from '../../../core/settings/comfortSettings.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { pageLook } from './comfort/pageLooks.ts';
import { pdfHost } from './engine/pdfService.ts';
import type { PdfHost } from './engine/pdfHost.ts';
import { ReaderView } from './ReaderView.tsx';
import type { ReaderDocument, ReaderHandle, ReaderProps } from './readerTypes.ts';
import { ReaderSession } from './session/ReaderSession.ts';

export interface ReaderComponentProps extends ReaderProps {
  readonly ref?: Ref<ReaderHandle>;
  /** Where pages are drawn; the window's own worker unless a test says otherwise. */
  readonly host?: PdfHost;
}

/**
 * The documents of an item or briefing in one continuous scroll. It starts anew, where the start document was left, when other
 * documents are given; new marks, names or read states of the same documents do not disturb it.
 */
export function Reader({ ref, host = pdfHost, ...props }: ReaderComponentProps): ReactNode {
  const { t } = useMessages();
  if (props.documents.length === 0) {
    return (
      <EmptyState icon={<FileText size={24} aria-hidden />} title={t('reader.empty.title')}>
        {t('reader.empty.text')}
      </EmptyState>
    );
  }
  return <OpenDocuments key={contentKey(props.documents)} {...props} host={host} {...(ref ? { ref } : {})} />;
}

function OpenDocuments({
  host,
  ...props
}: ReaderProps & { ref?: Ref<ReaderHandle>; host: PdfHost }): ReactNode {
  const [session] = useState(() => {
    const opened = new ReaderSession(props.documents, props.startDocumentId, host, props.arrangement);
    if (!props.textView?.settings.isShown)
      opened.prepare(pageLook(props.comfort?.settings ?? defaultComfort));
    opened.begin();
    return opened;
  });
  return <ReaderView session={session} {...props} />;
}

function contentKey(documents: readonly ReaderDocument[]): string {
  return documents.map(({ id, sha256, available }) => `${id}:${sha256}:${available}`).join();
}
