import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef } from 'react';
import './Splitter.css';

export interface SplitterProps {
  /** Names the pane whose width it sets: "Föredragningslistans bredd". */
  readonly label: string;
  /** Width of the pane in CSS pixels. */
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Which side of the splitter the pane is on. */
  readonly pane: 'before' | 'after';
  /** While dragging and at each key. */
  readonly onResize: (width: number) => void;
  /** When the person let go: the width to remember. */
  readonly onResized: (width: number) => void;
}

const step = 16;
const bigStep = 64;

/** The line between two panes: dragged with the pointer, moved with arrow keys, Page Up/Down, Home and End. */
export function Splitter({ label, width, min, max, pane, onResize, onResized }: SplitterProps): ReactNode {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const direction = pane === 'before' ? 1 : -1;
  const clamp = (wanted: number): number => Math.round(Math.min(max, Math.max(min, wanted)));
  const widthAt = (x: number): number =>
    drag.current ? clamp(drag.current.width + direction * (x - drag.current.x)) : width;

  const start = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const end = (event: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current) return;
    const resized = widthAt(event.clientX);
    drag.current = null;
    onResized(resized);
  };
  const moveByKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const wanted = widthByKey(event.key, { width, min, max, direction });
    if (wanted === null) return;
    event.preventDefault();
    onResize(clamp(wanted));
    onResized(clamp(wanted));
  };

  return (
    <div
      className="ui-splitter"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={start}
      onPointerMove={(event) => drag.current && onResize(widthAt(event.clientX))}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={moveByKey}
    />
  );
}

function widthByKey(
  key: string,
  { width, min, max, direction }: { width: number; min: number; max: number; direction: number },
): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width - direction * step;
    case 'ArrowRight':
      return width + direction * step;
    case 'PageUp':
      return width + bigStep;
    case 'PageDown':
      return width - bigStep;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}
