import { createContext, useContext } from 'react';
import type { PageMarks } from '../marks/usePageMarks.ts';
import type { PageStructures } from './PageStructures.ts';
import type { TextFlow } from './TextFlow.ts';

/** What the parts of the text view share; the same object for as long as it is shown. */
export interface TextViewServices {
  readonly flow: TextFlow;
  readonly structures: PageStructures;
  /** Shows this row as a page. */
  readonly showPage: (row: number) => void;
}

export const TextViewContext = createContext<TextViewServices | null>(null);

export function useTextView(): TextViewServices {
  const services = useContext(TextViewContext);
  if (!services) throw new Error('parts of the text view stand inside a TextView');
  return services;
}

export interface TextMarks {
  readonly marksOf: PageMarks;
  readonly activeMarkId: string | null;
}

export const TextMarksContext = createContext<TextMarks | null>(null);

export function useTextMarks(): TextMarks {
  const marks = useContext(TextMarksContext);
  if (!marks) throw new Error('words stand inside a TextView');
  return marks;
}
