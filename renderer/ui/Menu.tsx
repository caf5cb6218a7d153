import type { ReactElement, ReactNode } from 'react';
import { useRef } from 'react';
import { Header } from 'react-aria-components/Header';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { KeyboardShortcut } from './KeyboardShortcut.tsx';
import './Menu.css';

/** `trigger` is a Button or IconButton; `children` are MenuItems and MenuSeparators. */
export function Menu({
  label,
  trigger,
  children,
}: {
  label: string;
  trigger: ReactElement;
  children: ReactNode;
}): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" offset={4}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A menu at a point of the window, for a press with the other button or the menu key. `children` are as in Menu. */
export function ContextMenu({
  label,
  at,
  onClose,
  children,
}: {
  label: string;
  at: { readonly x: number; readonly y: number };
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: at.x, top: at.y }} />
      <Popover
        className="ui-popover"
        triggerRef={anchor}
        placement="bottom start"
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <AriaMenu className="ui-menu" aria-label={label} autoFocus="first" onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}

export function MenuItem({
  children,
  icon,
  shortcut,
  isDanger = false,
  isDisabled = false,
  onAction,
}: {
  children: string;
  icon?: ReactNode;
  shortcut?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  onAction: () => void;
}): ReactNode {
  return (
    <AriaMenuItem
      className={`ui-menu__item${isDanger ? ' ui-menu__item--danger' : ''}`}
      textValue={children}
      isDisabled={isDisabled}
      onAction={onAction}
    >
      {icon}
      <span className="ui-menu__label">{children}</span>
      {shortcut !== undefined && <KeyboardShortcut keys={shortcut} />}
    </AriaMenuItem>
  );
}

export function MenuSeparator(): ReactNode {
  return <Separator className="ui-menu__separator" />;
}

/** MenuItems under a heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <AriaMenuSection className="ui-menu__group">
      <Header className="ui-menu__heading">{label}</Header>
      {children}
    </AriaMenuSection>
  );
}
