import type { Annotation } from '../annotation/annotation.ts';
import { groupNotes } from '../annotation/noteList.ts';
import type { NoteHeading } from '../annotation/noteList.ts';
import type {
  AgendaEntry,
  BriefingEntry,
  DocumentEntry,
  MeetingView,
  ReadingPlace,
} from '../library/views.ts';

export const findScopes = ['document', 'item', 'meeting'] as const;
export type FindScope = (typeof findScopes)[number];

/** Something of a meeting that can be searched: a document, or a text that stands in the pack or in the notes. */
export type FindPart =
  | { readonly type: 'document'; readonly document: DocumentEntry }
  | {
      readonly type: 'text';
      readonly what: 'title' | 'proposedDecision' | 'point' | 'keyFigure' | 'commitment' | 'note';
      /** Of the note, point, figure or commitment; '' for a title or decision. */
      readonly id: string;
      readonly text: string;
    };

/** Searchable parts under the heading where a person looks for them. */
export interface FindGroup {
  readonly heading: NoteHeading;
  /** As on the agenda; null where there is none. */
  readonly number: string | null;
  /** Empty for the meeting as a whole and for notes whose place is gone. */
  readonly title: string;
  readonly parts: readonly FindPart[];
}

/** What a scope comes to at a place: without a document open it is what is open, and on the meeting's page the meeting. */
export function scopeAt(scope: FindScope, { itemId, briefingId, documentId }: ReadingPlace): FindScope {
  if (itemId === null && briefingId === null) return 'meeting';
  return scope === 'document' && documentId === null ? 'item' : scope;
}

/** All that is searched at a place, in reading order: one document, what is open, or the whole meeting. */
export function findGroups(
  view: MeetingView,
  notes: readonly Annotation[],
  scope: FindScope,
  place: ReadingPlace,
): readonly FindGroup[] {
  const all = groupsOf(view, notes);
  const searched = scopeAt(scope, place);
  if (searched === 'meeting') return all.filter((group) => group.parts.length > 0);
  const here = all.filter(({ heading }) => stands(heading, place));
  if (searched === 'item') return here;
  return here.map((group) => ({
    ...group,
    parts: group.parts.filter((part) => part.type === 'document' && part.document.id === place.documentId),
  }));
}

function stands(heading: NoteHeading, { itemId, briefingId }: ReadingPlace): boolean {
  if (heading.type === 'item') return heading.item === itemId;
  return heading.type === 'briefing' && heading.briefing === briefingId;
}

function groupsOf(view: MeetingView, notes: readonly Annotation[]): readonly FindGroup[] {
  const byHeading = new Map(
    groupNotes(notes, view).map(({ heading, notes: members }) => [keyOf(heading), noteParts(members)]),
  );
  const group = (
    heading: NoteHeading,
    number: string | null,
    title: string,
    parts: readonly FindPart[],
  ): FindGroup => ({ heading, number, title, parts: [...parts, ...(byHeading.get(keyOf(heading)) ?? [])] });
  return [
    group({ type: 'meeting' }, null, '', [text('title', view.meeting.title)]),
    ...inOrder(view.agenda).map((item) =>
      group({ type: 'item', item: item.id }, item.number, item.title, itemParts(item)),
    ),
    ...view.briefings.map((briefing) =>
      group({ type: 'briefing', briefing: briefing.id }, null, briefing.unit.name, briefingParts(briefing)),
    ),
    group({ type: 'elsewhere' }, null, '', []),
  ];
}

const inOrder = (agenda: readonly AgendaEntry[]): readonly AgendaEntry[] =>
  agenda.flatMap((item) => [item, ...inOrder(item.children)]);

function keyOf(heading: NoteHeading): string {
  if (heading.type === 'item') return heading.item;
  return heading.type === 'briefing' ? heading.briefing : heading.type;
}

type TextPart = Extract<FindPart, { type: 'text' }>;

const text = (what: TextPart['what'], words: string, id = ''): FindPart => ({
  type: 'text',
  what,
  id,
  text: words,
});

const documentPart = (document: DocumentEntry): FindPart => ({ type: 'document', document });

function itemParts(item: AgendaEntry): readonly FindPart[] {
  return [
    text('title', [item.title, item.registryNumber, item.presenter].filter(Boolean).join('\n')),
    ...item.proposedDecision.map((decision) => text('proposedDecision', decision)),
    ...item.documents.map(documentPart),
  ];
}

function briefingParts(briefing: BriefingEntry): readonly FindPart[] {
  return [
    text('title', [briefing.unit.name, briefing.presenter].filter(Boolean).join('\n')),
    ...briefing.sections.flatMap(({ title, points }) =>
      points.map((point, at) => text('point', at === 0 ? `${title}\n${point.text}` : point.text, point.id)),
    ),
    ...briefing.keyFigures.map(({ id, name, note }) =>
      text('keyFigure', [name, note].filter(Boolean).join('\n'), id),
    ),
    ...briefing.commitments.map(({ id, what, who, reported }) =>
      text('commitment', [what, who, reported].filter(Boolean).join('\n'), id),
    ),
    ...briefing.documents.map(documentPart),
  ];
}

function noteParts(notes: readonly Annotation[]): readonly FindPart[] {
  return notes
    .filter((note) => note.text.trim() !== '')
    .map((note) => text('note', [note.text, ...note.conflictingTexts].join('\n'), note.id));
}
