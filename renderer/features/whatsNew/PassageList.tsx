import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DocumentComparison, Passage } from '../../../core/revisionDiff/documentComparison.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { WordParts } from './WordParts.tsx';

/** Changes drawn at once; more are a press away. A rewritten document has hundreds. */
const changesAtATime = 30;

/** The text of a document with what changed, unchanged passages folded. */
export function PassageList({ comparison }: { comparison: DocumentComparison }): ReactNode {
  const { t } = useMessages();
  const [limit, setLimit] = useState(changesAtATime);
  const total = comparison.passages.filter(({ kind }) => kind !== 'same').length;
  const blank = comparison.pagesWithoutText.before + comparison.pagesWithoutText.after;
  return (
    <div className="news-passages">
      {upTo(comparison.passages, limit).map((passage, at) =>
        passage.kind === 'same' ? (
          <p key={at} className="news-passage news-passage--same">
            <span>{t('whatsNew.passage.same', { count: passage.sentences })}</span>
          </p>
        ) : (
          <ChangedPassage key={at} passage={passage} />
        ),
      )}
      {total > limit && (
        <Button size="small" onPress={() => setLimit(limit + changesAtATime)}>
          {t('whatsNew.more', { count: Math.min(changesAtATime, total - limit) })}
        </Button>
      )}
      {blank > 0 && <p className="news-passages__blank">{t('whatsNew.partlyBlank', { count: blank })}</p>}
    </div>
  );
}

function ChangedPassage({ passage }: { passage: Exclude<Passage, { kind: 'same' }> }): ReactNode {
  const { t } = useMessages();
  const { kind, isMoved, before, after } = passage;
  const what = isMoved && kind !== 'changed' ? (kind === 'added' ? 'movedTo' : 'movedFrom') : kind;
  return (
    <div className="news-passage" data-kind={kind}>
      <p className="news-passage__head">
        <strong>{t(`whatsNew.passage.${what}`)}</strong>
        {after !== null && <span>{t('whatsNew.passage.onPage', { page: after.page })}</span>}
        {after === null && before !== null && (
          <span>{t('whatsNew.passage.beforePage', { page: before.page })}</span>
        )}
      </p>
      <p className="news-passage__words">
        <WordParts parts={passage.words} />
      </p>
    </div>
  );
}

function upTo(passages: readonly Passage[], limit: number): readonly Passage[] {
  let changes = 0;
  const end = passages.findIndex(({ kind }) => kind !== 'same' && (changes += 1) > limit);
  return end < 0 ? passages : passages.slice(0, end);
}
