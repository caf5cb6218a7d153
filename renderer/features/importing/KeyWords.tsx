import type { ReactNode } from 'react';

/** The six words of a key, large and numbered, to be read aloud and compared. */
export function KeyWords({
  words,
  isLarge = false,
}: {
  words: readonly string[];
  isLarge?: boolean;
}): ReactNode {
  return (
    <ol className={`imp-words${isLarge ? ' imp-words--large' : ''}`}>
      {words.map((word, place) => (
        // A word may come twice.
        <li key={`${place} ${word}`} className="imp-words__word">
          <span className="imp-words__number">{place + 1}</span>
          <span>{word}</span>
        </li>
      ))}
    </ol>
  );
}
