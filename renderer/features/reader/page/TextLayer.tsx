import type { ReactNode } from 'react';
import { memo, useEffect, useState } from 'react';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { PageText, TextLine } from '../../../../core/text/pageText.ts';
import type { PdfFile } from '../engine/pdfJobs.ts';
import { textUrgency } from '../scroll/urgency.ts';
import { useReader } from '../session/ReaderContext.ts';
import { percentBox, shownSize } from './percentBox.ts';

/**
 * The words of a page, unseen over its drawing, line by line where they stand: what a screen reader reads and what says that
 * the pointer is over text. Put in when scrolling rests. Selecting is done by TextSelector, not by these elements.
 */
export function TextLayer({
  index,
  file,
  filePage,
}: {
  index: number;
  file: PdfFile;
  filePage: number;
}): ReactNode {
  const { session } = useReader();
  const [text, setText] = useState<PageText | null>(null);

  useEffect(() => {
    let isOver = false;
    const { scroller, texts } = session;
    const urgency = (): number => {
      const { first, last, layout } = scroller.store.getState();
      const row = layout.rows[index];
      const isNear = index >= first && index <= last && row?.kind === 'page';
      return isOver || !isNear ? Infinity : textUrgency(row, scroller.view(), scroller.heading());
    };
    let stopWaiting = (): void => undefined;
    const show = (loaded: PageText): void => {
      if (isOver) return;
      if (scroller.isResting()) return setText(loaded);
      stopWaiting = scroller.onRest(() => {
        stopWaiting();
        show(loaded);
      });
    };
    void texts.load(file, filePage, urgency).then((loaded) => loaded && show(loaded));
    return () => {
      isOver = true;
      stopWaiting();
    };
  }, [session, index, file, filePage]);

  return text && <TextLines text={text} />;
}

const TextLines = memo(function TextLines({ text }: { text: PageText }): ReactNode {
  return (
    <div className="reader-text">
      {text.blocks.map((block) => (
        <p key={block.firstLine}>
          {text.lines.slice(block.firstLine, block.endLine).map((line) => (
            <TextSpan key={line.start} line={line} text={text.text} geometry={text.geometry} />
          ))}
        </p>
      ))}
    </div>
  );
});

function TextSpan({
  line,
  text,
  geometry,
}: {
  line: TextLine;
  text: string;
  geometry: PageGeometry;
}): ReactNode {
  const box = percentBox(geometry, line);
  const lineHeight = line.turns % 2 === 1 ? line.right - line.left : line.top - line.bottom;
  const fontSize = `${((lineHeight * 0.8) / shownSize(geometry).height) * 100}cqh`;
  return <span style={{ ...box, fontSize }}>{`${text.slice(line.start, line.end)} `}</span>;
}
