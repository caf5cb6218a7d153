import { useEffect } from 'react';
import { useReportFailure } from '../ui/useReportFailure.ts';

/** Bugs outside of drawing: an event handler or a promise that nobody caught. They are told as what they are. */
export function useUnexpectedFailures(): void {
  const report = useReportFailure();
  useEffect(() => {
    const tell = (event: Event): void => {
      // A layout that settles in the next frame ("ResizeObserver loop …") comes as an error event without an error.
      const isOnlyLayout = event instanceof ErrorEvent && event.error == null;
      if (!isOnlyLayout) report({ code: 'unexpected' });
    };
    window.addEventListener('unhandledrejection', tell);
    window.addEventListener('error', tell);
    return () => {
      window.removeEventListener('unhandledrejection', tell);
      window.removeEventListener('error', tell);
    };
  }, [report]);
}
