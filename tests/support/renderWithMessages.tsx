import { cleanup, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { Language } from '../../core/settings/settings.ts';
import { MessagesProvider } from '../../renderer/ui/messages.tsx';
import './missingInJsdom.ts';

afterEach(cleanup);

/** Draws a part or screen in a language; what was drawn is taken away after each test. */
export const renderWithMessages = (ui: ReactNode, language: Language = 'sv'): RenderResult =>
  render(ui, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <MessagesProvider language={language}>{children}</MessagesProvider>
    ),
  });
