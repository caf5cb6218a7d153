import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import './Menu.css';
import './Select.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: ReactNode;
}

export function Select<V extends string>({
  label,
  hidesLabel = false,
  choices,
  value,
  onChange,
}: {
  label: string;
  hidesLabel?: boolean;
  choices: readonly Choice<V>[];
  value: V;
  onChange: (value: V) => void;
}): ReactNode {
  return (
    <AriaSelect
      className="ui-select"
      value={value}
      onChange={(key) => {
        const choice = choices.find((c) => c.value === key);
        if (choice) onChange(choice.value);
      }}
      {...(hidesLabel ? { 'aria-label': label } : {})}
    >
      {!hidesLabel && <Label className="ui-field__label">{label}</Label>}
      <AriaButton className="ui-select__button">
        <SelectValue className="ui-select__value" />
        <ChevronsUpDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-listbox" items={choices.map((c) => ({ ...c, id: c.value }))}>
          {(choice) => (
            <ListBoxItem className="ui-listbox__item" id={choice.value} textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  {choice.icon}
                  <span className="ui-listbox__label">{choice.label}</span>
                  {isSelected && <Check size={16} aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
