import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(200_000));
const level = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));

/** A piece of a page of text that is made for print: contents, list of notes, briefing, notice. */
export const textBlockSchema = v.variant('kind', [
  v.object({ kind: v.picklist(['title', 'heading', 'paragraph', 'small', 'quote']), text, level }),
  /** A line with something before and after its words. */
  v.object({
    kind: v.literal('entry'),
    level,
    label: text,
    text,
    end: text,
    isStrong: v.boolean(),
    /** The part of the print it leads to; null for none. */
    part: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    /** Stands below it when that part had to be left out. */
    ifLeftOut: text,
  }),
]);
export type TextBlock = v.InferOutput<typeof textBlockSchema>;
export type EntryBlock = Extract<TextBlock, { kind: 'entry' }>;

/** A block of plain words. */
export const block = (
  kind: Exclude<TextBlock['kind'], 'entry'>,
  words: string,
  at: number = 0,
): TextBlock => ({ kind, text: words, level: at });
