import * as v from 'valibot';
import type { AnnotationDraft } from '../annotation/annotation.ts';
import { annotationKinds, highlightColours, noteClasses } from '../annotation/annotation.ts';
import { mostTags } from '../annotation/tags.ts';
import { noteDetailEntries } from '../annotation/noteDetails.ts';
import { annotationDraftSchema, selectorSchema, sourceSchema } from '../annotation/annotationSchema.ts';
import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';

/** A note out of a file, with the id it had, so that importing twice makes no doubles. */
export interface ImportedNote {
  readonly id: string;
  readonly draft: AnnotationDraft;
}

export interface ReadNotes {
  readonly notes: readonly ImportedNote[];
  /** Entries of kinds we do not know, or whose place or text does not follow the rules. */
  readonly skipped: number;
}

const uuid = v.pipe(v.string(), v.uuid());
const urn = v.pipe(
  v.string(),
  v.startsWith('urn:uuid:'),
  v.transform((value) => value.slice(9)),
  uuid,
);
const largestItems = 50_000;

const page = v.object({
  type: v.literal('AnnotationPage'),
  items: v.pipe(v.array(v.unknown()), v.maxLength(largestItems)),
});

const fragment = v.object({
  type: v.literal('FragmentSelector'),
  value: v.pipe(v.string(), v.regex(/^page=[1-9][0-9]{0,6}$/)),
  'beredd:sha256': v.string(),
  'beredd:quads': v.unknown(),
});
const quote = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  'beredd:normalisation': v.number(),
});
const position = v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() });
const nearby = v.object({
  type: v.literal('beredd:NearbyTextSelector'),
  'beredd:words': v.record(v.string(), v.unknown()),
});
const anySelector = v.variant('type', [fragment, quote, position, nearby]);

const item = v.object({
  id: urn,
  type: v.literal('Annotation'),
  body: v.optional(
    v.pipe(
      v.array(
        v.object({
          type: v.literal('TextualBody'),
          value: v.pipe(v.string(), v.maxLength(1_000_000)),
          format: v.literal('text/plain'),
          purpose: v.optional(v.string()),
        }),
      ),
      v.maxLength(1 + mostTags),
    ),
    () => [],
  ),
  target: v.object({
    selector: v.optional(v.array(anySelector), () => []),
  }),
  'beredd:kind': v.picklist(annotationKinds),
  'beredd:class': v.picklist(noteClasses),
  'beredd:colour': v.nullable(v.picklist(highlightColours)),
  'beredd:details': v.optional(v.object(noteDetailEntries), () => ({})),
  'beredd:target': v.object({ meeting: uuid, source: sourceSchema }),
});

/**
 * Reads what `webAnnotationPage` wrote. Fails with `notesImport` when the file is something else; single entries that
 * cannot be taken are counted. Bodies are plain text: markup in them stays words.
 */
export function readWebAnnotations(json: unknown): Result<ReadNotes> {
  const parsed = v.safeParse(page, json);
  if (!parsed.success) return failure('notesImport');
  const notes: ImportedNote[] = [];
  for (const entry of parsed.output.items) {
    const note = readItem(entry);
    if (note !== null) notes.push(note);
  }
  return ok({ notes, skipped: parsed.output.items.length - notes.length });
}

const ownNote = v.object({ id: uuid, ...annotationDraftSchema.entries });

/** A note as we write it into an annotated copy; null for anything else. */
export function readOwnNote(json: unknown): ImportedNote | null {
  const parsed = v.safeParse(ownNote, json);
  if (!parsed.success) return null;
  const { id, ...draft } = parsed.output;
  return { id, draft };
}

function readItem(entry: unknown): ImportedNote | null {
  const parsed = v.safeParse(item, entry);
  if (!parsed.success) return null;
  const { output } = parsed;
  const selectors = v.safeParse(
    v.pipe(v.array(selectorSchema), v.maxLength(200)),
    output.target.selector.map(ownSelector),
  );
  if (!selectors.success) return null;
  return {
    id: output.id,
    draft: {
      kind: output['beredd:kind'],
      noteClass: output['beredd:class'],
      colour: output['beredd:colour'],
      target: { ...output['beredd:target'], selectors: selectors.output },
      // Tags stand in the details too, with their colours.
      text: output.body.find(({ purpose }) => purpose !== 'tagging')?.value ?? '',
      ...output['beredd:details'],
    },
  };
}

function ownSelector(selector: v.InferOutput<typeof anySelector>): unknown {
  switch (selector.type) {
    case 'FragmentSelector':
      return {
        type: 'PageSelector',
        sha256: selector['beredd:sha256'],
        page: Number(selector.value.slice(5)),
        quads: selector['beredd:quads'],
      };
    case 'TextQuoteSelector': {
      const { 'beredd:normalisation': normalisation, ...rest } = selector;
      return { ...rest, normalisation };
    }
    case 'TextPositionSelector':
      return selector;
    case 'beredd:NearbyTextSelector':
      return { ...selector['beredd:words'], type: 'NearbyTextSelector' };
  }
}
