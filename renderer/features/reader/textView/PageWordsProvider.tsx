import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { markedLetters } from './markedParts.ts';
import { PageWordsContext } from './pageWords.ts';
import { useTextMarks } from './TextViewContext.ts';
import { useFound } from './useFound.ts';
import { useLinkedLetters } from './useLinkedLetters.ts';

/** The page that the words within are of, with what lies on them: marks, hits and links. */
export function PageWordsProvider({
  place,
  text,
  children,
}: {
  place: PagePlace;
  text: PageText;
  children: ReactNode;
}): ReactNode {
  const { row } = place;
  const { marksOf, activeMarkId } = useTextMarks();
  const marks = marksOf(place);
  const active = marks.some(({ id }) => id === activeMarkId) ? activeMarkId : null;
  const found = useFound(place);
  const links = useLinkedLetters(place, text);
  const letters = useMemo(() => markedLetters(text, marks), [text, marks]);
  const words = useMemo(
    () => ({ row, page: text, marks: letters, activeMarkId: active, found, links }),
    [row, text, letters, active, found, links],
  );
  return <PageWordsContext value={words}>{children}</PageWordsContext>;
}
