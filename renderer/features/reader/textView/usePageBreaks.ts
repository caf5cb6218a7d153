import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PageBreak } from '../../../../core/structure/pageBreak.ts';
import { pageBreak } from '../../../../core/structure/pageBreak.ts';
import type { StructuredText } from '../../../../core/structure/structureOf.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import { useTextView } from './TextViewContext.ts';

/** The next page, with whose first words the last paragraph of a page goes on. */
export interface Continuation {
  readonly pageBreak: PageBreak;
  readonly place: PagePlace;
  readonly structured: StructuredText;
}

/** How a page's last paragraph goes on; null when it ends with the page or the next is not here yet. */
export function useContinuation(place: PagePlace, own: StructuredText): Continuation | null {
  const [next, structured] = useNeighbour(place, 1);
  return useMemo(() => {
    const broken = next && structured ? pageBreak(own, structured) : null;
    return broken && next && structured ? { pageBreak: broken, place: next, structured } : null;
  }, [own, next, structured]);
}

/** Whether the page before shows a page's first paragraph: then it is this one. */
export function useContinuedParagraph(place: PagePlace, own: StructuredText): PageBreak['to'] | null {
  const { flow } = useTextView();
  const isShown = useStore(flow.wanted, ({ first }) => place.row - 1 >= first);
  const [, structured] = useNeighbour(place, -1);
  return useMemo(
    () => (isShown && structured ? (pageBreak(structured, own)?.to ?? null) : null),
    [isShown, structured, own],
  );
}

/** A page of the same document beside another, as far as it is here. */
function useNeighbour(place: PagePlace, step: 1 | -1): [PagePlace | null, StructuredText | null] {
  const { session } = useReader();
  const { structures } = useTextView();
  const { row, documentIndex } = place;
  const there = useMemo(() => {
    const found = session.place(row + step);
    return found?.documentIndex === documentIndex ? found : null;
  }, [session, row, step, documentIndex]);
  const file = there?.file ?? null;
  const filePage = there?.filePage ?? 0;
  const held = useSyncExternalStore(structures.subscribe, () =>
    file ? structures.held(file, filePage) : null,
  );
  return [there, held];
}
