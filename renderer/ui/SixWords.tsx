import type { ReactNode } from 'react';
import './Section.css';

/** Six words in a row, numbered, to be read aloud and compared. */
export function SixWords({
  words,
  isLarge = false,
}: {
  words: readonly string[];
  isLarge?: boolean;
}): ReactNode {
  return (
    <ol className={`ui-six-words${isLarge ? ' ui-six-words--large' : ''}`}>
      {words.map((word, place) => (
        // A word may come twice.
        <li key={`${place} ${word}`} className="ui-six-words__word">
          <span className="ui-six-words__number">{place + 1}</span>
          <span>{word}</span>
        </li>
      ))}
    </ol>
  );
}
