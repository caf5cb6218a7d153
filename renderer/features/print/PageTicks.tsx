import type { ReactNode } from 'react';
import { memo, useEffect, useRef, useState } from 'react';
import type { PrintedDocument } from '../../../core/print/printedMeeting.ts';
import { useMessages } from '../../ui/messages.tsx';
import { DrawnPage } from './DrawnPage.tsx';
import type { PageDrawings } from './pageDrawings.ts';

/** The pages of a document as small pictures, to be ticked. */
export function PageTicks({
  document,
  drawings,
  ticked,
  onTick,
}: {
  document: PrintedDocument;
  drawings: PageDrawings;
  ticked: ReadonlySet<number>;
  onTick: (page: number, isTicked: boolean) => void;
}): ReactNode {
  const { t } = useMessages();
  const latest = useRef(onTick);
  useEffect(() => {
    latest.current = onTick;
  });
  const [tick] = useState(() => (page: number, isTicked: boolean) => latest.current(page, isTicked));
  return (
    <fieldset className="print-ticks">
      <legend className="ui-field__label">{t('print.pages.list')}</legend>
      <div className="print-ticks__pages">
        {Array.from({ length: document.pageCount }, (_, at) => (
          <PageTick
            key={at}
            document={document}
            page={at + 1}
            drawings={drawings}
            isTicked={ticked.has(at + 1)}
            onTick={tick}
          />
        ))}
      </div>
    </fieldset>
  );
}

// A document may have thousands of pages: a plain box for each, and a picture only for those in view.
const PageTick = memo(function PageTick({
  document,
  page,
  drawings,
  isTicked,
  onTick,
}: {
  document: PrintedDocument;
  page: number;
  drawings: PageDrawings;
  isTicked: boolean;
  onTick: (page: number, isTicked: boolean) => void;
}): ReactNode {
  const { t } = useMessages();
  const [place, isInView] = useInView();
  const packPage = document.firstPackPage === null ? null : document.firstPackPage + page - 1;
  return (
    <label ref={place} className="print-tick">
      <span className="print-tick__picture">
        {isInView && (
          <DrawnPage
            drawings={drawings}
            file={document.sha256}
            page={(document.pages?.from ?? 1) + page - 1}
            width={72}
            height={96}
            label={null}
            failed={<span className="print-tick__blank">{page}</span>}
          />
        )}
      </span>
      <span className="print-tick__name">
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={
            packPage === null
              ? t('print.pages.page', { page })
              : t('print.pages.pageInPack', { page, packPage })
          }
          onChange={(event) => onTick(page, event.target.checked)}
        />
        <span aria-hidden>{page}</span>
      </span>
    </label>
  );
});

function useInView(): [place: (element: HTMLElement | null) => void, isInView: boolean] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isInView, setIsInView] = useState(false);
  useEffect(() => {
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => setIsInView(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: '120px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, isInView];
}
