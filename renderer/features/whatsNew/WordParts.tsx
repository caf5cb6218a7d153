import type { ReactNode } from 'react';
import type { WordPart } from '../../../core/revisionDiff/wordDifference.ts';

/** Longer unchanged stretches within a change are folded in the middle. */
const longestSame = 260;
const keptEnds = 110;

/** Words with what was removed struck through and what was added underlined; `del` and `ins` say it to screen readers. */
export function WordParts({ parts }: { parts: readonly WordPart[] }): ReactNode {
  return parts.map(({ kind, text }, at) => {
    if (kind === 'removed')
      return (
        <del key={at} className="news-words__removed">
          {text}
        </del>
      );
    if (kind === 'added')
      return (
        <ins key={at} className="news-words__added">
          {text}
        </ins>
      );
    return <span key={at}>{folded(text)}</span>;
  });
}

const folded = (text: string): string =>
  text.length <= longestSame ? text : `${text.slice(0, keptEnds)} … ${text.slice(-keptEnds)}`;
