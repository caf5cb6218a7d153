import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import { quadsOf } from '../../../../core/text/textQuads.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import { percentQuad } from '../page/percentBox.ts';
import type { FoundWords } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { usePageText } from '../session/usePageText.ts';
import './find.css';

/** The words that are looked for, on one page; the one that one is at stands out. */
export function FindLayer({ index, geometry }: { index: number; geometry: PageGeometry }): ReactNode {
  const { session, found } = useReader();
  const place = session.place(index);
  if (!found || !place?.file) return null;
  return (
    <FoundOnPage
      index={index}
      geometry={geometry}
      found={found}
      documentId={place.document.id}
      page={place.page}
    />
  );
}

function FoundOnPage({
  index,
  geometry,
  found,
  documentId,
  page,
}: {
  index: number;
  geometry: PageGeometry;
  found: FoundWords;
  documentId: string;
  page: number;
}): ReactNode {
  const ranges = useSyncExternalStore(found.subscribe, () => found.hitsOn(documentId, page));
  const current = useSyncExternalStore(found.subscribe, () => found.currentOn(documentId, page));
  const text = usePageText(index, ranges.length > 0);
  if (ranges.length === 0 || !text) return null;
  return (
    <div className="reader-found" aria-hidden>
      {ranges.map((range) => (
        <Words
          key={range.start}
          text={text}
          range={range}
          geometry={geometry}
          isCurrent={range.start === current?.start}
        />
      ))}
    </div>
  );
}

function Words({
  text,
  range,
  geometry,
  isCurrent,
}: {
  text: PageText;
  range: TextRange;
  geometry: PageGeometry;
  isCurrent: boolean;
}): ReactNode {
  return quadsOf(text, range).map((quad, i) => {
    const box = percentQuad(geometry, quad);
    return box && <span key={i} data-current={isCurrent || undefined} style={{ ...box }} />;
  });
}
