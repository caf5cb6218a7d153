import { useCallback } from 'react';
import type { BereddError } from '../../core/errors.ts';
import { errorTexts } from './ErrorMessage.tsx';
import { useMessages } from './messages.tsx';
import { showToast } from './toasts.ts';

/** Tells of a failure that belongs to no place on the screen; what the person cancelled needs no telling. */
export function useReportFailure(): (error: BereddError) => void {
  const messages = useMessages();
  return useCallback(
    (error) => {
      if (error.code === 'cancelled') return;
      const { title, why, doThis } = errorTexts(messages, error);
      showToast({ tone: 'problem', title, text: `${why} ${doThis}` });
    },
    [messages],
  );
}
