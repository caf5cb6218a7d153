import type { Selector } from '../../core/annotation/annotation.ts';
import { boxOfStrokes } from '../../core/annotation/drawn/drawnFrame.ts';
import { nearbyText } from '../../core/annotation/drawn/nearbyText.ts';
import type { InkStroke } from '../../core/annotation/noteDetails.ts';
import { mostNumbersInStroke, mostStrokes } from '../../core/annotation/noteDetails.ts';
import type {
  ForeignAnnotation,
  ForeignKind,
  LeftOutKind,
} from '../../core/annotationImport/foreignAnnotation.ts';
import { mostCharacters } from '../../core/annotationImport/foreignAnnotation.ts';
import { nearestHighlight, nearestInk } from '../../core/annotationImport/nearestColour.ts';
import { rangeUnder } from '../../core/annotationImport/wordsUnder.ts';
import { plainLine } from '../../core/pdf/linksTarget.ts';
import { pdfDate } from '../../core/pdf/pdfDate.ts';
import type { Box, PageText } from '../../core/text/pageText.ts';
import { quadOf } from '../../core/text/textQuads.ts';
import { pageSelector, selectorsFor } from '../../core/text/textSelectors.ts';
import type { AnnotationReader } from './annotationReader.ts';

/** Annotation subtypes of fpdf_annot.h. */
const kinds: ReadonlyMap<number, ForeignKind> = new Map([
  [1, 'comment'],
  [3, 'freeText'],
  [4, 'ink'], // a line
  [5, 'area'],
  [6, 'area'], // a circle
  [7, 'area'], // a polygon
  [8, 'ink'], // a broken line
  [9, 'highlight'],
  [10, 'underline'],
  [11, 'underline'], // squiggly
  [12, 'strikeOut'],
  [14, 'insertion'],
  [15, 'ink'],
]);
const leftOut: ReadonlyMap<number, LeftOutKind> = new Map([
  [13, 'stamp'],
  [17, 'file'],
  [18, 'media'],
  [19, 'media'],
  [20, 'formField'],
  [21, 'media'],
  [25, 'media'],
  [26, 'media'],
  [27, 'formField'],
  [28, 'redaction'],
]);
/** Links, and the windows of other annotations: parts of the page, nobody's notes. */
const links = 2;
const popup = 16;

/** FPDF_ANNOT_FLAG_HIDDEN | FPDF_ANNOT_FLAG_NOVIEW. */
const unseenFlags = 0x02 | 0x20;
/** Longer ones are cut; beyond this they are not even read. */
const mostTextBytes = 16 * 1024 * 1024;
const mostLines = 2_000;
const mostQuads = 500;
const mostVertices = 2_000;

/** Why an annotation is not taken in; null when it is. */
export function leftOutKindOf({ subtype, flags }: AnnotationReader): LeftOutKind | 'unseen' | null {
  if (subtype === links || subtype === popup || (flags & unseenFlags) !== 0) return 'unseen';
  return kinds.has(subtype) ? null : (leftOut.get(subtype) ?? 'other');
}

export interface AnnotationPlace {
  readonly number: number;
  /** 1-based page of the file. */
  readonly page: number;
  readonly sha256: string;
  readonly text: PageText | null;
  readonly previousText: () => string | null;
  readonly nextText: () => string | null;
}

/** An annotation as its file says, within our limits; null when it is nowhere on the page, or says and marks nothing. */
export function foreignAnnotation(
  reader: AnnotationReader,
  place: AnnotationPlace,
): ForeignAnnotation | null {
  const kind = kinds.get(reader.subtype);
  const { box } = reader;
  if (kind === undefined || box === null) return null;
  const text = plainText(reader.string('Contents', mostTextBytes));
  const colour = reader.colour();
  const strokes = kind === 'ink' ? strokesOf(reader, colour) : [];
  const isAnswer = reader.answers() !== null;
  if (kind === 'ink' && strokes.length === 0 && !isAnswer) return null;
  if ((kind === 'comment' || kind === 'freeText') && text === '') return null;
  const selectors = selectorsOf(
    kind,
    reader,
    place,
    strokes.length === 0 ? box : (boxOfStrokes(strokes) ?? box),
  );
  return {
    number: place.number,
    replyTo: null,
    page: place.page,
    kind,
    name: plainLine(reader.string('NM', 2_000), 300),
    author: plainLine(reader.string('T', 2_000), 200),
    time: pdfDate(reader.string('CreationDate', 200)) ?? pdfDate(reader.string('M', 200)),
    text,
    colour: nearestHighlight(colour),
    box: [box.left, box.bottom, box.right, box.top],
    selectors,
    strokes,
    textSize: kind === 'freeText' ? sizeOf(reader.string('DA', 2_000)) : null,
  };
}

/** Lines are kept; what would draw over or turn round other words is not. */
const plainText = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .slice(0, mostLines)
    .map((line) => plainLine(line, mostCharacters))
    .join('\n')
    .trim()
    .slice(0, mostCharacters);

function selectorsOf(
  kind: ForeignKind,
  reader: AnnotationReader,
  { sha256, page: filePage, text, previousText, nextText }: AnnotationPlace,
  frame: Box,
): Selector[] {
  const isMark = kind === 'highlight' || kind === 'underline' || kind === 'strikeOut';
  const quads = isMark ? reader.quads(mostQuads) : [];
  const around = { sha256, filePage, previousText: previousText(), nextText: nextText() };
  if (isMark) {
    const marked = quads.length > 0 ? quads : [quadOf(frame)];
    const range = text === null ? null : rangeUnder(text, marked);
    const selectors = range === null || text === null ? null : selectorsFor({ ...around, page: text, range });
    // Marked where there are no words, on a picture say.
    return (
      selectors ?? [{ type: 'PageSelector', sha256, page: filePage, quads: marked.map((quad) => [...quad]) }]
    );
  }
  if (kind === 'comment' || kind === 'insertion') return [pageSelector(sha256, filePage)];
  const nearby = text === null ? null : nearbyText({ ...around, page: text, frame });
  return [
    { type: 'PageSelector', sha256, page: filePage, quads: [quadOf(frame)] },
    ...(nearby === null ? [] : [nearby]),
  ];
}

function strokesOf(
  reader: AnnotationReader,
  colour: readonly [number, number, number] | null,
): ForeignAnnotation['strokes'] {
  const lines =
    reader.subtype === 15
      ? reader.inkLists(mostStrokes, mostNumbersInStroke / 2)
      : [reader.subtype === 4 ? reader.line() : reader.vertices(mostVertices)];
  const width = Math.min(100, Math.max(0.1, reader.width() || 1));
  return lines
    .filter((points) => points.length >= 4)
    .map((points) => ({ points: [...points], width, colour: nearestInk(colour) }) satisfies InkStroke);
}

/** Of a default appearance (ISO 32000-1, 12.7.3.3): "/Helv 12 Tf". */
function sizeOf(appearance: string): number | null {
  const size = Number(/([\d.]+)\s+Tf/.exec(appearance)?.[1] ?? NaN);
  return size >= 4 && size <= 144 ? size : null;
}
