import type { Annotation, AnnotationKind, AnnotationPatch, AnnotationTarget } from './annotation.ts';
import type { NoteDetailField, NoteDetails } from './noteDetails.ts';
import { unsetDetails } from './noteDetails.ts';

/** What notes say beside their text, as a line of words: for when they become something that cannot say it. */
export type PartWords = {
  readonly [F in WordedField]: (value: NonNullable<NoteDetails[F]>) => string;
};

/** The parts that only some kinds have. Tags and the like belong to every kind. */
export const wordedFields = [
  'stance',
  'proposalKind',
  'addressee',
  'questionState',
  'due',
  'done',
  'reason',
] as const satisfies readonly NoteDetailField[];
export type WordedField = (typeof wordedFields)[number];

const partsOfKinds: Readonly<Partial<Record<AnnotationKind, readonly WordedField[]>>> = {
  question: ['addressee', 'questionState'],
  task: ['due', 'done'],
  stance: ['stance'],
  proposal: ['proposalKind', 'addressee', 'reason'],
  reservation: ['reason'],
};

/** Drawn lines cannot be said in words, and the self-check of a conflict of interest is more than its words. */
const unconvertible: ReadonlySet<AnnotationKind> = new Set(['ink', 'conflict']);

/** The kinds that a note can be turned into where it stands: a mark needs words or a point, a bookmark a page. */
export function convertibleKinds({
  kind,
  target,
}: Pick<Annotation, 'kind' | 'target'>): readonly AnnotationKind[] {
  if (unconvertible.has(kind)) return [];
  return [...placeKinds(target), ...sayingKinds(target)].filter((other) => other !== kind);
}

function placeKinds({ source, selectors }: AnnotationTarget): readonly AnnotationKind[] {
  if (source.type === 'point' || source.type === 'keyFigure' || source.type === 'commitment')
    return ['highlight'];
  if (source.type !== 'document') return [];
  if (selectors.some(({ type }) => type === 'TextQuoteSelector')) return ['highlight', 'underline'];
  const hasBox = selectors.some((selector) => selector.type === 'PageSelector' && selector.quads.length > 0);
  return hasBox ? ['area'] : ['bookmark'];
}

/** Speeches, proposals and reservations belong to an item of the agenda. */
function sayingKinds({ source }: AnnotationTarget): readonly AnnotationKind[] {
  const isOfItem = source.type === 'item' || (source.type === 'document' && source.item !== null);
  return ['note', 'question', 'task', ...(isOfItem ? (['speech', 'proposal', 'reservation'] as const) : [])];
}

/**
 * Turns a note into another kind. Nothing is lost: what the new kind has no place for goes into its text, a line each.
 */
export function convertNote(note: Annotation, kind: AnnotationKind, words: PartWords): AnnotationPatch {
  const lost = wordedParts(note).filter((field) => partsOfKinds[kind]?.includes(field) !== true);
  const lines = partLines(note, lost, words);
  const isMark = kind === 'highlight' || kind === 'underline';
  return {
    kind,
    ...(lines.length === 0 ? {} : { text: joined([note.text, lines.join('\n')], '\n') }),
    ...Object.fromEntries(lost.map((field) => [field, unsetDetails[field]])),
    ...(isMark && note.colour === null ? { colour: 'yellow' } : {}),
  };
}

/** The parts of a note that say something, of those that its kind has or once had. */
export const wordedParts = (note: NoteDetails): readonly WordedField[] =>
  wordedFields.filter((field) => {
    const value = note[field];
    return value != null && value !== unsetDetails[field];
  });

/** Parts of a note in words. */
export const partLines = (
  note: NoteDetails,
  fields: readonly WordedField[],
  words: PartWords,
): readonly string[] => fields.map((field) => lineOf(note, field, words)).filter((line) => line !== '');

function lineOf<F extends WordedField>(note: NoteDetails, field: F, words: PartWords): string {
  const value = note[field];
  return value == null ? '' : words[field](value);
}

/** Those that are not empty, with this between them. */
export const joined = (texts: readonly string[], between: string): string =>
  texts.filter((text) => text.trim() !== '').join(between);
