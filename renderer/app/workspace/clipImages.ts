import type { Annotation } from '../../../core/annotation/annotation.ts';
import { strokesInFrame } from '../../../core/annotation/drawn/drawnFrame.ts';
import type { SheetPicture } from '../../../core/preparation/sheetPictures.ts';
import { mostSheetPictures } from '../../../core/preparation/sheetPictures.ts';
import { pageSelectorsOf } from '../../features/notes/notePlace.ts';
import type { Messages } from '../../ui/messages.tsx';
import { clipAsPng } from '../../features/reader/pageTools/clipAsPng.ts';

/** What was drawn and areas as pictures for a file, by note. Pages that cannot be drawn are left out. */
export async function clipImages(
  notes: readonly Annotation[],
  { t }: Messages,
): Promise<Readonly<Record<string, SheetPicture>>> {
  const pictures: Record<string, SheetPicture> = {};
  for (const { id, kind, target, strokes = [] } of notes) {
    const [selector] = pageSelectorsOf(target);
    const quad = selector?.quads[0];
    if ((kind !== 'ink' && kind !== 'area') || selector === undefined || quad === undefined) continue;
    if (Object.keys(pictures).length >= mostSheetPictures) break;
    const { sha256, page } = selector;
    const drawn = kind === 'ink' ? strokesInFrame(strokes, quad) : [];
    const picture = await clipAsPng({ sha256, page, quad, strokes: drawn });
    const alternative = t(kind === 'ink' ? 'drawing.clipInk' : 'drawing.clip', { page });
    if (picture !== null) pictures[id] = { ...picture, alternative };
  }
  return pictures;
}
