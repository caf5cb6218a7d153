import * as v from 'valibot';
import type { Annotation, HighlightColour } from '../../core/annotation/annotation.ts';
import { highlightColours } from '../../core/annotation/annotation.ts';
import { pageSelectors, type PageSelector } from '../../core/annotation/anchoring/notePlacement.ts';
import { strokesInFrame } from '../../core/annotation/drawn/drawnFrame.ts';
import type { InkColour, InkStroke, TextLook } from '../../core/annotation/noteDetails.ts';
import { inkColours } from '../../core/annotation/noteDetails.ts';

const quad = v.pipe(v.array(v.number()), v.length(8));

/** A note as a standard annotation of a PDF (ISO 32000-1, 12.5.6). */
export const copiedMarkSchema = v.object({
  /** 1-based page of the file. */
  page: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(['highlight', 'underline', 'note', 'area', 'ink', 'freeText']),
  colour: v.picklist(highlightColours),
  /** PDF user space, eight numbers each; none for a note on the page. */
  quads: v.array(quad),
  /** Strokes of one colour and width; null for what is not ink. */
  ink: v.nullable(
    v.object({
      colour: v.picklist(inkColours),
      width: v.number(),
      strokes: v.array(v.array(v.number())),
    }),
  ),
  /** How words on the page look; null for others. */
  words: v.nullable(v.object({ colour: v.picklist(inkColours), size: v.number() })),
  contents: v.string(),
  author: v.string(),
  /** Milliseconds since 1970. */
  modifiedAt: v.number(),
  /** The note itself, so that reading the copy back gives the same note. */
  note: v.string(),
});
export type CopiedMark = v.InferOutput<typeof copiedMarkSchema>;

const plainLook: TextLook = { size: 12, colour: 'black' };

/**
 * The marks of notes on a file; notes elsewhere are left out. Words over several pages are marked on each of them, a drawing
 * in several colours becomes several; the first mark of a note says its text.
 */
export function copiedMarks(
  notes: readonly Annotation[],
  sha256: string,
  author: string,
): readonly CopiedMark[] {
  return notes.flatMap((note) =>
    pageSelectors(note.target)
      .filter((page) => page.sha256 === sha256)
      .flatMap((page) => marksOn(page, note, author))
      .map((mark, index) => (index === 0 ? mark : { ...mark, contents: '' })),
  );
}

function marksOn(page: PageSelector, note: Annotation, author: string): readonly CopiedMark[] {
  const kind = kindOf(note, page.quads.length > 0);
  const mark: CopiedMark = {
    page: page.page,
    kind,
    colour: note.colour ?? defaultColour(note),
    quads: page.quads.map((each) => [...each]),
    ink: null,
    words: kind === 'freeText' ? { ...(note.textLook ?? plainLook) } : null,
    contents: [note.text, ...note.conflictingTexts].join('\n'),
    author,
    modifiedAt: note.modifiedAt,
    note: JSON.stringify(note),
  };
  if (kind !== 'ink') return [mark];
  return inksOf(strokesInFrame(note.strokes ?? [], page.quads[0])).map((ink) => ({ ...mark, ink }));
}

/** A drawing without a stroke is only a frame: then it is a note there. */
function kindOf({ kind, strokes = [] }: Annotation, hasQuads: boolean): CopiedMark['kind'] {
  if (!hasQuads || (kind === 'ink' && strokes.length === 0)) return 'note';
  return kind === 'underline' || kind === 'area' || kind === 'ink' || kind === 'freeText'
    ? kind
    : 'highlight';
}

/** An annotation has one colour and width. */
function inksOf(strokes: readonly InkStroke[]): readonly NonNullable<CopiedMark['ink']>[] {
  const byLook = new Map<string, { colour: InkColour; width: number; strokes: number[][] }>();
  for (const { colour, width, points } of strokes) {
    const look = `${colour} ${width}`;
    const ink = byLook.get(look) ?? { colour, width, strokes: [] };
    ink.strokes.push([...points]);
    byLook.set(look, ink);
  }
  return [...byLook.values()];
}

const defaultColour = ({ kind }: Annotation): HighlightColour => (kind === 'question' ? 'blue' : 'yellow');
