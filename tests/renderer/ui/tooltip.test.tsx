import { act, cleanup, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { IconButton } from '../../../renderer/ui/IconButton.tsx';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';

/** The button with its tooltip open, as the keyboard opens it. */
async function shown(shortcut?: string): Promise<HTMLElement> {
  const { container } = renderWithMessages(
    <IconButton
      label="Skriv ut"
      icon={<svg aria-hidden />}
      {...(shortcut === undefined ? {} : { shortcut })}
    />,
    'sv',
  );
  const button = screen.getByRole('button', { name: 'Skriv ut' });
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    button.focus();
  });
  expect(container.ownerDocument.querySelector('.ui-tooltip')).not.toBeNull();
  return button;
}

const faults = async (): Promise<string[]> => {
  const { violations } = await axe.run(document.body, {
    runOnly: ['aria-tooltip-name', 'button-name', 'aria-allowed-role', 'aria-valid-attr-value'],
  });
  return violations.map(({ id }) => id);
};

describe('the tooltip of a button without words', () => {
  afterEach(cleanup);

  it('is for the eyes alone when it says nothing but the name', async () => {
    const button = await shown();
    expect(screen.queryByRole('tooltip')).toBeNull();
    expect(document.querySelector('.ui-tooltip')?.textContent).toBe('Skriv ut');
    expect(button.getAttribute('aria-label')).toBe('Skriv ut');
    expect(await faults()).toEqual([]);
  });

  it('tells the keys, and not the name once more', async () => {
    await shown('Ctrl+P');
    expect(screen.getByRole('tooltip', { name: /Ctrl/ }).textContent).toContain('Skriv ut');
    expect(await faults()).toEqual([]);
  });
});
