import type { ReactElement, ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { KeyboardShortcut } from './KeyboardShortcut.tsx';
import './Tooltip.css';

/** `children` is one pressable part: a button, a link. */
export function WithTooltip({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string;
  children: ReactElement;
}): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="ui-tooltip" offset={6}>
        {text}
        {shortcut !== undefined && <KeyboardShortcut keys={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
