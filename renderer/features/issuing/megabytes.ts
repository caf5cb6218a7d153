import type { Language } from '../../../core/settings/settings.ts';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** "312 kB", "41,5 MB": three digits say enough. */
export function megabytes(language: Language, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = { maximumSignificantDigits: 3, minimumSignificantDigits: 1 };
  return `${new Intl.NumberFormat(locales[language], digits).format(Math.max(value, 0))} ${unit}`;
}
