import type {
  Annotation,
  AnnotationDraft,
  AnnotationKind,
  NoteClass,
} from '../../../../core/annotation/annotation.ts';
import type { PartWords } from '../../../../core/annotation/convertNote.ts';
import { convertibleKinds, convertNote } from '../../../../core/annotation/convertNote.ts';
import type { AskedAct } from '../../../../core/annotation/noteActs.ts';
import { detailsOf } from '../../../../core/annotation/noteDetails.ts';
import { quoteOf } from '../../../../core/annotation/noteList.ts';

/** Who the notes are for; a conflict of interest stays the person's own affair. */
export const actsToSetClass = (notes: readonly Annotation[], noteClass: NoteClass): readonly AskedAct[] =>
  notes
    .filter((note) => note.kind !== 'conflict' && note.noteClass !== noteClass)
    .map(({ id }) => ({ what: 'edit', id, patch: { noteClass } }));

/** How many of the notes can become each kind. */
export function kindsFor(notes: readonly Annotation[]): ReadonlyMap<AnnotationKind, number> {
  const counts = new Map<AnnotationKind, number>();
  for (const kind of notes.flatMap(convertibleKinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

export const actsToConvert = (
  notes: readonly Annotation[],
  kind: AnnotationKind,
  words: PartWords,
): readonly AskedAct[] =>
  notes
    .filter((note) => convertibleKinds(note).includes(kind))
    .map((note) => ({ what: 'edit', id: note.id, patch: convertNote(note, kind, words) }));

/** Tasks are done, questions answered. */
export const canBeDone = ({ kind }: Annotation): boolean => kind === 'task' || kind === 'question';

export const isDone = (note: Annotation): boolean =>
  note.kind === 'task' ? note.done === true : note.questionState === 'answered';

export const actsToSetDone = (notes: readonly Annotation[], done: boolean): readonly AskedAct[] =>
  notes
    .filter((note) => canBeDone(note) && isDone(note) !== done)
    .map(({ id, kind }) => ({
      what: 'edit',
      id,
      patch: kind === 'task' ? { done } : { questionState: done ? 'answered' : 'open' },
    }));

export const actsToRemove = (notes: readonly Annotation[]): readonly AskedAct[] =>
  notes.map(({ id }) => ({ what: 'remove', id }));

export const actsToDuplicate = (notes: readonly Annotation[]): readonly AskedAct[] =>
  notes.map((note) => ({ what: 'add', id: null, draft: draftLike(note) }));

/** Speeches belong to items of the agenda. */
export const canBeSpoken = ({ kind, target: { source } }: Annotation): boolean =>
  kind !== 'speech' && (source.type === 'item' || (source.type === 'document' && source.item !== null));

/** Each becomes a piece of the speech of its item: its quote, and what was written on it. */
export const actsToSpeech = (notes: readonly Annotation[]): readonly AskedAct[] =>
  notes
    .filter((note) => canBeSpoken(note) && (quoteOf(note) !== '' || note.text.trim() !== ''))
    .map(({ target, text, noteClass }) => ({
      what: 'add',
      id: null,
      draft: { kind: 'speech', noteClass, colour: null, target, text },
    }));

function draftLike(note: Annotation): AnnotationDraft {
  const { kind, noteClass, colour, target, text, conflictingTexts } = note;
  return {
    kind,
    noteClass,
    colour,
    target,
    text: [text, ...conflictingTexts].join('\n\n'),
    ...detailsOf(note),
  };
}
