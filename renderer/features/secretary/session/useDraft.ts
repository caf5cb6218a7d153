import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Draft } from '../../../../core/draft/draft.ts';
import type { DraftSession, DraftState } from './DraftSession.ts';

const SessionContext = createContext<DraftSession | null>(null);
export const DraftSessionProvider = SessionContext.Provider;

/** The draft that is on screen. */
export function useDraftSession(): DraftSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('used outside a draft');
  return session;
}

export const useDraftState = <T>(select: (state: DraftState) => T): T =>
  useStore(useDraftSession().store, select);

/** A part of the draft; the parts of the editor are drawn only once it is there. */
export const useDraft = <T>(select: (draft: Draft) => T): T =>
  useDraftState(({ view }) => {
    if (view === null) throw new Error('the draft is not there yet');
    return select(view.draft);
  });

/** Whether there is anything in the draft yet: an empty form is not full of mistakes. */
export const useIsBegun = (): boolean => useDraft((draft) => draft.items.length > 0 || draft.base !== null);
