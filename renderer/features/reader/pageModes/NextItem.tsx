import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderNext } from '../readerTypes.ts';
import { useReader, useScroll } from '../session/ReaderContext.ts';
import './pageModes.css';

const footHeight = 128;

/** Quietly below the last page: what comes next, and that reading on leads there. */
export function NextItem({ next }: { next: ReaderNext | null }): ReactNode {
  const { session } = useReader();
  const { t } = useMessages();
  const top = useScroll(({ layout }) => layout.footTop);
  const isNear = useScroll(({ layout, last }) => last >= layout.rows.length - 1);
  useEffect(() => session.scroller.setFoot(next ? footHeight : 0), [session, next]);
  if (!next || !isNear) return null;
  return (
    <div className="reader-next" style={{ top, height: footHeight }}>
      <AriaButton className="reader-next__button" onPress={next.onContinue}>
        <span className="reader-next__words">
          <span className="reader-next__what">{next.label}</span>
          <span className="reader-next__hint">{t('views.next.hint')}</span>
        </span>
        <ArrowDown size={18} aria-hidden />
        <span className="reader-next__pulled" aria-hidden />
      </AriaButton>
    </div>
  );
}
