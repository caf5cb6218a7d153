import type { ReactNode } from 'react';
import type { PlacementsView } from '../../../../core/annotation/anchoring/notePlacement.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import './placing.css';

/** A quiet line while notes are looked for in a new revision. */
export function LookingForPlaces({
  looking,
  onStop,
}: {
  looking: NonNullable<PlacementsView['looking']>;
  onStop: () => void;
}): ReactNode {
  const { t } = useMessages();
  const words = t('placing.looking', looking);
  return (
    <div className="note-looking">
      <span>{words}</span>
      <ProgressBar label={words} share={looking.done / Math.max(1, looking.total)} tone="quiet" />
      <Button size="small" variant="quiet" onPress={onStop}>
        {t('placing.stopLooking')}
      </Button>
    </div>
  );
}
