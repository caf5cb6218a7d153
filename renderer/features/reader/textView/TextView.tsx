import type { CSSProperties, ReactNode, RefObject } from 'react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { TextViewSettings } from '../../../../core/settings/textViewSettings.ts';
import { useMessages } from '../../../ui/messages.tsx';
import type { PageMarks } from '../marks/usePageMarks.ts';
import { DocumentNotice } from '../page/DocumentNotice.tsx';
import type { ReaderMark, ReaderMarkRequest, ReaderNext } from '../readerTypes.ts';
import { SpokenWords } from '../readAloud/SpokenWords.tsx';
import type { ScrollRow } from '../scroll/scrollLayout.ts';
import { useReader, useScroll } from '../session/ReaderContext.ts';
import { PageStructures } from './PageStructures.ts';
import { TextDocumentHeader } from './TextDocumentHeader.tsx';
import { TextFlow } from './TextFlow.ts';
import { TextNext } from './TextNext.tsx';
import { TextPage } from './TextPage.tsx';
import { TextSelectionToolbar } from './TextSelectionToolbar.tsx';
import { TextMarksContext, TextViewContext } from './TextViewContext.ts';
import { useTextKeys } from './useTextKeys.ts';
import './textView.css';
import './textBlocks.css';

export interface TextViewProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly settings: TextViewSettings;
  readonly marksOf: PageMarks;
  readonly activeMarkId: string | null;
  readonly next: ReaderNext | null;
  readonly onMark: (request: ReaderMarkRequest) => void;
  readonly onStep: (step: 1 | -1) => void;
  /** Pages are to be shown again. */
  readonly onShowPages: () => void;
}

/** The documents as flowing text, one page after another, for reading at any size and for screen readers. */
export function TextView(props: TextViewProps): ReactNode {
  const { ref, settings, next } = props;
  const { session } = useReader();
  const { t } = useMessages();
  const content = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [flow] = useState(() => new TextFlow(session));
  const [structures] = useState(() => new PageStructures(session.host));
  const { onShowPages } = props;

  useLayoutEffect(() => {
    if (!ref.current || !content.current) return;
    return flow.attach(ref.current, content.current);
  }, [flow, ref]);
  const services = useMemo(
    () => ({
      flow,
      structures,
      showPage: (row: number) => {
        flow.goTo({ row, share: 0 });
        onShowPages();
      },
    }),
    [flow, structures, onShowPages],
  );
  const { marksOf, activeMarkId } = props;
  const marks = useMemo(() => ({ marksOf, activeMarkId }), [marksOf, activeMarkId]);
  useLayoutEffect(() => flow.keepPlace(), [flow, settings]);
  const onKeyDown = useTextKeys(flow, toolbar, props.onStep);
  const { lineLength, spacing, typeface, letterSize } = settings;
  return (
    <TextViewContext value={services}>
      <div className="text-view__frame">
        <div
          ref={ref}
          className={`text-view text-view--${typeface} text-view--${spacing} text-view--${lineLength}`}
          style={{ '--text-view-size': `${letterSize / 16}rem` } satisfies CSSVariables as CSSProperties}
          role="region"
          aria-label={t('textView.label')}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div ref={content} className="text-view__content">
            <TextMarksContext value={marks}>
              <Rows {...props} flow={flow} />
            </TextMarksContext>
            {next && <TextNext next={next} />}
            <SpokenWords flow={flow} />
            <TextSelectionToolbar ref={toolbar} content={content} onMark={props.onMark} />
          </div>
        </div>
      </div>
    </TextViewContext>
  );
}

const noMarks: readonly ReaderMark[] = [];

type CSSVariables = Readonly<Record<`--${string}`, string>>;

function Rows({ flow, marksOf, activeMarkId }: TextViewProps & { flow: TextFlow }): ReactNode {
  const layout = useScroll((state) => state.layout);
  const { first, last } = useStore(flow.wanted);
  return layout.rows.map((row, index) => (
    <Row
      key={index}
      flow={flow}
      index={index}
      row={row}
      isWanted={index >= first && index <= last}
      marksOf={marksOf}
      activeMarkId={activeMarkId}
    />
  ));
}

function Row({
  flow,
  index,
  row,
  isWanted,
  marksOf,
  activeMarkId,
}: {
  flow: TextFlow;
  index: number;
  row: ScrollRow;
  isWanted: boolean;
  marksOf: PageMarks;
  activeMarkId: string | null;
}): ReactNode {
  const { session } = useReader();
  const document = session.documents[row.documentIndex];
  const place = session.place(index);
  const marks = place ? marksOf(place) : noMarks;
  const active = marks.some((mark) => mark.id === activeMarkId) ? activeMarkId : null;
  return (
    <div
      ref={(element) => {
        flow.setRow(index, element);
        return () => flow.setRow(index, null);
      }}
      className={`text-view__row text-view__row--${row.kind}`}
      data-row={index}
    >
      {row.kind === 'header' && document && <TextDocumentHeader document={document} />}
      {row.kind === 'notice' && <DocumentNotice row={row} />}
      {place && (
        <TextPage
          index={index}
          file={place.file}
          page={place.page}
          isWanted={isWanted}
          marks={marks}
          activeMarkId={active}
        />
      )}
    </div>
  );
}
