import type { BereddError } from '../../core/errors.ts';
import { errorTexts } from './ErrorMessage.tsx';
import { showToast } from './toasts.ts';

/** Tells of a failure that belongs to no place on the screen; what the person cancelled needs no telling. */
export function reportFailure(error: BereddError): void {
  if (error.code === 'cancelled') return;
  showToast({
    tone: 'problem',
    title: (messages) => errorTexts(messages, error).title,
    text: (messages) => {
      const { why, doThis } = errorTexts(messages, error);
      return `${why} ${doThis}`;
    },
  });
}

export const useReportFailure = (): typeof reportFailure => reportFailure;
