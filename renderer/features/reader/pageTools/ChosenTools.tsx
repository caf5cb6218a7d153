import { AArrowDown, AArrowUp, NotebookPen, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useStore } from 'zustand';
import { isDrawnKind } from '../../../../core/annotation/annotation.ts';
import type { InkColour } from '../../../../core/annotation/noteDetails.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { pointerTool } from '../gestures/pointerTool.ts';
import type { PageMarks } from '../marks/usePageMarks.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { useToolbarEscape } from '../selection/SelectionTools.tsx';
import { useReader, useScroll } from '../session/ReaderContext.ts';
import { beginWriting, usualLook } from './beginWriting.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { frameOfQuad, rectangleOf } from './pageFrame.ts';
import { penColours, textColours, textSizes, toolSettings } from './toolSettings.ts';

const height = 44;
const gap = 10;
const mostHalfWidth = 190;

/** What can be done with the chosen note on a page, beside it: its colour, its words, its class, and taking it away. */
export function ChosenTools({
  marksOf,
  activeMarkId,
}: {
  marksOf: PageMarks;
  activeMarkId: string | null;
}): ReactNode {
  const { session, drawing } = useReader();
  const tool = useStore(pointerTool);
  const writing = useStore(session.writing);
  // The page may be drawn after its note was chosen.
  useStore(session.geometryCount);
  const layout = useScroll((state) => state.layout);
  const first = useScroll((state) => state.first);
  const last = useScroll((state) => state.last);
  if (drawing === null || tool !== 'select' || activeMarkId === null || writing !== null) return null;
  for (let row = first; row <= last; row++) {
    const place = session.place(row);
    const geometry = session.geometry(row);
    const page = layout.rows[row];
    const mark = place && marksOf(place).find(({ id }) => id === activeMarkId);
    if (!mark || !isDrawnKind(mark.kind) || !geometry || page?.kind !== 'page') continue;
    const [quad] = mark.quads;
    const frame = quad ? frameOfQuad(geometry, quad) : null;
    if (frame === null) return null;
    const box = rectangleOf(frame);
    const view = session.scroller.view();
    const halfWidth = Math.min(mostHalfWidth, view.width / 2);
    const below = page.top + (box.top + box.height) * page.scale + gap;
    const isRoomBelow = below + height < view.top + view.height;
    const above = page.top + box.top * page.scale - gap - height;
    const top = isRoomBelow ? below : Math.max(above, view.top + gap);
    const middle = page.left + (box.left + box.width / 2) * page.scale;
    const left = Math.max(view.left + halfWidth, Math.min(view.left + view.width - halfWidth, middle));
    return <Tools key={mark.id} mark={mark} row={row} left={left} top={top} />;
  }
  return null;
}

/** From the note to its tools; false when there are none. */
export function focusChosenTools(from: HTMLElement): boolean {
  const button = from.closest('.reader-pages')?.querySelector<HTMLElement>('.chosen-tools button');
  button?.focus({ preventScroll: true });
  return button != null;
}

function Tools({
  mark,
  row,
  left,
  top,
}: {
  mark: ReaderMark;
  row: number;
  left: number;
  top: number;
}): ReactNode {
  const { session, drawing } = useReader();
  const { t } = useMessages();
  const tools = useRef<HTMLDivElement>(null);
  const toGrip = (): void => {
    const pages = tools.current?.closest<HTMLElement>('.reader-pages');
    const grip = pages?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(mark.id)}"]`);
    (grip ?? pages)?.focus({ preventScroll: true });
  };
  useToolbarEscape(tools, toGrip);
  if (drawing === null) return null;
  const write = (): void => {
    const geometry = session.geometry(row);
    const frame = geometry && mark.quads[0] ? frameOfQuad(geometry, mark.quads[0]) : null;
    if (frame) beginWriting(session, row, mark, frame);
  };
  const remove = (): void => {
    tools.current?.closest<HTMLElement>('.reader-pages')?.focus({ preventScroll: true });
    void drawing.remove(mark.id);
  };
  return (
    <div ref={tools} className="chosen-tools reader-selection-toolbar" style={{ left, top }}>
      <Toolbar aria-label={t('drawing.chosen.tools')}>
        {mark.kind !== 'area' && <Colours mark={mark} />}
        {mark.kind === 'freeText' && <TextSize mark={mark} />}
        {mark.kind === 'freeText' && (
          <IconButton
            label={t('drawing.chosen.write')}
            icon={<Pencil size={17} aria-hidden />}
            onPress={write}
          />
        )}
        <Button
          size="small"
          variant="quiet"
          icon={<NotebookPen size={16} aria-hidden />}
          onPress={() => drawing.open(mark.id)}
        >
          {t('drawing.chosen.note', { noteClass: t(`notes.class.${mark.noteClass}`) })}
        </Button>
        <IconButton
          label={t('drawing.chosen.remove')}
          shortcut="Del"
          icon={<Trash2 size={17} aria-hidden />}
          onPress={remove}
        />
      </Toolbar>
    </div>
  );
}

function Colours({ mark }: { mark: ReaderMark }): ReactNode {
  const { drawing } = useReader();
  const isInk = mark.kind === 'ink';
  const now = isInk ? (mark.strokes?.[0]?.colour ?? null) : (mark.textLook ?? usualLook).colour;
  const recolour = (colour: InkColour): void => {
    const { size } = mark.textLook ?? usualLook;
    if (!isInk) toolSettings.setState({ textLook: { size, colour } });
    void drawing?.change(mark.id, {
      details: isInk
        ? { strokes: (mark.strokes ?? []).map((stroke) => ({ ...stroke, colour })) }
        : { textLook: { size, colour } },
    });
  };
  return <ColourChoice colours={isInk ? penColours : textColours} chosen={now} onChoose={recolour} />;
}

function TextSize({ mark }: { mark: ReaderMark }): ReactNode {
  const { drawing } = useReader();
  const { t } = useMessages();
  const look = mark.textLook ?? usualLook;
  const smaller = textSizes.findLast((size) => size < look.size);
  const larger = textSizes.find((size) => size > look.size);
  const set = (size: number | undefined): void => {
    if (size === undefined) return;
    toolSettings.setState({ textLook: { ...look, size } });
    void drawing?.change(mark.id, { details: { textLook: { ...look, size } } });
  };
  return (
    <>
      <IconButton
        label={t('drawing.text.smaller')}
        isDisabled={smaller === undefined}
        icon={<AArrowDown size={17} aria-hidden />}
        onPress={() => set(smaller)}
      />
      <IconButton
        label={t('drawing.text.larger')}
        isDisabled={larger === undefined}
        icon={<AArrowUp size={17} aria-hidden />}
        onPress={() => set(larger)}
      />
    </>
  );
}
