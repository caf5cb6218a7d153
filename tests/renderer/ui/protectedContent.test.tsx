import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  ProtectedContent,
  useProtectedContent,
  watchProtectedContent,
} from '../../../renderer/ui/protectedContent.ts';
import { renderWithMessages } from '../../support/renderWithMessages.tsx';

function Row({ isSecret }: { isSecret: boolean }) {
  useProtectedContent(isSecret);
  return <li>rad</li>;
}

describe('what must not be pictured', () => {
  it('is told of when the first comes and the last goes, and not in between', async () => {
    const told: boolean[] = [];
    watchProtectedContent((shown) => told.push(shown));
    expect(told).toEqual([false]);
    const screen = renderWithMessages(<Row isSecret={false} />);
    expect(told).toEqual([false]);
    screen.rerender(<Row isSecret />);
    expect(told).toEqual([false, true]);
    screen.rerender(
      <>
        <Row isSecret />
        <ProtectedContent />
      </>,
    );
    // One secret takes the place of another.
    await act(async () => {
      screen.rerender(<ProtectedContent key="other" />);
      await Promise.resolve();
    });
    expect(told).toEqual([false, true]);
    await act(async () => {
      screen.rerender(<Row isSecret={false} />);
      await Promise.resolve();
    });
    expect(told).toEqual([false, true, false]);
  });

  it('is told at once to whoever begins to watch later', () => {
    const screen = renderWithMessages(<ProtectedContent />);
    const told: boolean[] = [];
    watchProtectedContent((shown) => told.push(shown));
    expect(told).toEqual([true]);
    screen.unmount();
  });
});
