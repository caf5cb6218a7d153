import type { Annotation } from './annotation.ts';
import type { NoteAct } from './noteActs.ts';
import { tagColours, type NoteTag, type TagColour } from './noteDetails.ts';

/** What a tag's name may be long when it is given; older ones stay as they are. */
export const longestTagName = 60;
/** Tags on one note (noteDetailSchemas). */
export const mostTags = 30;

/** A tag of a meeting and how many of its notes have it. */
export interface TagInUse extends NoteTag {
  readonly count: number;
}

type Tagged = Pick<Annotation, 'id' | 'tags' | 'modifiedAt'>;

/** The name without what makes no difference: space at its ends, several in a row. '' is no name. */
export const tagName = (written: string): string =>
  written.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, longestTagName).trim();

/** Names with the same key are the same tag. */
export const tagKey = (name: string): string => tagName(name).toLocaleLowerCase('sv');

/**
 * The tags of these notes by name, as Swedish sorts. A tag that is written or coloured in several ways (by several
 * devices) looks as on the note that was changed last.
 */
export function tagsInUse(notes: readonly Tagged[]): readonly TagInUse[] {
  const tags = new Map<string, TagInUse>();
  for (const note of notes.toSorted((a, b) => a.modifiedAt - b.modifiedAt)) {
    const seen = new Set<string>();
    for (const tag of note.tags ?? []) {
      const key = tagKey(tag.name);
      if (seen.has(key)) continue;
      seen.add(key);
      tags.set(key, { ...tag, count: (tags.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...tags.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** The tags that fit what was written: those that begin with it first. */
export function tagsLike(written: string, tags: readonly TagInUse[]): readonly TagInUse[] {
  const key = tagKey(written);
  const starts = tags.filter(({ name }) => tagKey(name).startsWith(key));
  return [...starts, ...tags.filter((tag) => !starts.includes(tag) && tagKey(tag.name).includes(key))];
}

/** A colour for a new tag: the one that is used least, so that tags are told apart for as long as that goes. */
export function nextTagColour(tags: readonly NoteTag[]): TagColour {
  const uses = (colour: TagColour): number => tags.filter((tag) => tag.colour === colour).length;
  return tagColours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}

export const hasTag = ({ tags = [] }: Pick<Annotation, 'tags'>, name: string): boolean =>
  tags.some((tag) => tagKey(tag.name) === tagKey(name));

/** The tags of a note with one more; the same when it has it, or has as many as it may. */
export function withTag(tags: readonly NoteTag[], tag: NoteTag): readonly NoteTag[] {
  const name = tagName(tag.name);
  const isFull = tags.length >= mostTags;
  return name === '' || isFull || hasTag({ tags }, name) ? tags : [...tags, { ...tag, name }];
}

export const withoutTag = (tags: readonly NoteTag[], name: string): readonly NoteTag[] =>
  tags.filter((tag) => tagKey(tag.name) !== tagKey(name));

/** Gives notes a tag. */
export const actsToTag = (notes: readonly Tagged[], tag: NoteTag): readonly NoteAct[] =>
  actsOnTags(notes, (tags) => withTag(tags, tag));

/** Takes a tag off notes; of a meeting's all, that deletes the tag. */
export const actsToUntag = (notes: readonly Tagged[], name: string): readonly NoteAct[] =>
  actsOnTags(notes, (tags) => withoutTag(tags, name));

/**
 * Names or colours a tag anew wherever it stands. With the name of another tag the two become one, in its place on each
 * note, and all have the colour given.
 */
export function actsToChangeTag(notes: readonly Tagged[], name: string, to: NoteTag): readonly NoteAct[] {
  const next: NoteTag = { name: tagName(to.name), colour: to.colour };
  if (next.name === '') return [];
  const isMeant = (tag: NoteTag): boolean => [tagKey(name), tagKey(next.name)].includes(tagKey(tag.name));
  return actsOnTags(notes, (tags) => {
    const at = tags.findIndex(isMeant);
    if (at === -1) return tags;
    return tags.flatMap((tag, index) => (index === at ? [next] : isMeant(tag) ? [] : [tag]));
  });
}

function actsOnTags(
  notes: readonly Tagged[],
  change: (tags: readonly NoteTag[]) => readonly NoteTag[],
): readonly NoteAct[] {
  return notes.flatMap(({ id, tags = [] }): NoteAct[] => {
    const next = change(tags);
    const isSame =
      next.length === tags.length &&
      next.every(({ name, colour }, index) => tags[index]?.name === name && tags[index].colour === colour);
    return isSame ? [] : [{ what: 'edit', id, patch: { tags: next } }];
  });
}
