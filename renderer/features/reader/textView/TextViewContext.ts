import { createContext, useContext } from 'react';
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
