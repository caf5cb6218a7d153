import type { ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import './ProgressBar.css';

/** `share` is between 0 and 1; null when how much is left is unknown. */
export function ProgressBar({
  label,
  share,
  tone = 'accent',
}: {
  label: string;
  share: number | null;
  tone?: 'accent' | 'quiet';
}): ReactNode {
  const value = { value: (share ?? 0) * 100, isIndeterminate: share === null };
  return (
    <AriaProgressBar aria-label={label} {...value} className={`ui-progress ui-progress--${tone}`}>
      {({ percentage, isIndeterminate }) => (
        <span className="ui-progress__track">
          <span
            className="ui-progress__fill"
            data-indeterminate={isIndeterminate || undefined}
            style={{ inlineSize: isIndeterminate ? '30%' : `${percentage ?? 0}%` }}
          />
        </span>
      )}
    </AriaProgressBar>
  );
}
