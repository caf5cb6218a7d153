import type { PageMarks } from '../marks/usePageMarks.ts';
import type { ReaderDrawing } from '../readerTypes.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';

/** What the tools work with. */
export interface ToolContext {
  readonly session: ReaderSession;
  /** The scrolling element. */
  readonly pages: HTMLElement;
  readonly drawing: ReaderDrawing;
  /** As they are now. */
  readonly marksOf: PageMarks;
}

/** Where on a page what is just being drawn is shown: in the page's own user space, or on the page as shown. */
export function wetLayer(pages: HTMLElement, row: number, space: 'user' | 'view'): SVGElement | null {
  return pages.querySelector<SVGElement>(`[data-row="${row}"] [data-wet="${space}"]`);
}

export function wetShape(layer: SVGElement, name: 'path' | 'rect', className: string): SVGElement {
  const shape = document.createElementNS('http://www.w3.org/2000/svg', name);
  shape.setAttribute('class', className);
  layer.append(shape);
  return shape;
}
