import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import './Checkbox.css';

/** One of several things that can be chosen together. */
export function Checkbox({
  children,
  isSelected,
  isDisabled = false,
  onChange,
}: {
  children: ReactNode;
  isSelected: boolean;
  isDisabled?: boolean;
  onChange: (isSelected: boolean) => void;
}): ReactNode {
  return (
    <AriaCheckbox className="ui-checkbox" isSelected={isSelected} isDisabled={isDisabled} onChange={onChange}>
      <span className="ui-checkbox__box" aria-hidden>
        {isSelected && <Check size={12} strokeWidth={3} />}
      </span>
      <span className="ui-checkbox__label">{children}</span>
    </AriaCheckbox>
  );
}
