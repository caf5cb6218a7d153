import { Scissors } from 'lucide-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { Fragment, useState } from 'react';
import type { Part } from '../../../core/agendaImport/reviewCuts.ts';
import { addCut, moveCut, partsOf, removeCut } from '../../../core/agendaImport/reviewCuts.ts';
import { useMessages } from '../../ui/messages.tsx';
import { PageThumb } from './PageThumb.tsx';
import { useReview } from './useReview.ts';
import './importPages.css';

const thumbWidth = 124;

/**
 * All pages of a file with the cuts between them. One cut place at a time is in the tab order: arrows go to the next,
 * space sets or removes a cut, Alt and an arrow moves one.
 */
export function PageStrip({
  file,
  strip,
}: {
  file: string;
  strip: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { t } = useMessages();
  const { proposal, change } = useReview();
  const [at, setAt] = useState(1);
  const count = proposal.files.find(({ sha256 }) => sha256 === file)?.pageCount ?? 0;
  const parts = partsOf(proposal, file);
  const starts = new Map(parts.map((part) => [part.from, part]));
  const isCut = (after: number): boolean => starts.has(after + 1);
  const toggle = (after: number): void =>
    change((now) =>
      isCut(after)
        ? removeCut(now, file, after)
        : addCut(now, file, after, {
            id: crypto.randomUUID(),
            title: t('agendaImport.newPart', { page: after + 1 }),
          }),
    );
  const goTo = (after: number): void => {
    const place = Math.min(count - 1, Math.max(1, after));
    setAt(place);
    strip.current?.querySelector<HTMLElement>(`[data-after="${place}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, after: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.altKey) {
      if (!isCut(after)) return;
      change((now) => moveCut(now, file, after, after + step));
    }
    goTo(after + step);
  };
  return (
    <div ref={strip} className="imp-strip" role="group" aria-label={t('agendaImport.strip', { count })}>
      <p className="imp-strip__help">{t('agendaImport.stripHelp')}</p>
      {Array.from({ length: count }, (_, index) => {
        const page = index + 1;
        return (
          <Fragment key={page}>
            <figure className="imp-strip__page" data-page={page} data-starts={starts.has(page) || undefined}>
              <PartCaption part={starts.get(page) ?? null} />
              <PageThumb
                sha256={file}
                page={page}
                width={thumbWidth}
                label={t('agendaImport.page', { page })}
              />
              <figcaption className="imp-strip__number">{page}</figcaption>
            </figure>
            {page < count && (
              <button
                type="button"
                className="imp-strip__cut"
                data-after={page}
                tabIndex={page === Math.min(at, count - 1) ? 0 : -1}
                aria-pressed={isCut(page)}
                aria-label={t('agendaImport.cutAfter', { page })}
                onFocus={() => setAt(page)}
                onClick={() => toggle(page)}
                onKeyDown={(event) => onKey(event, page)}
              >
                <Scissors size={14} aria-hidden />
              </button>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

/** The title of the document that begins on a page; an empty line above the others, so that pages stand level. */
const PartCaption = ({ part }: { part: Part | null }): ReactNode => (
  <p className="imp-strip__caption" title={part?.document.title}>
    {part?.document.title ?? '\u00a0'}
  </p>
);
