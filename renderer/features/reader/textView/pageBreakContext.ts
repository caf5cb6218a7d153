import { createContext, useContext } from 'react';
import type { TextBlock } from '../../../../core/structure/pageStructure.ts';
import type { Continuation } from './usePageBreaks.ts';

/** How the last paragraph of the page being shown goes on; null when it does not. */
export const PageBreakContext = createContext<Continuation | null>(null);

/** Null for a paragraph that ends on its page. */
export function useParagraphEnd(block: TextBlock): Continuation | null {
  const end = useContext(PageBreakContext);
  return end?.pageBreak.from === block ? end : null;
}
