import type { PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import { standingTarget } from '../../../core/annotation/anchoring/standingTarget.ts';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { hasTag } from '../../../core/annotation/tags.ts';
import type { NoteFilter, NoteHeading } from '../../../core/annotation/noteList.ts';
import { filterNotes, groupNotes } from '../../../core/annotation/noteList.ts';
import type { MeetingView } from '../../../core/library/views.ts';
import type { MeetingIndex } from './meetingIndex.ts';
import { headingKey } from './meetingIndex.ts';
import type { NotePlace } from './notePlace.ts';
import { notePlace } from './notePlace.ts';

export interface PlacedNote {
  readonly note: Annotation;
  readonly place: NotePlace;
}

/** The notes in reading order, each with its place. */
export function placeNotes(
  notes: readonly Annotation[],
  view: MeetingView,
  index: MeetingIndex,
  placements: PlacementsView['placements'] = {},
): readonly PlacedNote[] {
  const originals = new Map(notes.map((note) => [note.id, note]));
  const standing = notes.map((note) => ({
    ...note,
    target: standingTarget(note.target, placements[note.id]),
  }));
  return groupNotes(standing, view).flatMap(({ heading, notes: members }) =>
    members.map(({ id, ...rest }) => {
      const note = originals.get(id) ?? { id, ...rest };
      const placement = placements[id];
      const shown = placement === undefined || placement.kind === 'kept' ? null : placement;
      return { note, place: notePlace(note, heading, index, shown) };
    }),
  );
}

export const isInTray = ({ place }: PlacedNote): boolean => place.placement?.kind === 'tray';

/** Notes in reading order under their headings. */
export function underHeadings<N extends PlacedNote>(
  placed: readonly N[],
): readonly { readonly heading: NoteHeading; readonly notes: readonly N[] }[] {
  const groups: { heading: NoteHeading; notes: N[] }[] = [];
  for (const note of placed) {
    const { heading } = note.place;
    const last = groups.at(-1);
    if (last !== undefined && headingKey(last.heading) === headingKey(heading)) last.notes.push(note);
    else groups.push({ heading, notes: [note] });
  }
  return groups;
}

/** What the list of all notes is asked to show. */
export interface NoteChoice extends NoteFilter {
  readonly text: string;
  readonly onlyWithText: boolean;
  /** Keys of headings (`headingKey`) under which notes stand. */
  readonly headings?: readonly string[];
  /** Without what others wrote in the documents. */
  readonly onlyMine?: boolean;
}

export const everything: NoteChoice = { text: '', onlyWithText: false };

export const isChoosing = (choice: NoteChoice): boolean =>
  choice.text.trim() !== '' ||
  choice.onlyWithText ||
  choice.onlyMine === true ||
  [choice.kinds, choice.noteClasses, choice.colours, choice.tags, choice.headings].some(
    (wanted) => wanted !== undefined && wanted.length > 0,
  );

export function chooseNotes<N extends PlacedNote>(notes: readonly N[], choice: NoteChoice): readonly N[] {
  const fitting = new Set(
    filterNotes(
      notes.map(({ note }) => note),
      choice,
    ),
  );
  const headings = new Set(choice.headings);
  return notes.filter(
    ({ note, place }) =>
      fitting.has(note) &&
      (headings.size === 0 || headings.has(headingKey(place.heading))) &&
      (!choice.onlyWithText || note.text.trim() !== ''),
  );
}

/** The choice without tags and headings that no note has any more: a tag was renamed, an item withdrawn. */
export function stillThere(choice: NoteChoice, notes: readonly PlacedNote[]): NoteChoice {
  const { tags, headings } = choice;
  if (tags === undefined && headings === undefined) return choice;
  const known = new Set(notes.map(({ place }) => headingKey(place.heading)));
  return {
    ...choice,
    ...(tags && { tags: tags.filter((name) => notes.some(({ note }) => hasTag(note, name))) }),
    ...(headings && { headings: headings.filter((key) => known.has(key)) }),
  };
}
