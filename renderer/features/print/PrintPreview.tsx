import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { ComposedPrint } from '../../../core/print/printOrder.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DrawnPage } from './DrawnPage.tsx';
import type { PageDrawings } from './pageDrawings.ts';

/** The sheets as they come out, one at a time. */
export function PrintPreview({
  composed,
  drawings,
}: {
  composed: ComposedPrint;
  drawings: PageDrawings;
}): ReactNode {
  const { t } = useMessages();
  const [asked, setAsked] = useState(1);
  const count = composed.sheetCount;
  const page = Math.min(asked, count);
  const go = (to: number): void => setAsked(Math.max(1, Math.min(count, to)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = targetOf(event.key, page, count);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  return (
    <section className="print-preview" aria-label={t('print.preview')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- paged by keys, as any scrolled region */}
      <div
        className="print-preview__paper"
        tabIndex={0}
        role="group"
        aria-label={t('print.preview')}
        onKeyDown={onKeyDown}
      >
        <DrawnPage
          drawings={drawings}
          file={composed.id}
          page={page}
          width={520}
          height={470}
          label={t('print.preview.page', { page, count })}
          failed={<p className="print-preview__failed">{t('print.preview.failed')}</p>}
        />
      </div>
      <div className="print-preview__paging">
        <IconButton
          size="small"
          label={t('print.preview.previous')}
          icon={<ChevronLeft size={16} aria-hidden />}
          isDisabled={page <= 1}
          onPress={() => go(page - 1)}
        />
        <SheetField page={page} onGo={go} />
        <span className="print-preview__count" aria-live="polite">
          {t('print.preview.page', { page, count })}
        </span>
        <IconButton
          size="small"
          label={t('print.preview.next')}
          icon={<ChevronRight size={16} aria-hidden />}
          isDisabled={page >= count}
          onPress={() => go(page + 1)}
        />
      </div>
    </section>
  );
}

function targetOf(key: string, page: number, count: number): number | null {
  switch (key) {
    case 'PageDown':
    case 'ArrowRight':
    case 'ArrowDown':
      return page + 1;
    case 'PageUp':
    case 'ArrowLeft':
    case 'ArrowUp':
      return page - 1;
    case 'Home':
      return 1;
    case 'End':
      return count;
    default:
      return null;
  }
}

/** A number typed is gone to at once, and stays as typed until the field is left. */
function SheetField({ page, onGo }: { page: number; onGo: (page: number) => void }): ReactNode {
  const { t } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped((was) => (Number(was) === page ? was : null)), [page]);
  return (
    <input
      className="ui-field__input print-preview__field"
      inputMode="numeric"
      aria-label={t('print.preview.go')}
      value={typed ?? String(page)}
      onChange={(event) => {
        setTyped(event.target.value);
        const number = Number(event.target.value);
        if (Number.isInteger(number) && number >= 1) onGo(number);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
