import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { SheetPictures } from '../../../core/preparation/sheetPictures.ts';
import type { Messages } from '../../ui/messages.tsx';
import type { PreparationSession } from './PreparationSession.ts';

/** What was drawn on pages and areas of them, as pictures; left out: words only. */
export interface DrawnClips {
  readonly clipOf?: (note: Annotation, page: number | null) => ReactNode;
  /** The same for a file, by note. */
  readonly clipImages?: (notes: readonly Annotation[], messages: Messages) => Promise<SheetPictures>;
}

export interface PreparationTools extends Pick<DrawnClips, 'clipOf'> {
  /** Of all notes that are shown. */
  readonly clipImages: () => Promise<SheetPictures>;
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
