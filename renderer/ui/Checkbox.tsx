import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import './Checkbox.css';

/** One of several things that can be chosen together. */
export function Checkbox({
  children,
  label,
  isSelected,
  isDisabled = false,
  isSkipped = false,
  onChange,
}: {
  children?: ReactNode;
  /** For screen readers, where no words stand beside it. */
  label?: string;
  isSelected: boolean;
  isDisabled?: boolean;
  /** Tab passes it over; there is another key for it. */
  isSkipped?: boolean;
  onChange: (isSelected: boolean) => void;
}): ReactNode {
  return (
    <AriaCheckbox
      className="ui-checkbox"
      isSelected={isSelected}
      isDisabled={isDisabled}
      excludeFromTabOrder={isSkipped}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onChange={onChange}
    >
      <span className="ui-checkbox__box" aria-hidden>
        {isSelected && <Check size={12} strokeWidth={3} />}
      </span>
      {children !== undefined && <span className="ui-checkbox__label">{children}</span>}
    </AriaCheckbox>
  );
}
