import { create } from 'zustand';
import type { DraftBodyEntry, DraftStart, DraftSummary } from '../../../core/draft/draftViews.ts';
import type { BereddError, Result } from '../../../core/errors.ts';
import { client, on } from '../../client.ts';
import type { NewDraft } from '../../features/secretary/drafts/DraftsScreen.tsx';
import { go } from '../appStore.ts';

interface SecretaryStore {
  /** Null until main has answered. */
  readonly drafts: readonly DraftSummary[] | null;
  readonly draftsError: BereddError | null;
  /** Null until main has answered. */
  readonly bodies: readonly DraftBodyEntry[] | null;
  readonly bodiesError: BereddError | null;
  /** What the dialog for a new draft begins with; null: it is closed. */
  readonly newDraft: NewDraft;
}

export const initialSecretaryStore: SecretaryStore = {
  drafts: null,
  draftsError: null,
  bodies: null,
  bodiesError: null,
  newDraft: null,
};

export const useSecretary = create<SecretaryStore>()(() => initialSecretaryStore);

export async function loadDrafts(): Promise<void> {
  const answer = await client.drafts.list();
  if (answer.ok) useSecretary.setState({ drafts: answer.value, draftsError: null });
  else useSecretary.setState({ draftsError: answer.error });
}

export async function loadBodies(): Promise<void> {
  takeBodies(await client.drafts.bodies());
}

export function takeBodies(answer: Result<readonly DraftBodyEntry[]>): void {
  if (answer.ok) useSecretary.setState({ bodies: answer.value, bodiesError: null });
  else useSecretary.setState({ bodiesError: answer.error });
}

/** Follows the list of drafts while one of its screens is shown. Returns what ends it. */
export function followDrafts(): () => void {
  void loadDrafts();
  void loadBodies();
  return on('drafts.listChanged', (drafts) => useSecretary.setState({ drafts }));
}

export const openDraft = (draftId: string): void => go({ name: 'draft', draftId });

/** Makes a draft and opens it; null when it is there. */
export async function createDraft(start: DraftStart): Promise<BereddError | null> {
  const answer = await client.drafts.create({ start });
  if (!answer.ok) return answer.error;
  useSecretary.setState({ newDraft: null });
  openDraft(answer.value.draft.id);
  return null;
}

/** The list of drafts, with the dialog for a new one open. */
export function askForNewDraft(from: NewDraft): void {
  useSecretary.setState({ newDraft: from });
  go({ name: 'drafts' });
}
