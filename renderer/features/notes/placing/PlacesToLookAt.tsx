import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { ShownNote } from '../shownNote.ts';
import './placing.css';

/** How many notes of the meeting have no certain place, and a way through them. Nothing when all have. */
export function PlacesToLookAt({
  notes,
  activeKey,
  onShow,
}: {
  notes: readonly ShownNote[];
  activeKey: string | null;
  onShow: (note: ShownNote) => void;
}): ReactNode {
  const { t } = useMessages();
  const uncertain = notes.filter(isUncertain);
  if (uncertain.length === 0) return null;
  const check = uncertain.filter(({ place }) => place.placement?.kind === 'check').length;
  const next = nextAfter(uncertain, activeKey);
  return (
    <div className="note-looking">
      <span>{t('placing.toLookAt', { check, tray: uncertain.length - check }).trim()}</span>
      {next !== null && (
        <Button size="small" onPress={() => onShow(next)}>
          {t('placing.showNext')}
        </Button>
      )}
    </div>
  );
}

/** What the person put into the tray is where they want it. */
const isUncertain = ({ place: { placement } }: ShownNote): boolean =>
  placement?.kind === 'check' || (placement?.kind === 'tray' && placement.why !== 'byPerson');

function nextAfter(notes: readonly ShownNote[], activeKey: string | null): ShownNote | null {
  const at = notes.findIndex(({ key }) => key === activeKey);
  return notes[(at + 1) % notes.length] ?? null;
}
