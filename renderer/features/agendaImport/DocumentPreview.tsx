import type { ReactNode } from 'react';
import { documentIn } from '../../../core/agendaImport/reviewEdits.ts';
import { useMessages } from '../../ui/messages.tsx';
import { PageThumb } from './PageThumb.tsx';
import { useReview } from './useReview.ts';
import { useReviewWords } from './useReviewWords.ts';

const previewWidth = 340;

/** The first page of the chosen document, so that its place can be judged. */
export function DocumentPreview(): ReactNode {
  const { t } = useMessages();
  const words = useReviewWords();
  const { proposal, shown } = useReview();
  const document = shown === null ? null : documentIn(proposal, shown);
  const file = proposal.files.find(({ sha256 }) => sha256 === document?.file);
  const isPaged = file?.mediaType === 'application/pdf' && file.condition === 'readable';
  return (
    <aside className="imp-preview" aria-label={t('agendaImport.preview')}>
      {document === null || !isPaged ? (
        <p className="imp-preview__empty">
          {t(document === null ? 'agendaImport.previewEmpty' : 'agendaImport.previewNone')}
        </p>
      ) : (
        <>
          <PageThumb
            key={`${document.file} ${document.pages?.from ?? 1}`}
            sha256={document.file}
            page={document.pages?.from ?? 1}
            width={previewWidth}
            label={t('agendaImport.firstPage', { title: document.title })}
          />
          <p className="imp-preview__words">
            {words.pages(document) ?? t('agendaImport.pageCount', { count: file.pageCount ?? 0 })}
          </p>
        </>
      )}
    </aside>
  );
}
