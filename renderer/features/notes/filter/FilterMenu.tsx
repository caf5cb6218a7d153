import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../../../ui/messages.tsx';
import './filter.css';

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: ReactNode;
}

/** A longer list is folded until asked for. */
const shownAtOnce = 8;
const unfoldKey = 'unfold';

/** One thing that notes are chosen by; any number of its values. */
export function FilterMenu({
  label,
  choices,
  wanted,
  onWant,
}: {
  label: string;
  choices: readonly FilterChoice[];
  wanted: readonly string[];
  onWant: (wanted: readonly string[]) => void;
}): ReactNode {
  const { t } = useMessages();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const shown = isUnfolded
    ? choices
    : choices.filter(({ value }, index) => index < shownAtOnce || wanted.includes(value));
  const chosen = choices.filter(({ value }) => wanted.includes(value));
  const words =
    chosen.length === 0
      ? label
      : t('noteFilter.chosen', { what: label, chosen: chosen[0]?.label ?? '', others: chosen.length - 1 });
  return (
    <MenuTrigger>
      <AriaButton className="note-filter__button" data-chosen={chosen.length > 0 || undefined}>
        <span className="note-filter__words">{words}</span>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="ui-popover" offset={4}>
        <AriaMenu
          className="ui-menu"
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={wanted}
          onSelectionChange={(keys) => {
            if (keys === 'all') return;
            if (keys.has(unfoldKey)) setIsUnfolded(true);
            else onWant(choices.map(({ value }) => value).filter((value) => keys.has(value)));
          }}
        >
          {shown.map(({ value, label: name, count, icon }) => (
            <AriaMenuItem
              key={value}
              id={value}
              className="ui-menu__item"
              textValue={name}
              shouldCloseOnSelect={false}
            >
              {({ isSelected }) => (
                <>
                  <span className="note-filter__check" aria-hidden>
                    {isSelected && <Check size={14} />}
                  </span>
                  {icon}
                  <span className="ui-menu__label">{name}</span>
                  <span className="note-filter__count">{count}</span>
                </>
              )}
            </AriaMenuItem>
          ))}
          {shown.length < choices.length && (
            <AriaMenuItem
              id={unfoldKey}
              className="ui-menu__item note-filter__unfold"
              textValue={t('noteFilter.showAll', { count: choices.length })}
              shouldCloseOnSelect={false}
            >
              {t('noteFilter.showAll', { count: choices.length })}
            </AriaMenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
