import { act, cleanup, render } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { ok } from '../../core/errors.ts';
import type { LibraryView } from '../../core/library/views.ts';
import type { AppState } from '../../core/settings/settings.ts';
import { App } from '../../renderer/app/App.tsx';
import { initialAppStore, startApp, useApp } from '../../renderer/app/appStore.ts';
import { useImports } from '../../renderer/features/importing/importStore.ts';
import { useToasts } from '../../renderer/ui/toasts.ts';
import type { FakeAnswers, FakeBridge } from './fakeClient.ts';
import './missingInJsdom.ts';
import { createFakeBridge, installFakeBridge, sampleAppState, sampleLibraryView } from './fakeClient.ts';

let end = (): void => {};

afterEach(() => {
  cleanup();
  end();
  useApp.setState(initialAppStore);
  useImports.setState({ running: [], results: null, questions: [] });
  useToasts.setState({ toasts: [], nextId: 1 });
});

export interface OpenWindow {
  readonly state?: Partial<AppState>;
  readonly view?: Partial<LibraryView>;
  readonly answers?: FakeAnswers;
}

/** The whole window on a fake of the contract, drawn and settled. */
export async function openWindow({ state, view, answers = {} }: OpenWindow = {}): Promise<FakeBridge> {
  const fake = createFakeBridge({
    ...answers,
    app: { state: () => Promise.resolve(ok(sampleAppState(state))), ...answers.app },
    library: { view: () => Promise.resolve(ok(sampleLibraryView(view))), ...answers.library },
  });
  installFakeBridge(fake);
  end = startApp();
  render(<App />);
  await settle();
  return fake;
}

/** Lets promises that are already answered, screens that are read later, and what follows from them arrive. */
export const settle = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
