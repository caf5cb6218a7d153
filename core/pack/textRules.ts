import type { ManifestRule } from './packRules.ts';

/** Keys whose text may have line breaks (U+000A). The items of a list go by the list's key. */
const keysWithLineBreaks: ReadonlySet<string> = new Set([
  'text',
  'note',
  'proposedDecision',
  'what',
  'reported',
  'why',
]);

/** Whether text under this key of the manifest may have line breaks. */
export const mayHaveLineBreaks = (key: string): boolean => keysWithLineBreaks.has(key);

const loneSurrogate = /\p{Surrogate}/u;
// Control characters are what this rule is about.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0009\u000b-\u001f\u0080-\u009f]/;
const invisible = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** The first rule for strings that `text` breaks, or null. */
export function textFault(text: string, hasLineBreaks: boolean): ManifestRule | null {
  if (loneSurrogate.test(text)) return 'string-surrogate';
  if (control.test(text)) return 'string-control';
  if (invisible.test(text)) return 'string-invisible';
  if (!hasLineBreaks && text.includes('\n')) return 'string-line-break';
  return text.normalize('NFC') === text ? null : 'string-normalisation';
}

export interface TextFault {
  readonly rule: ManifestRule;
  /** Dotted way to the value; a faulty key is never shown, its parent is. */
  readonly path: string;
}

/** The first string, or key, in a JSON value that breaks a rule for strings; null when all are fine. */
export function findTextFault(value: unknown, path = '', key = ''): TextFault | null {
  if (typeof value === 'string') {
    const rule = textFault(value, mayHaveLineBreaks(key));
    return rule === null ? null : { rule, path };
  }
  if (Array.isArray(value)) {
    return firstFault(value.entries(), ([i, item]) => findTextFault(item, join(path, String(i)), key));
  }
  if (typeof value !== 'object' || value === null) return null;
  return firstFault(Object.entries(value), ([name, member]) => {
    const rule = name === '__proto__' ? 'unknown-key' : textFault(name, false);
    return rule === null ? findTextFault(member, join(path, name), name) : { rule, path };
  });
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function firstFault<T>(all: Iterable<T>, check: (one: T) => TextFault | null): TextFault | null {
  for (const one of all) {
    const fault = check(one);
    if (fault !== null) return fault;
  }
  return null;
}
