import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { SuccessionOffer } from '../../../core/library/succession.ts';
import { client } from '../../client.ts';
import { useMessages } from '../../ui/messages.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { WordsDiffer } from './CompareWordsDialog.tsx';
import { KeyWords } from './KeyWords.tsx';
import { WordsDialog } from './WordsDialog.tsx';

/** The root key that the person confirmed names a new one: its six words are compared before it takes the old one's place. */
export function SuccessionDialog({
  offer,
  onClose,
}: {
  offer: SuccessionOffer;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const [differs, setDiffers] = useState(false);
  const { municipality, from, to } = offer;

  const answer = async (matches: boolean): Promise<void> => {
    const saved = await client.library.answerSuccession({ from, to, matches });
    if (!saved.ok) report(saved.error);
    else if (!matches) setDiffers(true);
    else {
      onClose();
      showToast({ tone: 'good', title: (words) => words.t('importing.succession.done', { municipality }) });
    }
  };

  if (differs) return <WordsDiffer office={municipality} onClose={onClose} />;
  return (
    <WordsDialog
      title={t('importing.succession.title', { municipality })}
      onAnswer={answer}
      onClose={onClose}
    >
      <p className="imp-compare__why">{t('importing.succession.why')}</p>
      <h3 className="imp-compare__heading">{t('importing.succession.new')}</h3>
      <KeyWords words={offer.newWords} isLarge />
      <p className="imp-compare__how">
        <Phone size={16} aria-hidden />
        <span>{t('importing.compare.how')}</span>
      </p>
      <h3 className="imp-compare__heading">{t('importing.succession.old')}</h3>
      <KeyWords words={offer.oldWords} />
      <p className="imp-compare__calm">{t('importing.succession.calm')}</p>
    </WordsDialog>
  );
}
