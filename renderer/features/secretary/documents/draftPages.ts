import { createContext, useContext } from 'react';
import type { PictureDrawing } from '../../../ui/usePictureInView.ts';

/** Draws pages of a draft's files; whoever owns the worker hands this in. */
export interface DraftPages {
  /** As large as fits a box of device pixels. The bitmap is closed by whoever gets it; null when it was cancelled. */
  readonly draw: (
    place: { readonly draftId: string; readonly sha256: string; readonly page: number },
    box: { readonly width: number; readonly height: number },
  ) => PictureDrawing;
}

const PagesContext = createContext<DraftPages | null>(null);
export const DraftPagesProvider = PagesContext.Provider;

export function useDraftPages(): DraftPages {
  const pages = useContext(PagesContext);
  if (pages === null) throw new Error('nobody draws pages here');
  return pages;
}
