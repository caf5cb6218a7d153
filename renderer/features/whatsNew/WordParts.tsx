import type { ReactNode } from 'react';
import { Fragment } from 'react';
import type { WordPart } from '../../../core/revisionDiff/wordDifference.ts';

/** Longer unchanged stretches within a change are folded in the middle. */
const longestSame = 260;
const keptEnds = 110;

/** Words with what was removed struck through and what was added underlined; `del` and `ins` say it to screen readers. */
export function WordParts({ parts }: { parts: readonly WordPart[] }): ReactNode {
  return parts.map(({ kind, text }, at) => {
    if (kind === 'same') return <span key={at}>{folded(text)}</span>;
    const words = text.trimStart();
    // A line through the space before a word would touch the word before it.
    return (
      <Fragment key={at}>
        {text.slice(0, text.length - words.length)}
        {kind === 'removed' ? (
          <del className="news-words__removed">{words}</del>
        ) : (
          <ins className="news-words__added">{words}</ins>
        )}
      </Fragment>
    );
  });
}

const folded = (text: string): string =>
  text.length <= longestSame ? text : `${text.slice(0, keptEnds)} … ${text.slice(-keptEnds)}`;
