import type { PageColours } from '../../../../core/pdf/recolour.ts';
import type { ComfortSettings, PageColourName } from '../../../../core/settings/comfortSettings.ts';

/** How pages are drawn when not as printed. */
export interface PageLook {
  readonly colours: PageColours;
  /** Pages that are one picture too. */
  readonly recoloursScans: boolean;
}

/** `paper` is also what stands behind a page that is not drawn yet: see `--colour-paper` in comfort.css. */
export const pageColours: Readonly<Record<Exclude<PageColourName, 'paper'>, PageColours>> = {
  sepia: { paper: [244, 236, 216], ink: [62, 48, 36], isInverted: false, contrast: 1 },
  dark: { paper: [30, 30, 28], ink: [232, 230, 225], isInverted: true, contrast: 1 },
  contrast: { paper: [0, 0, 0], ink: [255, 255, 255], isInverted: true, contrast: 1.8 },
};

const looks = new Map<string, PageLook>();

/** Null for pages as printed. The same object for the same choice: what is drawn hangs on it. */
export function pageLook({
  pageColours: name,
  recoloursScans,
}: Pick<ComfortSettings, 'pageColours' | 'recoloursScans'>): PageLook | null {
  if (name === 'paper') return null;
  const key = `${name}:${recoloursScans}`;
  const look = looks.get(key) ?? { colours: pageColours[name], recoloursScans };
  looks.set(key, look);
  return look;
}

/** On the reader, for what is not drawn by PDFium: the paper behind, marks, pictures that are pages. */
export const pageColourAttributes = ({
  pageColours: name,
  recoloursScans,
}: ComfortSettings): Readonly<Record<`data-${string}`, string | undefined>> => ({
  'data-page-colours': name,
  'data-recolours-scans': recoloursScans && name !== 'paper' ? '' : undefined,
});
