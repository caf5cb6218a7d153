import type { ReactNode } from 'react';
import './Badge.css';

export type Tone = 'neutral' | 'accent' | 'new' | 'good' | 'warning' | 'alarm';

/** A short fact beside a name: "Ny", "Inställt", "3". */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <span className={`ui-badge ui-badge--${tone}`}>
      {icon}
      {children}
    </span>
  );
}
