import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { maxHits } from '../../../core/find/found.ts';
import { useMessages } from '../../ui/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { FindSession } from './FindSession.ts';
import { useHitWords } from './useHitWords.ts';

/** Said when nothing changed for so long: not at every letter. */
const saidAfterMs = 700;

/** "12 av 340", and the same said to screen readers with where the hit stands. */
export function FindCount({ session }: { session: FindSession }): ReactNode {
  const { t, formatNumber } = useMessages();
  const words = useHitWords();
  const phase = useStore(session.store, (state) => state.phase);
  const isCut = useStore(session.store, (state) => state.isCut);
  const total = useStore(session.store, ({ hits, version }) => (version >= 0 ? hits.total : 0));
  const current = useStore(session.store, (state) => state.current);
  const number = useStore(session.store, ({ hits, current: at, version }) =>
    at !== null && version >= 0 ? hits.numberOf(at.place) + 1 : 0,
  );
  const isKnown = phase === 'done' || total > 0;
  const numbers = { number: formatNumber(number), total: formatNumber(total) };
  const shown =
    phase === 'nothing' || !isKnown
      ? ''
      : current !== null
        ? t('find.countAt', numbers)
        : isCut
          ? t('find.countCut', { total: formatNumber(maxHits) })
          : t('find.count', { total });
  const said = current === null ? shown : t('find.said', { ...numbers, where: words.where(current) });
  return (
    <>
      <span className="find-bar__count" data-phase={phase} aria-hidden>
        {shown}
      </span>
      <VisuallyHidden>
        <SaidWhenSettled text={phase === 'searching' ? '' : said} />
      </VisuallyHidden>
    </>
  );
}

function SaidWhenSettled({ text }: { text: string }): ReactNode {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), saidAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return <span role="status">{said}</span>;
}
