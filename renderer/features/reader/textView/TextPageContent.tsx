import { ScanText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLayoutEffect, useMemo } from 'react';
import { PageBreakContext } from './pageBreakContext.ts';
import { spokenLanguage } from '../../../../core/structure/spokenLanguage.ts';
import type { StructuredText } from '../../../../core/structure/structureOf.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { isOnPageItself } from '../pageTools/isOnPageItself.ts';
import { PageFailure } from '../page/PageFailure.tsx';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { PageWordsProvider } from './PageWordsProvider.tsx';
import { TextBlocks } from './TextBlocks.tsx';
import { TextComments } from './TextComments.tsx';
import { TextPageMarks } from './TextPageMarks.tsx';
import { useTextMarks, useTextView } from './TextViewContext.ts';
import { useContinuation, useContinuedParagraph } from './usePageBreaks.ts';
import { usePageStructure } from './usePageStructure.ts';

/** What a page says; while it is read, when it cannot be read and when it says nothing, that. */
export function TextPageContent({ place }: { place: PagePlace }): ReactNode {
  if (place.file === null) return <WithoutWords place={place} hasDrawings />;
  return <PdfPageContent place={place} />;
}

function PdfPageContent({ place }: { place: PagePlace }): ReactNode {
  const { t } = useMessages();
  const [state, tryAgain] = usePageStructure(place);
  if (state === null) {
    return (
      <div className="text-page__waiting">
        <Skeleton label={t('textView.loading', { page: place.page })} lines={8} isQuiet />
      </div>
    );
  }
  if ('code' in state) {
    return <PageFailure error={{ ...state, file: place.document.title }} onTryAgain={tryAgain} />;
  }
  if (state.structure.blocks.length === 0)
    return <WithoutWords place={place} hasDrawings={state.structure.hasDrawings} />;
  return <PageBlocks place={place} structured={state} />;
}

/** A paragraph that began on the page before stands there as a whole. */
function PageBlocks({ place, structured }: { place: PagePlace; structured: StructuredText }): ReactNode {
  const { text, structure } = structured;
  const continued = useContinuedParagraph(place, structured);
  const goesOn = useContinuation(place, structured);
  const blocks = useMemo(
    () => (continued ? structure.blocks.filter((block) => block !== continued) : structure.blocks),
    [structure, continued],
  );
  const language = useMemo(() => spokenLanguage(structure.language, text.text), [structure, text]);
  useReady(place.row, text);
  return (
    <PageWordsProvider place={place} text={text}>
      <PageBreakContext value={goesOn}>
        <div className="text-page__blocks" lang={language}>
          <TextBlocks blocks={blocks} />
        </div>
      </PageBreakContext>
      <TextComments place={place} text={text} />
    </PageWordsProvider>
  );
}

/** A scan, a picture or an empty page. */
function WithoutWords({ place, hasDrawings }: { place: PagePlace; hasDrawings: boolean }): ReactNode {
  const { t } = useMessages();
  const { marksOf, activeMarkId } = useTextMarks();
  useReady(place.row, null);
  return (
    <>
      <TextPageMarks marks={marksOf(place).filter(isOnPageItself)} activeMarkId={activeMarkId} />
      {hasDrawings ? <Scan place={place} /> : <p className="text-page__empty">{t('textView.emptyPage')}</p>}
      <TextComments place={place} text={null} />
    </>
  );
}

function Scan({ place }: { place: PagePlace }): ReactNode {
  const { t } = useMessages();
  const { showPage } = useTextView();
  return (
    <div className="text-page__scan" role="note">
      <ScanText size={22} aria-hidden />
      <div>
        <p className="text-page__scan-title">
          {t(place.file ? 'textView.scan.title' : 'textView.image.title')}
        </p>
        <p>{t(place.file ? 'textView.scan.why' : 'textView.image.why')}</p>
        <Button size="small" onPress={() => showPage(place.row)}>
          {t('textView.showPage')}
        </Button>
      </div>
    </div>
  );
}

/** Tells the scroll that the words of a row are there, and the reader that something is on screen. */
function useReady(row: number, page: StructuredText['text'] | null): void {
  const { flow } = useTextView();
  const { actions } = useReader();
  useLayoutEffect(() => {
    flow.setReady(row, page, true);
    actions.pageDrawn(row);
    return () => flow.setReady(row, page, false);
  }, [flow, actions, row, page]);
}
