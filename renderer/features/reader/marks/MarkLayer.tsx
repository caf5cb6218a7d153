import { CircleHelp, StickyNote, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { Messages } from '../../../ui/messages.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { percentQuad } from '../page/percentBox.ts';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';
import { marginPlaces } from './marginPlaces.ts';
import './marks.css';

/**
 * The notes of a page: marked words, icons in the margin, the ribbon of a bookmark. A colour is told apart by its
 * pattern too, and by name to screen readers.
 */
export const MarkLayer = memo(function MarkLayer({
  marks,
  geometry,
  activeMarkId,
}: {
  marks: readonly ReaderMark[];
  geometry: PageGeometry | null;
  activeMarkId: string | null;
}): ReactNode {
  if (marks.length === 0) return null;
  return (
    <>
      {geometry && (
        <div className="reader-marks" aria-hidden>
          {marks.map((mark) => (
            <MarkedWords key={mark.id} mark={mark} geometry={geometry} isActive={mark.id === activeMarkId} />
          ))}
        </div>
      )}
      <MarkButtons marks={marks} geometry={geometry} activeMarkId={activeMarkId} />
    </>
  );
});

function MarkedWords({
  mark,
  geometry,
  isActive,
}: {
  mark: ReaderMark;
  geometry: PageGeometry;
  isActive: boolean;
}): ReactNode {
  const look = mark.kind === 'highlight' ? `highlight reader-mark--${mark.colour ?? 'yellow'}` : mark.kind;
  const boxes = mark.quads.map((quad) => percentQuad(geometry, quad)).filter((box) => box !== null);
  return (
    <div className={`reader-mark reader-mark--${look}`} data-check={mark.needsCheck || undefined}>
      {isActive &&
        boxes.map((box, i) => <span key={`rim${i}`} className="reader-mark__rim" style={{ ...box }} />)}
      {boxes.map((box, i) => (
        <span key={i} style={{ ...box }} />
      ))}
    </div>
  );
}

/** One button a note, in the order of the page: how the keyboard and screen readers reach it. */
function MarkButtons({
  marks,
  geometry,
  activeMarkId,
}: {
  marks: readonly ReaderMark[];
  geometry: PageGeometry | null;
  activeMarkId: string | null;
}): ReactNode {
  const { actions } = useReader();
  const messages = useMessages();
  return marginPlaces(marks, geometry).map(({ mark, top, lane, over }) => {
    const isActive = mark.id === activeMarkId;
    const shape =
      mark.kind === 'note' || mark.kind === 'question'
        ? 'icon'
        : mark.kind === 'bookmark'
          ? 'ribbon'
          : 'words';
    return (
      <button
        key={mark.id}
        type="button"
        className={`reader-mark-button reader-mark-button--${shape}${isActive ? ' reader-mark-button--active' : ''}`}
        style={
          shape === 'words' ? { ...over } : { top, right: shape === 'icon' ? -10 - lane * 26 : undefined }
        }
        aria-label={markLabel(messages, mark)}
        aria-current={isActive ? 'true' : undefined}
        data-check={mark.needsCheck || undefined}
        title={shape === 'words' ? undefined : markLabel(messages, mark)}
        onClick={() => actions.activateMark(mark.id)}
      >
        {mark.needsCheck && shape === 'words' && (
          <span className="reader-mark-check">
            <TriangleAlert size={13} aria-hidden />
          </span>
        )}
        {mark.kind === 'note' && <StickyNote size={15} aria-hidden />}
        {mark.kind === 'question' && <CircleHelp size={15} aria-hidden />}
      </button>
    );
  });
}

/** What a mark is called: its kind, colour and first words. */
export function markLabel(messages: Messages, mark: ReaderMark): string {
  const plain = plainLabel(messages, mark);
  return mark.needsCheck ? messages.t('placing.checkMark', { mark: `${plain}.` }) : plain;
}

function plainLabel({ t }: Messages, mark: ReaderMark): string {
  const kind =
    mark.kind === 'highlight'
      ? t('reader.mark.highlight', { colour: t(`reader.colour.${mark.colour ?? 'yellow'}`) })
      : t(`reader.mark.${mark.kind}`);
  const text = mark.text.replace(/\s+/g, ' ').trim();
  if (text === '') return kind;
  return t('reader.mark.withText', { kind, text: text.length > 120 ? `${text.slice(0, 119)}…` : text });
}
