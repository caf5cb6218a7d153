import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { KeyboardShortcut } from './KeyboardShortcut.tsx';
import './Tooltip.css';

/** `children` is one pressable part: a button, a link. */
export function WithTooltip({
  text,
  shortcut,
  isName = false,
  children,
}: {
  text: string;
  shortcut?: string;
  /** The part is called so already: a screen reader says it once, and of the tooltip only the shortcut. */
  isName?: boolean;
  children: ReactElement;
}): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip
        className="ui-tooltip"
        offset={6}
        // One that says nothing but the name is for the eyes alone: a tooltip must have words of its own.
        {...(isName && shortcut === undefined ? { render: withoutRole } : {})}
      >
        <span aria-hidden={isName || undefined}>{text}</span>
        {shortcut !== undefined && <KeyboardShortcut keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

const withoutRole = (props: ComponentProps<'div'>): ReactElement => <div {...props} role="presentation" />;
