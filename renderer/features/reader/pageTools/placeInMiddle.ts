import type { Point } from '../../../../core/pdf/pageGeometry.ts';
import { shownSize } from '../page/percentBox.ts';
import { beginWritingAt } from './beginWriting.ts';
import { storeArea } from './markArea.ts';
import type { DrawnPage } from './pagePoint.ts';
import type { ToolContext } from './toolContext.ts';

/** Of an area that is marked by key, in points; arrows then move and size it. */
const areaSize = { width: 200, height: 120 } as const;

/** What a press would do, by key: in the middle of what is in view of the page. */
export function placeInMiddle(
  context: Pick<ToolContext, 'session' | 'drawing'>,
  page: DrawnPage,
  middle: Point,
  tool: 'text' | 'area',
): void {
  if (tool === 'text') return beginWritingAt(context.session, page.row, middle);
  const shown = shownSize(page.geometry);
  const [width, height] = [
    Math.min(areaSize.width, shown.width * 0.8),
    Math.min(areaSize.height, shown.height * 0.8),
  ];
  void storeArea(context, page, {
    left: Math.max(0, Math.min(shown.width - width, middle.x - width / 2)),
    top: Math.max(0, Math.min(shown.height - height, middle.y - height / 2)),
    width,
    height,
  });
}
