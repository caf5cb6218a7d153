import { createContext, useContext } from 'react';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { FoundLetters, LinkedLetters, MarkedLetters } from './markedParts.ts';

/** The page whose words are being shown. */
export interface PageWords {
  readonly row: number;
  readonly page: PageText;
  readonly marks: readonly MarkedLetters[];
  readonly activeMarkId: string | null;
  readonly found: FoundLetters;
  readonly links: readonly LinkedLetters[];
}

export const PageWordsContext = createContext<PageWords | null>(null);

export function usePageWords(): PageWords {
  const words = useContext(PageWordsContext);
  if (!words) throw new Error('words stand on a page');
  return words;
}
