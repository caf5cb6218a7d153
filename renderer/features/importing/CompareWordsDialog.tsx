import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { IssuerFact } from '../../../core/library/views.ts';
import { client } from '../../client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { KeyWords } from './KeyWords.tsx';
import { WordsDialog } from './WordsDialog.tsx';

/** First contact with a key: the person compares six words over the telephone and is asked once. */
export function CompareWordsDialog({
  issuer,
  onClose,
}: {
  issuer: IssuerFact;
  onClose: () => void;
}): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const [differs, setDiffers] = useState(false);
  const by = { office: issuer.office, municipality: issuer.municipality };

  const answer = async (matches: boolean): Promise<void> => {
    const saved = await client.library.confirmKey({ key: issuer.key, matches });
    if (!saved.ok) report(saved.error);
    else if (matches) onClose();
    else setDiffers(true);
  };

  if (differs) return <WordsDiffer office={issuer.office} onClose={onClose} />;
  return (
    <WordsDialog title={t('importing.compare.title')} onAnswer={answer} onClose={onClose}>
      {issuer.keyState === 'changed' && (
        <Banner tone="alarm" title={t('importing.compare.changedTitle')}>
          {t('importing.compare.changed')}
        </Banner>
      )}
      <p className="imp-compare__who">{t('importing.compare.who', by)}</p>
      <p className="imp-compare__why">{t('importing.compare.why')}</p>
      <KeyWords words={issuer.words} isLarge />
      <p className="imp-compare__how">
        <Phone size={16} aria-hidden />
        <span>{t('importing.compare.how')}</span>
      </p>
      <p className="imp-compare__calm">{t('importing.compare.calm')}</p>
      <details className="imp-compare__key">
        <summary>{t('importing.compare.key')}</summary>
        <code>{issuer.key}</code>
      </details>
    </WordsDialog>
  );
}

/** What to do when the words are others. */
export function WordsDiffer({ office, onClose }: { office: string; onClose: () => void }): ReactNode {
  const { t } = useMessages();
  return (
    <Dialog
      title={t('importing.differ.title')}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      <Banner tone="alarm" title={t('importing.differ.warning')} isLive>
        {t('importing.differ.text', { office })}
      </Banner>
    </Dialog>
  );
}
