import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import { quadsOf } from '../../../../core/text/textQuads.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import { percentQuad } from '../page/percentBox.ts';
import { useReader } from '../session/ReaderContext.ts';
import './readAloud.css';

/** The sentence being read on a page, and in it the word being said. */
export function SpokenLayer({ index, geometry }: { index: number; geometry: PageGeometry }): ReactNode {
  const { readAloud } = useReader();
  const spoken = useStore(readAloud.aloud.store, ({ spoken: now }) => (now?.row === index ? now : null));
  if (!spoken) return null;
  const { text, ranges, word } = spoken;
  return (
    <div className="reader-spoken" aria-hidden>
      {ranges.map((range) => (
        <Words key={range.start} text={text} range={range} geometry={geometry} />
      ))}
      {word && <Words text={text} range={word} geometry={geometry} isWord />}
    </div>
  );
}

function Words({
  text,
  range,
  geometry,
  isWord = false,
}: {
  text: PageText;
  range: TextRange;
  geometry: PageGeometry;
  isWord?: boolean;
}): ReactNode {
  return quadsOf(text, range).map((quad, i) => {
    const box = percentQuad(geometry, quad);
    return box && <span key={i} data-word={isWord || undefined} style={{ ...box }} />;
  });
}
