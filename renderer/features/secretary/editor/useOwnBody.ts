import { createContext, useContext } from 'react';
import type { DraftBodyEntry } from '../../../../core/draft/draftViews.ts';
import { useDraft } from '../session/useDraft.ts';

const BodiesContext = createContext<readonly DraftBodyEntry[]>([]);
export const BodiesProvider = BodiesContext.Provider;

export const useBodies = (): readonly DraftBodyEntry[] => useContext(BodiesContext);

/** What the register knows of the body that meets; null for one that is not in it. */
export function useOwnBody(): DraftBodyEntry | null {
  const bodyId = useDraft((draft) => draft.meeting.body.id);
  return useBodies().find(({ body }) => body.id === bodyId) ?? null;
}
