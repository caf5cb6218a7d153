import * as v from 'valibot';
import type { Annotation, HighlightColour } from '../../core/annotation/annotation.ts';
import { highlightColours } from '../../core/annotation/annotation.ts';

const quad = v.pipe(v.array(v.number()), v.length(8));

/** A note as a standard annotation of a PDF (ISO 32000-1, 12.5.6). */
export const copiedMarkSchema = v.object({
  /** 1-based page of the file. */
  page: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(['highlight', 'underline', 'note', 'area']),
  colour: v.picklist(highlightColours),
  /** PDF user space, eight numbers each; none for a note on the page. */
  quads: v.array(quad),
  contents: v.string(),
  author: v.string(),
  /** Milliseconds since 1970. */
  modifiedAt: v.number(),
  /** The note itself, so that reading the copy back gives the same note. */
  note: v.string(),
});
export type CopiedMark = v.InferOutput<typeof copiedMarkSchema>;

/** The marks of notes on a file; notes elsewhere are left out. */
export function copiedMarks(
  notes: readonly Annotation[],
  sha256: string,
  author: string,
): readonly CopiedMark[] {
  return notes.flatMap((note): CopiedMark[] => {
    const page = note.target.selectors.find((selector) => selector.type === 'PageSelector');
    if (page?.type !== 'PageSelector' || page.sha256 !== sha256) return [];
    return [
      {
        page: page.page,
        kind: kindOf(note, page.quads.length > 0),
        colour: note.colour ?? defaultColour(note),
        quads: page.quads.map((each) => [...each]),
        contents: [note.text, ...note.conflictingTexts].join('\n'),
        author,
        modifiedAt: note.modifiedAt,
        note: JSON.stringify(note),
      },
    ];
  });
}

function kindOf({ kind }: Annotation, hasQuads: boolean): CopiedMark['kind'] {
  if (!hasQuads) return 'note';
  if (kind === 'underline' || kind === 'area') return kind;
  return 'highlight';
}

const defaultColour = ({ kind }: Annotation): HighlightColour => (kind === 'question' ? 'blue' : 'yellow');
