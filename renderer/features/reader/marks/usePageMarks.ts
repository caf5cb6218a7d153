import { useMemo } from 'react';
import type { ReaderMark } from '../readerTypes.ts';
import type { PagePlace } from '../session/ReaderSession.ts';

export type PageMarks = (place: PagePlace) => readonly ReaderMark[];

const none: readonly ReaderMark[] = [];

/** The marks of each page; the same list as long as the marks are the same, so that pages are not drawn anew. */
export function usePageMarks(marks: readonly ReaderMark[]): PageMarks {
  return useMemo(() => {
    const byPage = new Map<string, ReaderMark[]>();
    for (const mark of marks) {
      const key = `${mark.documentId}:${mark.sha256}:${mark.filePage}`;
      const list = byPage.get(key);
      if (list) list.push(mark);
      else byPage.set(key, [mark]);
    }
    return ({ document, filePage }) => byPage.get(`${document.id}:${document.sha256}:${filePage}`) ?? none;
  }, [marks]);
}
