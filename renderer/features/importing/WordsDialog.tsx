import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import './Importing.css';

/** Asks whether words read aloud over the telephone are those on screen; it can wait. */
export function WordsDialog({
  title,
  onAnswer,
  onClose,
  children,
}: {
  title: string;
  onAnswer: (matches: boolean) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useMessages();
  return (
    <Dialog
      title={title}
      icon={<KeyRound size={22} aria-hidden />}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" className="imp-compare__later" onPress={onClose}>
            {t('importing.compare.later')}
          </Button>
          <Button onPress={() => void onAnswer(false)}>{t('importing.compare.differ')}</Button>
          <Button variant="primary" onPress={() => void onAnswer(true)}>
            {t('importing.compare.match')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
