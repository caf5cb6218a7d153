import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Splitter } from '../../../renderer/ui/Splitter.tsx';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';

function splitter(pane: 'before' | 'after' = 'before') {
  const onResize = vi.fn();
  const onResized = vi.fn();
  renderWithMessages(
    <Splitter
      label="Listans bredd"
      width={300}
      min={200}
      max={500}
      pane={pane}
      onResize={onResize}
      onResized={onResized}
    />,
  );
  const line = screen.getByRole('separator', { name: 'Listans bredd' });
  // jsdom knows neither pointer capture nor the button and place of a pointer.
  line.setPointerCapture = () => {};
  const point = (kind: 'pointerDown' | 'pointerMove' | 'pointerUp', clientX: number): void => {
    const event = createEvent[kind](line);
    Object.defineProperties(event, { button: { value: 0 }, clientX: { value: clientX } });
    fireEvent(line, event);
  };
  return { line, point, onResize, onResized };
}

describe('a splitter', () => {
  it('tells its width and limits', () => {
    const { line } = splitter();
    expect(line.getAttribute('aria-valuenow')).toBe('300');
    expect(line.getAttribute('aria-valuemin')).toBe('200');
    expect(line.getAttribute('aria-valuemax')).toBe('500');
  });

  it.each([
    ['ArrowRight', 316],
    ['ArrowLeft', 284],
    ['PageUp', 364],
    ['Home', 200],
    ['End', 500],
  ])('moves by %s to %i', (key, width) => {
    const { line, onResized } = splitter();
    fireEvent.keyDown(line, { key });
    expect(onResized).toHaveBeenCalledWith(width);
  });

  it('grows the pane on its right when moved to the left', () => {
    const { line, onResized } = splitter('after');
    fireEvent.keyDown(line, { key: 'ArrowLeft' });
    expect(onResized).toHaveBeenCalledWith(316);
  });

  it('follows the pointer and stops at its limit', () => {
    const { point, onResize, onResized } = splitter();
    point('pointerDown', 300);
    point('pointerMove', 350);
    expect(onResize).toHaveBeenLastCalledWith(350);
    point('pointerMove', 900);
    expect(onResize).toHaveBeenLastCalledWith(500);
    point('pointerUp', 900);
    expect(onResized).toHaveBeenCalledExactlyOnceWith(500);
  });

  it('ignores a pointer that only passes by', () => {
    const { point, onResize } = splitter();
    point('pointerMove', 350);
    expect(onResize).not.toHaveBeenCalled();
  });
});
