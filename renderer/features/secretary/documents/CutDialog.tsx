import { Scissors } from 'lucide-react';
import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import { findDraftDocument } from '../../../../core/draft/agendaTree.ts';
import { ownPageCount } from '../../../../core/draft/draftFiles.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraft, useDraftSession } from '../session/useDraft.ts';
import { PagePicture } from './PagePicture.tsx';
import './documents.css';

/** A document is cut into several: the cuts are set between its pages. */
export function CutDialog({ documentId, onClose }: { documentId: string; onClose: () => void }): ReactNode {
  const { t } = useMessages();
  const session = useDraftSession();
  const draft = useDraft((now) => now);
  const [cuts, setCuts] = useState<ReadonlySet<number>>(new Set());
  const found = findDraftDocument(draft.items, documentId);
  if (found === null || found.document.file === null) return null;
  const { document } = found;
  const { file } = found.document;
  const count = ownPageCount(draft, document);
  const first = document.pages?.from ?? 1;
  const toggle = (after: number): void => {
    const changed = new Set(cuts);
    if (!changed.delete(after)) changed.add(after);
    setCuts(changed);
  };
  const cut = async (): Promise<void> => {
    const after = [...cuts].toSorted((one, other) => one - other);
    const newIds = after.map(() => crypto.randomUUID());
    if (await session.edit({ do: 'cutDocument', documentId, after, newIds })) onClose();
  };
  return (
    <Dialog
      title={t('secretary.cut.title', { title: document.title })}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <p className="sec-cut__count" aria-live="polite">
            {t('secretary.cut.parts', { count: cuts.size + 1 })}
          </p>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={cuts.size === 0} onPress={() => void cut()}>
            {t('secretary.cut.do')}
          </Button>
        </>
      }
    >
      <p className="sec-cut__text">{t('secretary.cut.text')}</p>
      <div className="sec-cut">
        {Array.from({ length: count }, (_, index) => (
          <Fragment key={index}>
            <div className="sec-cut__page">
              <PagePicture
                sha256={file}
                page={first + index}
                width={120}
                label={t('secretary.viewer.page', { page: index + 1, count })}
              />
              <span aria-hidden>{index + 1}</span>
            </div>
            {index < count - 1 && (
              <button
                type="button"
                className="sec-cut__line"
                aria-pressed={cuts.has(index + 1)}
                aria-label={t('secretary.cut.after', { page: index + 1 })}
                onClick={() => toggle(index + 1)}
              >
                <Scissors size={15} aria-hidden />
              </button>
            )}
          </Fragment>
        ))}
      </div>
    </Dialog>
  );
}
