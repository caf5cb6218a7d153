import { useEffect, useState } from 'react';
import type { PageLink } from '../../../../core/pdf/links.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';

/** After the text and drawings of all pages that are near: the next page must not wait for links. */
const linkUrgency = 5000;

/** The links of a page, fetched while `isNear` says that it is wanted; null until they are here. */
export function usePageLinks(place: PagePlace, isNear: () => boolean): readonly PageLink[] | null {
  const { session } = useReader();
  const { file, filePage } = place;
  const [links, setLinks] = useState(() => (file ? session.links.held(file, filePage) : null));
  useEffect(() => {
    if (!file) return;
    let isOver = false;
    const urgency = (): number => (isOver || !isNear() ? Infinity : linkUrgency);
    void session.links.load(file, filePage, urgency).then((loaded) => {
      if (loaded && !isOver) setLinks(loaded);
    });
    return () => {
      isOver = true;
    };
  }, [session, file, filePage, isNear]);
  return links;
}
