/**
 * The visible box of a page in PDF user space and the page's own rotation (ISO 32000-1, 7.7.3.3: clockwise), which
 * together say where a point of the page appears.
 */
export interface PageGeometry {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  /** Quarter turns clockwise, 0–3. */
  readonly quarterTurns: number;
}

/** The page as it appears when the reader has turned it so many further quarter turns clockwise. */
export function turnedGeometry(page: PageGeometry, quarterTurns: number): PageGeometry {
  return quarterTurns === 0 ? page : { ...page, quarterTurns: (page.quarterTurns + quarterTurns) & 3 };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle of the page as shown; `top` is the upper edge, y grows downwards, in points. */
export interface ViewRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From user space to the page as shown: points of 1/72 inch, origin in the upper left corner, y downwards. */
export function toView(page: PageGeometry, x: number, y: number): Point {
  switch (page.quarterTurns) {
    case 1:
      return { x: y - page.bottom, y: x - page.left };
    case 2:
      return { x: page.right - x, y: y - page.bottom };
    case 3:
      return { x: page.top - y, y: page.right - x };
    default:
      return { x: x - page.left, y: page.top - y };
  }
}

/** The reverse of `toView`. */
export function toUser(page: PageGeometry, x: number, y: number): Point {
  switch (page.quarterTurns) {
    case 1:
      return { x: page.left + y, y: page.bottom + x };
    case 2:
      return { x: page.right - x, y: page.bottom + y };
    case 3:
      return { x: page.right - y, y: page.top - x };
    default:
      return { x: page.left + x, y: page.top - y };
  }
}

/** The upright rectangle around a quad (eight numbers, user space) on the page as shown. Null when it is no quad. */
export function quadToView(page: PageGeometry, quad: readonly number[]): ViewRect | null {
  if (quad.length !== 8 || !quad.every(Number.isFinite)) return null;
  const corners = [0, 2, 4, 6].map((i) => toView(page, quad[i] ?? 0, quad[i + 1] ?? 0));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
