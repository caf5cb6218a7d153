import { ChevronLeft, ChevronRight, FileX2, Scissors } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { fileOf, ownPageCount } from '../../../../core/draft/draftFiles.ts';
import { findDraftDocument } from '../../../../core/draft/agendaTree.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useEditor } from '../editor/useEditor.ts';
import { useDraft } from '../session/useDraft.ts';
import { PagePicture } from './PagePicture.tsx';
import './documents.css';

/** A document of the draft to look at, page after page. */
export function DocumentViewer({
  documentId,
  page: firstPage,
  onClose,
}: {
  documentId: string;
  /** The document's own page to begin with. */
  page: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const model = useEditor();
  const draft = useDraft((now) => now);
  const found = findDraftDocument(draft.items, documentId);
  const scroll = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(firstPage);
  const goTo = (to: number): void => {
    scroll.current?.querySelector(`[data-page="${to}"]`)?.scrollIntoView({ block: 'start' });
    setPage(to);
  };
  useEffect(() => {
    // The dialog has its size one frame later.
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector(`[data-page="${firstPage}"]`)?.scrollIntoView({ block: 'start' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [firstPage]);
  if (found === null) return null;
  const { document } = found;
  const file = fileOf(draft, document);
  const count = ownPageCount(draft, document);
  const first = document.pages?.from ?? 1;
  return (
    <Dialog
      title={document.title}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <div className="sec-viewer__foot">
          <IconButton
            size="small"
            label={t('secretary.viewer.previous')}
            icon={<ChevronLeft size={16} aria-hidden />}
            isDisabled={page <= 1}
            onPress={() => goTo(page - 1)}
          />
          <span className="sec-viewer__page" aria-live="polite">
            {t('secretary.viewer.page', { page: Math.min(page, Math.max(1, count)), count })}
          </span>
          <IconButton
            size="small"
            label={t('secretary.viewer.next')}
            icon={<ChevronRight size={16} aria-hidden />}
            isDisabled={page >= count}
            onPress={() => goTo(page + 1)}
          />
          {count > 1 && (
            <Button
              icon={<Scissors size={15} aria-hidden />}
              onPress={() => model.openDialog({ name: 'cut', documentId })}
            >
              {t('secretary.document.cut')}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </div>
      }
    >
      {file === null || count === 0 ? (
        <EmptyState icon={<FileX2 size={24} aria-hidden />} title={t('secretary.viewer.nothing')}>
          {file === null ? t('secretary.document.missing') : t(`secretary.condition.${file.condition}`)}
        </EmptyState>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys, as any scrolled region
        <div
          ref={scroll}
          className="sec-viewer"
          tabIndex={0}
          role="group"
          aria-label={t('secretary.viewer.pages')}
          onScroll={() => setPage(pageInView(scroll.current))}
        >
          {Array.from({ length: count }, (_, index) => (
            <div key={index} className="sec-viewer__sheet" data-page={index + 1}>
              <PagePicture
                sha256={file.sha256}
                page={first + index}
                width={660}
                label={t('secretary.viewer.page', { page: index + 1, count })}
              />
            </div>
          ))}
        </div>
      )}
    </Dialog>
  );
}

function pageInView(scroll: HTMLElement | null): number {
  if (scroll === null) return 1;
  const middle = scroll.getBoundingClientRect().top + scroll.clientHeight / 2;
  const sheets = [...scroll.querySelectorAll<HTMLElement>('[data-page]')];
  const sheet = sheets.findLast((each) => each.getBoundingClientRect().top <= middle) ?? sheets[0];
  return Number(sheet?.dataset['page'] ?? 1);
}
