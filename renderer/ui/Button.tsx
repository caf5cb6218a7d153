import type { ReactNode, Ref } from 'react';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Button as AriaButton } from 'react-aria-components/Button';
import './Button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  className = '',
  ...props
}: ButtonProps): ReactNode {
  return (
    <AriaButton {...props} className={`ui-button ui-button--${variant} ui-button--${size} ${className}`}>
      {icon}
      <span className="ui-button__label">{children}</span>
    </AriaButton>
  );
}
