import { FileDiff, FileMinus, FilePlus, FileSymlink, PencilLine } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DocumentNews } from '../../../core/revisionDiff/documentNews.ts';
import { Button } from '../../ui/Button.tsx';
import type { Messages } from '../../ui/messages.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { ComparisonState } from './comparisonState.ts';
import { PassageList } from './PassageList.tsx';

const icons: Readonly<Record<DocumentNews['change'], LucideIcon>> = {
  added: FilePlus,
  replaced: FileDiff,
  withdrawn: FileMinus,
  movedHere: FileSymlink,
  movedAway: FileSymlink,
  renamed: PencilLine,
};

/** What became of one document, and how its words differ. */
export function DocumentNewsRow({
  news,
  state,
  onShowPages,
  onCompare,
}: {
  news: DocumentNews;
  /** Null when there is nothing to compare. */
  state: ComparisonState | null;
  onShowPages: () => void;
  onCompare: () => void;
}): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const [isOpen, setIsOpen] = useState(false);
  const Icon = icons[news.change];
  const differs = state?.status === 'done' && state.comparison.verdict === 'text';
  const canShowPages = state?.status === 'done' && (differs || state.comparison.verdict === 'unknown');
  return (
    <li className="news-document" data-change={news.change}>
      <p className="news-document__head">
        <Icon size={15} aria-hidden />
        <strong>{news.title}</strong>
        <span>{whatHappened(messages, news)}</span>
      </p>
      {state !== null && <p className="news-document__verdict">{verdictWords(messages, state)}</p>}
      <div className="news-document__actions">
        {differs && (
          <Button size="small" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'whatsNew.hideText' : 'whatsNew.showText')}
          </Button>
        )}
        {canShowPages && (
          <Button size="small" variant="quiet" onPress={onShowPages}>
            {t('whatsNew.showPages')}
          </Button>
        )}
        {(state?.status === 'stopped' || state?.status === 'failed') && (
          <Button size="small" onPress={onCompare}>
            {t('whatsNew.compareAgain')}
          </Button>
        )}
      </div>
      {isOpen && state?.status === 'done' && <PassageList comparison={state.comparison} />}
    </li>
  );
}

function whatHappened(
  { t }: Messages,
  { change, elsewhere, previousTitle, before, after }: DocumentNews,
): string {
  const place = [elsewhere?.number, elsewhere?.title].filter((part) => part != null).join(' ');
  const what =
    change === 'movedHere'
      ? t('whatsNew.document.movedHere', { from: place })
      : change === 'movedAway'
        ? t('whatsNew.document.movedAway', { to: place })
        : t(`whatsNew.document.${change}`);
  return [
    what,
    previousTitle !== null && t('whatsNew.document.titleFrom', { title: previousTitle }),
    before !== null &&
      after !== null &&
      before.pageCount !== after.pageCount &&
      t('whatsNew.document.pages', { before: before.pageCount, after: after.pageCount }),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function verdictWords({ t }: Messages, state: ComparisonState): string {
  if (state.status === 'comparing')
    return t('whatsNew.verdict.comparing', { percent: Math.round(state.share * 100) });
  if (state.status !== 'done') return t(`whatsNew.verdict.${state.status}`);
  const { verdict, passages, pagesWithoutText } = state.comparison;
  if (verdict === 'text')
    return t('whatsNew.verdict.text', { count: passages.filter(({ kind }) => kind !== 'same').length });
  return t(`whatsNew.verdict.${verdict}`, {
    count: Math.max(pagesWithoutText.before, pagesWithoutText.after),
  });
}
