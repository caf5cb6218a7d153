import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import './Skeleton.css';

/** True once something has taken long enough to deserve a sign of it; a quick answer must not flicker. */
export function useDelayed(milliseconds = 150): boolean {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isDue;
}

/**
 * Grey lines in place of what is being loaded, after 150 ms. `label` says to screen readers what is awaited; with
 * `isQuiet` only when they come to it, for one of many.
 */
export function Skeleton({
  label,
  lines = 3,
  isQuiet = false,
}: {
  label: string;
  lines?: number;
  isQuiet?: boolean;
}): ReactNode {
  const isShown = useDelayed();
  if (!isShown) return null;
  return (
    <div className="ui-skeleton" {...(isQuiet ? {} : { role: 'status' })}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="ui-skeleton__line" />
      ))}
    </div>
  );
}
