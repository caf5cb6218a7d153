import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useReader } from '../session/ReaderContext.ts';

const restMs = 600;

/** Says to screen readers how much is selected, once the selection stands still. */
export function SelectionStatus(): ReactNode {
  const { session } = useReader();
  const { t } = useMessages();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = session.selector.store.subscribe(({ isChoosing }) => {
      clearTimeout(timer);
      if (!isChoosing) timer = setTimeout(() => setCount(session.selector.heldText().length), restMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return (
    <VisuallyHidden>
      <span role="status">{count > 0 ? t('reader.selection.selected', { count }) : ''}</span>
    </VisuallyHidden>
  );
}
