import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ReadingSpeed } from '../../../../core/preparation/planView.ts';
import { speedLimits } from '../../../../core/reading/readingSpeed.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { TextField } from '../../../ui/TextField.tsx';

/** How fast the person reads, and what that is built on. What was measured stays here and can be removed. */
export function SpeedChoice({
  speed,
  onSpeed,
  onForget,
}: {
  readonly speed: ReadingSpeed;
  /** Null: learn again. */
  readonly onSpeed: (wordsPerMinute: number | null) => void;
  readonly onForget: () => void;
}): ReactNode {
  const { t } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed === null ? null : Number(typed.trim());
  const isWrong =
    value !== null &&
    (!Number.isInteger(value) || value < speedLimits.slowest || value > speedLimits.fastest);
  const keep = (): void => {
    if (value === null || isWrong) return;
    if (value !== speed.wordsPerMinute) onSpeed(value);
    setTyped(null);
  };
  return (
    <div className="prep-speed">
      <TextField
        label={t('preparation.plan.speed')}
        description={basis(t, speed)}
        error={isWrong ? t('preparation.plan.speedWrong', speedLimits) : null}
        inputMode="numeric"
        value={typed ?? String(speed.wordsPerMinute)}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      {(speed.isByHand || speed.pageCount > 0) && (
        <div className="prep-speed__ways">
          {speed.isByHand && (
            <Button size="small" variant="quiet" onPress={() => onSpeed(null)}>
              {t('preparation.plan.learnAgain')}
            </Button>
          )}
          {speed.pageCount > 0 && (
            <Button size="small" variant="quiet" onPress={onForget}>
              {t('preparation.plan.forget')}
            </Button>
          )}
        </div>
      )}
      <p className="prep-quiet">{t('preparation.plan.measured')}</p>
    </div>
  );
}

function basis(t: ReturnType<typeof useMessages>['t'], { isByHand, pageCount }: ReadingSpeed): string {
  if (isByHand) return t('preparation.plan.byHand');
  return pageCount === 0 ? t('preparation.plan.usualSpeed') : t('preparation.plan.builtOn', { n: pageCount });
}
