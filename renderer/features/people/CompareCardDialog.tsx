import type { ReactNode } from 'react';
import type { PersonEntry } from '../../../core/exchange/peopleViews.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SixWords } from '../../ui/SixWords.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { takePeople } from './usePeople.ts';

/** The six words of a card, compared once by telephone. */
export function CompareCardDialog({
  person,
  onClose,
}: {
  person: PersonEntry;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const answer = async (matches: boolean): Promise<void> => {
    const saved = await client.people.confirm({ person: person.person, matches });
    if (!saved.ok) return report(saved.error);
    takePeople(saved);
    if (!matches) showToast({ tone: 'problem', title: (words) => words.t('people.differed') });
    onClose();
  };
  return (
    <Dialog
      title={t('people.compareTitle', { name: person.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void answer(false)}>{t('people.differ')}</Button>
          <Button variant="primary" onPress={() => void answer(true)}>
            {t('people.match')}
          </Button>
        </>
      }
    >
      <p>{t('people.compareText', { name: person.name })}</p>
      <SixWords words={person.words} isLarge />
    </Dialog>
  );
}
