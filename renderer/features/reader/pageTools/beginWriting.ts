import type { TextLook } from '../../../../core/annotation/noteDetails.ts';
import type { Point } from '../../../../core/pdf/pageGeometry.ts';
import { shownSize } from '../page/percentBox.ts';
import type { ReaderMark } from '../readerTypes.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import type { PageFrame } from './pageFrame.ts';
import { drawnPage } from './pagePoint.ts';
import { toolSettings } from './toolSettings.ts';

/** Words being written on a page. */
export interface Writing {
  /** Tells one from the next. */
  readonly number: number;
  readonly row: number;
  /** Null for new words. */
  readonly id: string | null;
  readonly frame: PageFrame;
  readonly text: string;
  /** How words that stand here look; null for new ones, which look as chosen in the tools. */
  readonly look: TextLook | null;
}

const usualWidth = 220;
const leastWidth = 60;
const lineHeight = 1.3;

/** Of words without a look of their own, from another program. */
export const usualLook: TextLook = { size: 12, colour: 'black' };

let number = 0;

/** Begins new words with their first line at a point of the page as shown. */
export function beginWritingAt(session: ReaderSession, row: number, { x, y }: Point): void {
  const page = drawnPage(session, row);
  if (page === null) return;
  const { size } = toolSettings.getState().textLook;
  const shown = shownSize(page.geometry);
  const left = Math.max(0, Math.min(x, shown.width - leastWidth));
  const width = Math.max(leastWidth, Math.min(usualWidth, shown.width - left - size));
  const height = size * lineHeight;
  const top = Math.max(0, Math.min(y - height / 2, shown.height - height));
  number += 1;
  const frame = { x: left, y: top, width, height, turns: 0 };
  session.writing.setState({ number, row, id: null, frame, text: '', look: null }, true);
}

/** Goes on with words that stand on the page. */
export function beginWriting(
  session: ReaderSession,
  row: number,
  { id, text, textLook = usualLook }: ReaderMark,
  frame: PageFrame,
): void {
  number += 1;
  session.writing.setState({ number, row, id, frame, text, look: textLook }, true);
}
