import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { pointerTool } from '../gestures/pointerTool.ts';
import { useReader } from '../session/ReaderContext.ts';
import type { Writing } from './beginWriting.ts';
import { frameStyle, textStyle } from './DrawnMark.tsx';
import { WritingKeeper } from './WritingKeeper.ts';
import { toolSettings } from './toolSettings.ts';

/** Where words are written on the page, as they will stand there. They are stored while one writes; Escape is done. */
export function PageWriting({
  index,
  geometry,
  writing,
}: {
  index: number;
  geometry: PageGeometry;
  writing: Writing;
}): ReactNode {
  const { session, drawing } = useReader();
  const { t } = useMessages();
  const chosen = useStore(toolSettings, (state) => state.textLook);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(writing.text);
  const [height, setHeight] = useState(writing.frame.height);
  const place = session.place(index);
  const [keeper] = useState(() =>
    drawing && place ? new WritingKeeper(session, drawing, place, geometry, writing) : null,
  );
  useLayoutEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useLayoutEffect(() => {
    const element = field.current;
    const row = session.scroller.store.getState().layout.rows[index];
    if (element === null || row?.kind !== 'page') return;
    element.style.height = '0';
    const needed = element.scrollHeight / row.scale;
    element.style.height = '';
    setHeight(needed);
    keeper?.written(text, needed);
  }, [text, chosen, session, index, keeper]);
  useEffect(() => () => void keeper?.close(), [keeper]);

  const done = (focusNext: boolean): void => {
    const pages = field.current?.closest<HTMLElement>('.reader-pages');
    if (focusNext) pages?.focus({ preventScroll: true });
    void keeper?.close().then((id) => {
      if (session.writing.getState()?.number === writing.number) session.writing.setState(null, true);
      if (id === null) return;
      if (pointerTool.getState() === 'text') pointerTool.setState('select', true);
      drawing?.choose(id);
      if (focusNext) focusGrip(pages, id);
    });
  };
  const key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone || event.nativeEvent.isComposing) return;
    event.preventDefault();
    done(true);
  };
  const look = writing.look ?? chosen;
  return (
    <textarea
      ref={field}
      className="drawn-writing"
      style={{ ...frameStyle({ ...writing.frame, height }), ...textStyle({ textLook: look }) }}
      aria-label={t('drawing.text.field')}
      rows={1}
      maxLength={20_000}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={key}
      onBlur={() => done(false)}
    />
  );
}

/** The note is on the page in a moment: then the focus is on it. */
function focusGrip(pages: HTMLElement | null | undefined, id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      pages?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    ),
  );
}
