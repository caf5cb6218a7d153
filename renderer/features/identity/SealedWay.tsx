import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useIdentity } from './useIdentity.ts';

/** The way from a sealed item that is shut: to the person's own keys, when these may open it. */
export function SealedWay({ onShowIdentity }: { onShowIdentity: () => void }): ReactNode {
  const { t } = useMessages();
  const { view } = useIdentity();
  if (view === null || (view.state === 'open' && view.person !== null)) return null;
  return (
    <Button size="small" onPress={onShowIdentity}>
      {t(view.state === 'locked' ? 'identity.unlockHere' : 'identity.title')}
    </Button>
  );
}
