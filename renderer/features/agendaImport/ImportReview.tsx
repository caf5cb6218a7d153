import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ImportProposal } from '../../../core/agendaImport/proposal.ts';
import { sharedFiles } from '../../../core/agendaImport/reviewCuts.ts';
import { certaintyWord, documentsIn } from '../../../core/agendaImport/reviewEdits.ts';
import { Button } from '../../ui/Button.tsx';
import { AlertDialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ItemsPane } from './ItemsPane.tsx';
import { PagesPane } from './PagesPane.tsx';
import type { ExistingItem, ReviewPages } from './reviewTypes.ts';
import { ReviewProvider, useNewReview, useReview } from './useReview.ts';
import './agendaImport.css';

export interface ImportReviewProps {
  readonly draftId: string;
  readonly proposal: ImportProposal;
  /** Items of the draft: documents can be put into them too. */
  readonly items: readonly ExistingItem[];
  readonly pages: ReviewPages;
  readonly onAccept: (proposal: ImportProposal) => void;
  readonly onCancel: () => void;
}

/** What an import proposes, over the whole window, until the secretary takes it or not. */
export function ImportReview(props: ImportReviewProps): ReactNode {
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [tab, setTab] = useState('items');
  const showPages = (file: string): void => {
    setOpened((files) => (files.includes(file) ? files : [...files, file]));
    setTab(file);
  };
  const review = useNewReview(props.proposal, {
    draftId: props.draftId,
    existing: props.items,
    pages: props.pages,
    showPages,
  });
  return (
    <ModalOverlay className="imp-overlay" isOpen isKeyboardDismissDisabled>
      <Modal className="imp-modal">
        <AriaDialog className="imp">
          <ReviewProvider value={review}>
            <ReviewHeader onAccept={props.onAccept} onCancel={props.onCancel} />
            <ReviewTabs opened={opened} tab={tab} onTab={setTab} />
          </ReviewProvider>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function ReviewHeader({ onAccept, onCancel }: Pick<ImportReviewProps, 'onAccept' | 'onCancel'>): ReactNode {
  const { t } = useMessages();
  const { proposal, undo, isChanged } = useReview();
  const [isAsking, setIsAsking] = useState(false);
  const documents = documentsIn(proposal);
  const check = documents.filter(
    ({ document, place }) => place !== null && certaintyWord(document) === 'check',
  );
  return (
    <header className="imp-header">
      <div className="imp-header__words">
        <Heading slot="title" className="imp-header__title">
          {t('agendaImport.title')}
        </Heading>
        <p className="imp-header__counts" role="status">
          {t('agendaImport.counts', {
            items: proposal.items.length,
            documents: documents.length,
            check: check.length,
            unplaced: proposal.unplaced.length,
          })}
        </p>
      </div>
      <Button icon={<Undo2 size={16} aria-hidden />} isDisabled={undo === null} onPress={() => undo?.()}>
        {t('agendaImport.undo')}
      </Button>
      <Button onPress={() => (isChanged ? setIsAsking(true) : onCancel())}>{t('ui.cancel')}</Button>
      <Button variant="primary" isDisabled={proposal.items.length === 0} onPress={() => onAccept(proposal)}>
        {t('agendaImport.accept')}
      </Button>
      <AlertDialog
        title={t('agendaImport.cancelTitle')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        confirmLabel={t('agendaImport.cancelDo')}
        onConfirm={onCancel}
        isDanger
      >
        {t('agendaImport.cancelText')}
      </AlertDialog>
    </header>
  );
}

function ReviewTabs({
  opened,
  tab,
  onTab,
}: {
  opened: readonly string[];
  tab: string;
  onTab: (tab: string) => void;
}): ReactNode {
  const { t } = useMessages();
  const { proposal } = useReview();
  const files = [...new Set([...sharedFiles(proposal), ...opened])];
  if (files.length === 0)
    return (
      <div className="imp-body">
        <ItemsPane />
      </div>
    );
  const nameOf = (file: string): string => proposal.files.find(({ sha256 }) => sha256 === file)?.name ?? '';
  return (
    <div className="imp-body">
      <Tabs
        label={t('agendaImport.title')}
        selected={tab}
        onSelect={onTab}
        tabs={[
          { value: 'items', label: t('agendaImport.itemsTab'), panel: <ItemsPane /> },
          ...files.map((file) => ({
            value: file,
            label: t('agendaImport.pagesTab', { file: nameOf(file) }),
            panel: <PagesPane file={file} />,
          })),
        ]}
      />
    </div>
  );
}
