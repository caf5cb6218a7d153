import { useEffect, useState } from 'react';
import type { PageText } from '../../../../core/text/pageText.ts';
import { useReader } from './ReaderContext.ts';

/** The text of a row's page, fetched when it is wanted and not here; null until then. */
export function usePageText(index: number, isWanted: boolean): PageText | null {
  const { session } = useReader();
  const [loaded, setLoaded] = useState<PageText | null>(null);
  const place = isWanted ? session.place(index) : null;
  const file = place?.file ?? null;
  const filePage = place?.filePage ?? 0;
  const held = file ? session.texts.held(file, filePage) : null;
  useEffect(() => {
    if (!file || held) return;
    let isOver = false;
    void session.texts
      .load(file, filePage, () => (isOver ? Infinity : -1))
      .then((text) => !isOver && setLoaded(text));
    return () => {
      isOver = true;
    };
  }, [session, file, filePage, held]);
  return isWanted ? (held ?? loaded) : null;
}
