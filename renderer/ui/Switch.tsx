import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import './Switch.css';

export function Switch({
  children,
  isSelected,
  onChange,
}: {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}): ReactNode {
  return (
    <AriaSwitch className="ui-switch" isSelected={isSelected} onChange={onChange}>
      <span className="ui-switch__track" aria-hidden>
        <span className="ui-switch__knob" />
      </span>
      {children}
    </AriaSwitch>
  );
}
