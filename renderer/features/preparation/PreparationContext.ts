import { createContext, useContext } from 'react';
import type { PreparationSession } from './PreparationSession.ts';

export interface PreparationTools {
  readonly session: PreparationSession;
  /** Opens the meeting at a note's place. */
  readonly onGoTo: (noteId: string) => void;
  /** Asks for a file with notes or comments and takes in what the person chooses of it. */
  readonly onTakeIn: () => void;
}

const context = createContext<PreparationTools | null>(null);
export const PreparationProvider = context.Provider;

export function usePreparation(): PreparationTools {
  const tools = useContext(context);
  if (tools === null) throw new Error('outside of a preparation');
  return tools;
}
