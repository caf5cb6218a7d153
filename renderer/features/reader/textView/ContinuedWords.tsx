import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { TextBlock } from '../../../../core/structure/pageStructure.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { FlowWords } from './FlowWords.tsx';
import { PageBreakContext, useParagraphEnd } from './pageBreakContext.ts';
import { PageWordsProvider } from './PageWordsProvider.tsx';
import type { Continuation } from './usePageBreaks.ts';
import { useContinuation } from './usePageBreaks.ts';

/** A paragraph's words, those on the next page included when it goes on there. */
export function ParagraphWords({ block }: { block: TextBlock }): ReactNode {
  const end = useParagraphEnd(block);
  return (
    <>
      <FlowWords words={block.words} isBroken={end?.pageBreak.breaksWord ?? false} />
      {end && <ContinuedWords {...end} />}
    </>
  );
}

/** Words of the next page, as words of that page: marks, selection and places are its own. */
function ContinuedWords({ pageBreak, place, structured }: Continuation): ReactNode {
  const { t } = useMessages();
  const next = useContinuation(place, structured);
  const end = useMemo(() => (next?.pageBreak.from === pageBreak.to ? next : null), [next, pageBreak]);
  return (
    <>
      {!pageBreak.breaksWord && ' '}
      <span className="text-page__turn" title={t('textView.pageTurn', { page: place.page })} aria-hidden />
      <PageWordsProvider place={place} text={structured.text}>
        <PageBreakContext value={end}>
          <ParagraphWords block={pageBreak.to} />
        </PageBreakContext>
      </PageWordsProvider>
    </>
  );
}
