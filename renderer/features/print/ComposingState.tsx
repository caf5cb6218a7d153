import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { PrintState } from './PrintSession.ts';

/** What stands below or instead of the preview: how far it is, that it was stopped, or that nothing is chosen. */
export function ComposingState({
  state: { composed, isComposing, share, isCancelled },
  isNothingChosen,
  onCancel,
  onTryAgain,
}: {
  state: PrintState;
  isNothingChosen: boolean;
  onCancel: () => void;
  onTryAgain: () => void;
}): ReactNode {
  const { t } = useMessages();
  if (isNothingChosen) return <p className="print-nothing">{t('print.preview.nothing')}</p>;
  if (isCancelled)
    return (
      <div className="print-nothing">
        <p>{t('print.cancelled')}</p>
        <Button size="small" onPress={onTryAgain}>
          {t('print.tryAgain')}
        </Button>
      </div>
    );
  if (!isComposing) return null;
  const label =
    share === null ? t('print.composing') : t('print.composingOf', { share: Math.round(share * 100) });
  return (
    <div className="print-composing" data-alone={composed === null || undefined}>
      <span>{label}</span>
      <ProgressBar label={t('print.composing')} share={share} />
      <Button size="small" onPress={onCancel}>
        {t('print.cancelComposing')}
      </Button>
    </div>
  );
}
