import * as v from 'valibot';
import { isCalendarDate, isInstant } from './calendar.ts';
import type { Extensions } from './manifest.ts';
import type { ManifestRule } from './packRules.ts';

/*
 * The kinds of values that the manifest and trust.json are made of. The message of every check is the rule's name, so
 * that an issue can be told as rule and path.
 */
const rule = (name: ManifestRule): ManifestRule => name;

export const text = v.string(rule('kind-of-value'));

export const uuid = v.pipe(
  text,
  // Lower case as RFC 9562 writes them: ids are compared as texts.
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, rule('uuid')),
);

export const sha256 = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, rule('sha256')));

export const slug = v.pipe(text, v.regex(/^[0-9a-f]{16}$/, rule('slug')));

export const instant = v.pipe(text, v.check(isInstant, rule('instant')));

export const calendarDate = v.pipe(text, v.check(isCalendarDate, rule('date')));

export const instantOrDate = v.pipe(
  text,
  v.check((value) => isInstant(value) || isCalendarDate(value), rule('instant')),
);

export const truth = v.boolean(rule('kind-of-value'));

export const quantity = v.number(rule('kind-of-value'));

export const wholeNumber = (least: number) =>
  v.pipe(quantity, v.safeInteger(rule('whole-number')), v.minValue(least, rule('whole-number')));

export const mediaType = v.pipe(
  text,
  v.maxLength(200, rule('media-type-form')),
  // RFC 6838 §4.2 names, with parameters of plain tokens.
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(; ?[A-Za-z0-9-]+=[A-Za-z0-9._-]+)*$/,
    rule('media-type-form'),
  ),
);

/** Content that is kept and carried on unread. */
export const extensions = v.custom<Extensions>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  rule('kind-of-value'),
);

export const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);

export const choice = <const T extends readonly string[]>(words: T) => v.picklist(words, rule('choice'));

export const listOf = <S extends v.GenericSchema>(schema: S) => v.array(schema, rule('kind-of-value'));

/** An object with exactly these keys, all of them present. */
export const closed = <const E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return rule('unknown-key');
    return issue.expected === 'Object' ? rule('kind-of-value') : rule('missing-key');
  });
