import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import type { Choice } from './Select.tsx';
import './RadioGroup.css';

interface ChoiceGroupProps<V extends string> {
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly choices: readonly (Choice<V> & { readonly description?: string })[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, each on a line of its own with room for an explanation. */
export function RadioGroup<V extends string>(props: ChoiceGroupProps<V>): ReactNode {
  return (
    <ChoiceGroup {...props} className="ui-radios">
      {props.choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className="ui-radio">
          <span className="ui-radio__dot" aria-hidden />
          <span>
            <span className="ui-radio__label">{choice.label}</span>
            {choice.description !== undefined && (
              <span className="ui-radio__description">{choice.description}</span>
            )}
          </span>
        </Radio>
      ))}
    </ChoiceGroup>
  );
}

/** One of two to four, side by side: for switching a view or a theme. */
export function SegmentedControl<V extends string>(props: ChoiceGroupProps<V>): ReactNode {
  return (
    <ChoiceGroup {...props} className="ui-segments">
      <span className="ui-segments__track">
        {props.choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="ui-segment">
            {choice.icon}
            {choice.label}
          </Radio>
        ))}
      </span>
    </ChoiceGroup>
  );
}

function ChoiceGroup<V extends string>({
  label,
  hidesLabel = false,
  choices,
  value,
  onChange,
  className,
  children,
}: ChoiceGroupProps<V> & { className: string; children: ReactNode }): ReactNode {
  return (
    <AriaRadioGroup
      className={className}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((c) => c.value === chosen);
        if (choice) onChange(choice.value);
      }}
      {...(hidesLabel ? { 'aria-label': label } : {})}
    >
      {!hidesLabel && <Label className="ui-field__label">{label}</Label>}
      {children}
    </AriaRadioGroup>
  );
}
