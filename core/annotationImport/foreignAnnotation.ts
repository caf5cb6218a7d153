import * as v from 'valibot';
import { highlightColours, type Selector } from '../annotation/annotation.ts';
import { selectorSchema } from '../annotation/annotationSchema.ts';
import { mostStrokes, originKinds, strokeEntries } from '../annotation/noteDetails.ts';

/** What others wrote with, as kinds that notes of ours can become (ISO 32000-1, 12.5.6). */
export const foreignKinds = originKinds;
export type ForeignKind = (typeof foreignKinds)[number];

/** What is in a file and is not taken in: it has no place in notes, or must never run. */
export const leftOutKinds = ['stamp', 'file', 'media', 'formField', 'redaction', 'script', 'other'] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];
export type LeftOut = Readonly<Partial<Record<LeftOutKind | 'tooMany', number>>>;

/** Most annotations of others that are taken from one file, and most characters of one. */
export const mostForeign = 2_000;
export const mostCharacters = 20_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());

/** An annotation that somebody made with another program, as its file says. */
export const foreignAnnotationSchema = v.object({
  /** Its number in the file, and that of the one it answers; both by our own count. */
  number: count,
  replyTo: v.nullable(count),
  /** 1-based page of the file. */
  page: v.pipe(count, v.minValue(1)),
  kind: v.picklist(foreignKinds),
  /** The name its program gave it (NM); '' when it has none. */
  name: v.pipe(v.string(), v.maxLength(300)),
  author: v.pipe(v.string(), v.maxLength(200)),
  /** Milliseconds since 1970; null when the file does not say. */
  time: v.nullable(finite),
  text: v.pipe(v.string(), v.maxLength(mostCharacters)),
  colour: v.picklist(highlightColours),
  /** Left, bottom, right, top, PDF user space. */
  box: v.pipe(v.array(finite), v.length(4)),
  /** Where it stands in its file: page, the words it marks or stands by. */
  selectors: v.pipe(
    v.array(v.custom<Selector>((value) => v.is(selectorSchema, value))),
    v.minLength(1),
    v.maxLength(4),
  ),
  strokes: v.pipe(v.array(v.object(strokeEntries)), v.maxLength(mostStrokes)),
  /** Of words on the page. */
  textSize: v.nullable(v.pipe(finite, v.minValue(4), v.maxValue(144))),
});
export type ForeignAnnotation = v.InferOutput<typeof foreignAnnotationSchema>;
