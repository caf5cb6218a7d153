import type { ReactNode, Ref } from 'react';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Button as AriaButton } from 'react-aria-components/Button';
import { WithTooltip } from './Tooltip.tsx';
import './Button.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** Read by screen readers and shown as the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown in the tooltip: "Ctrl+O". */
  readonly shortcut?: string;
  readonly size?: 'small' | 'medium';
  /** Set for a button that is switched on and off. */
  readonly isPressed?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon,
  shortcut,
  size = 'medium',
  isPressed,
  className = '',
  ...props
}: IconButtonProps): ReactNode {
  return (
    <WithTooltip text={label} isName {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        className={`ui-icon-button ui-icon-button--${size} ${className}`}
      >
        {icon}
      </AriaButton>
    </WithTooltip>
  );
}
