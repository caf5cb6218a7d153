import type {
  AnnotationDraft,
  AnnotationKind,
  AnnotationSource,
  Selector,
} from '../annotation/annotation.ts';
import { joined } from '../annotation/convertNote.ts';
import type { Uuid } from '../pack/manifest.ts';
import type { ForeignAnnotation, ForeignKind } from './foreignAnnotation.ts';

/** A comment with its answers, as one. */
export interface ForeignComment {
  readonly head: ForeignAnnotation;
  readonly text: string;
  /** Where it stands in its file. */
  readonly selectors: readonly Selector[];
}

/** Chains of answers are followed so far; a longer one can only be forged. */
const deepest = 100;

/**
 * Answers go under the comment that they answer, in the order of time, each with who wrote it. One that answers nothing
 * known stands by itself. A head without words of its own is given those that an answer marks: "replace text" is an
 * insertion answered by a strike-out.
 */
export function joinAnswers(annotations: readonly ForeignAnnotation[]): readonly ForeignComment[] {
  const byNumber = new Map(annotations.map((annotation) => [annotation.number, annotation]));
  const answers = new Map<number, ForeignAnnotation[]>();
  const heads: ForeignAnnotation[] = [];
  for (const annotation of annotations) {
    const head = headOf(annotation, byNumber);
    if (head === annotation) heads.push(annotation);
    else answers.set(head.number, [...(answers.get(head.number) ?? []), annotation]);
  }
  return heads.map((head) => commentOf(head, answers.get(head.number) ?? []));
}

function headOf(
  annotation: ForeignAnnotation,
  byNumber: ReadonlyMap<number, ForeignAnnotation>,
): ForeignAnnotation {
  let head = annotation;
  for (let depth = 0; depth < deepest; depth += 1) {
    const above = head.replyTo === null ? undefined : byNumber.get(head.replyTo);
    if (above === undefined) return head;
    head = above;
  }
  // Answers in a circle.
  return annotation;
}

function commentOf(head: ForeignAnnotation, answers: readonly ForeignAnnotation[]): ForeignComment {
  const inOrder = answers.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0) || a.number - b.number);
  const said = inOrder
    .filter(({ text }) => text !== '')
    .map(({ author, text }) => (author === '' ? `– ${text}` : `– ${author}: ${text}`));
  const marked = hasQuote(head) ? undefined : inOrder.find(hasQuote);
  return { head, text: joined([head.text, ...said], '\n'), selectors: (marked ?? head).selectors };
}

const hasQuote = ({ selectors }: ForeignAnnotation): boolean =>
  selectors.some(({ type }) => type === 'TextQuoteSelector');

const kinds: Readonly<Record<ForeignKind, AnnotationKind>> = {
  comment: 'note',
  highlight: 'highlight',
  underline: 'underline',
  strikeOut: 'highlight',
  insertion: 'note',
  freeText: 'freeText',
  ink: 'ink',
  area: 'area',
};
const usualTextSize = 11;

/** The comment as a note of one's own, private, on a document of the meeting. */
export function draftOfComment(
  { head, text, selectors }: ForeignComment,
  meeting: Uuid,
  source: AnnotationSource,
): AnnotationDraft {
  const kind = kindOf(head, selectors);
  const isMark = kind === 'highlight' || kind === 'underline';
  return {
    kind,
    noteClass: 'private',
    colour: isMark ? head.colour : null,
    target: { meeting, source, selectors },
    text,
    origin: { author: head.author, kind: head.kind },
    ...(kind === 'ink' ? { strokes: head.strokes } : {}),
    ...(kind === 'freeText'
      ? { textLook: { size: head.textSize ?? usualTextSize, colour: 'black' as const } }
      : {}),
  };
}

/** A mark on no words, on a picture say, is an area of the page. */
function kindOf({ kind, strokes }: ForeignAnnotation, selectors: readonly Selector[]): AnnotationKind {
  const own = kinds[kind];
  if (own === 'ink' && strokes.length === 0) return 'note';
  const isMark = own === 'highlight' || own === 'underline';
  return isMark && !selectors.some(({ type }) => type === 'TextQuoteSelector') ? 'area' : own;
}

/**
 * What a comment is known again by, in whatever copy of the document it comes: never the file it came in, and nothing
 * that saving it in another program changes.
 */
export const traitsOf = ({ head, text }: ForeignComment): readonly string[] => [
  String(head.page),
  head.kind,
  head.name,
  head.author,
  head.name === '' ? text : '',
  head.name === '' ? head.box.map(Math.round).join() : '',
];
