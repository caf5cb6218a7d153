import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraftState } from '../session/useDraft.ts';

/** Whether everything is on the disk. What is being stored is told only when it takes its time. */
export function SavedState(): ReactNode {
  const { t } = useMessages();
  const saving = useDraftState((state) => state.saving);
  const isSlow = useStaysBusy(saving === 'saving');
  const shown = saving === 'saving' && !isSlow ? 'typing' : saving;
  return (
    <p className="sec-saved" data-state={shown} role="status">
      {shown === 'saved' && <Check size={15} aria-hidden />}
      {shown === 'saving' && <LoaderCircle size={15} aria-hidden className="sec-saved__turning" />}
      {shown === 'failed' && <CircleAlert size={15} aria-hidden />}
      {t(`secretary.saved.${shown}`)}
    </p>
  );
}

function useStaysBusy(isBusy: boolean): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!isBusy) return setStays(false);
    const timer = setTimeout(() => setStays(true), 2000);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return stays;
}
