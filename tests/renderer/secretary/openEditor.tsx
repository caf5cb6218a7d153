import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import type { Draft } from '../../../core/draft/draft.ts';
import { ok } from '../../../core/errors.ts';
import { go } from '../../../renderer/app/appStore.ts';
import { initialSecretaryStore, useSecretary } from '../../../renderer/app/secretary/secretaryStore.ts';
import type { FakeDrafts } from '../../support/fakeDrafts.ts';
import { createFakeDrafts } from '../../support/fakeDrafts.ts';
import { openWindow, settle } from '../../support/openWindow.tsx';
import { sampleBody, sampleDraft } from './secretaryBuilders.ts';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => useSecretary.setState(initialSecretaryStore));

/** The editor of a draft in the whole window, on a fake of main. `choose` is what the system's dialog answers. */
export async function openEditor(
  draft: Draft = sampleDraft(),
  choose: readonly string[] = [],
): Promise<FakeDrafts> {
  const fake = createFakeDrafts([draft], [sampleBody]);
  const drafts = { ...fake.drafts, choose: () => Promise.resolve(ok(choose)) };
  await openWindow({ answers: { drafts } });
  act(() => go({ name: 'draft', draftId: draft.id }));
  await settle();
  await settle();
  return fake;
}

export const agenda = (): HTMLElement => screen.getByRole('treegrid', { name: 'Föredragningslista' });
export const rows = (): (string | null)[] =>
  within(agenda())
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label'));
export const selectItem = async (name: RegExp): Promise<HTMLElement> => {
  const row = within(agenda()).getByRole('row', { name });
  fireEvent.pointerDown(row, { pointerType: 'mouse', button: 0 });
  fireEvent.pointerUp(row, { pointerType: 'mouse', button: 0 });
  fireEvent.click(row);
  await settle();
  return row;
};
export const key = async (combination: Partial<KeyboardEventInit> & { key: string }): Promise<void> => {
  fireEvent.keyDown(document.activeElement ?? document.body, { bubbles: true, ...combination });
  await settle();
  await settle();
};
export const type = async (field: HTMLElement, text: string): Promise<void> => {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
  await settle();
};
