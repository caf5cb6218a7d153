import { mayHaveLineBreaks } from '../pack/textRules.ts';

// Control characters are what is taken out here.
// oxlint-disable-next-line no-control-regex
const refused =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * What was typed or pasted as the pack format takes it: composed letters, line breaks only where they may stand, no
 * control and invisible characters. A tab becomes a space.
 */
export function cleanText(text: string, key = ''): string {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t|\u000b|\u000c/g, ' ')
    .replace(refused, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC');
  return mayHaveLineBreaks(key) ? lines : lines.replace(/\n+/g, ' ');
}

/** The value with every text in it clean; what stands under `extensions` is carried on as it is. */
export function withCleanTexts<T>(value: T, key?: string): T;
export function withCleanTexts(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return cleanText(value, key);
  if (Array.isArray(value)) return value.map((each) => withCleanTexts<unknown>(each, key));
  if (typeof value !== 'object' || value === null || key === 'extensions') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withCleanTexts<unknown>(each, name)]),
  );
}
