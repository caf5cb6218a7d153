import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { alignSequences } from '../../../core/revisionDiff/alignSequences.ts';
import type { WordPart } from '../../../core/revisionDiff/wordDifference.ts';
import { sayingKey, wordDifference } from '../../../core/revisionDiff/wordDifference.ts';
import { useMessages } from '../../ui/messages.tsx';
import { WordParts } from './WordParts.tsx';

interface Clause {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly parts: readonly WordPart[];
}

/** Clauses of a decision, or points of a section: unchanged ones as they are, changed ones word by word. */
export function ClausesDifference({
  title,
  before,
  after,
}: {
  title: string;
  before: readonly string[];
  after: readonly string[];
}): ReactNode {
  const { t } = useMessages();
  const clauses = useMemo(() => clausesOf(before, after), [before, after]);
  return (
    <section className="news-proposal" aria-label={title}>
      <h4 className="news-proposal__title">{title}</h4>
      <ol className="news-proposal__clauses">
        {clauses.map(({ kind, parts }, at) => (
          <li key={at} data-kind={kind}>
            {(kind === 'added' || kind === 'removed') && (
              <span className="news-proposal__kind">{t(`whatsNew.proposal.${kind}`)}: </span>
            )}
            <WordParts parts={parts} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Clauses that say the same stay; of the others, one after the other is taken for the new wording of the old. */
function clausesOf(before: readonly string[], after: readonly string[]): readonly Clause[] {
  return alignSequences(before.map(sayingKey), after.map(sayingKey)).flatMap((stretch): readonly Clause[] => {
    const old = before.slice(...stretch.before);
    const renewed = after.slice(...stretch.after);
    if (stretch.same) return renewed.map((text) => ({ kind: 'same', parts: [{ kind: 'same', text }] }));
    const count = Math.max(old.length, renewed.length);
    return Array.from({ length: count }, (_, at): Clause => {
      const [was, is] = [old[at], renewed[at]];
      if (was === undefined) return { kind: 'added', parts: [{ kind: 'added', text: is ?? '' }] };
      if (is === undefined) return { kind: 'removed', parts: [{ kind: 'removed', text: was }] };
      return { kind: 'changed', parts: wordDifference(was, is) };
    });
  });
}
