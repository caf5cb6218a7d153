import type { ReactNode } from 'react';
import './VisuallyHidden.css';

/** For screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }): ReactNode {
  return <span className="ui-visually-hidden">{children}</span>;
}
