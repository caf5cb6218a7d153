import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../core/settings/settings.ts';
import englishBriefings from '../../assets/messages/en/briefings.json' with { type: 'json' };
import englishNotes from '../../assets/messages/en/notes.json' with { type: 'json' };
import english from '../../assets/messages/en/print.json' with { type: 'json' };
import swedishBriefings from '../../assets/messages/sv/briefings.json' with { type: 'json' };
import swedishNotes from '../../assets/messages/sv/notes.json' with { type: 'json' };
import swedish from '../../assets/messages/sv/print.json' with { type: 'json' };

const sv = { ...swedishBriefings, ...swedishNotes, ...swedish };
export type PrintText = keyof typeof sv;
const catalogues: Record<Language, Record<PrintText, string>> = {
  sv,
  en: { ...englishBriefings, ...englishNotes, ...english },
};

/** The words that stand on paper, in one language. */
export interface PrintTexts {
  readonly language: Language;
  readonly text: (key: PrintText, values?: Readonly<Record<string, string | number>>) => string;
  /** A written date, or the date of an instant, as the pack's own clock has it. */
  readonly date: (moment: string) => string;
  readonly time: (moment: string) => string;
  readonly number: (value: number) => string;
}

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

export function printTexts(language: Language): PrintTexts {
  const locale = locales[language];
  const format = (message: string, values: Readonly<Record<string, string | number>>): string =>
    String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(values));
  const dates = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  return {
    language,
    text: (key, values = {}) => format(catalogues[language][key], values),
    // The wall clock of the town hall, as written: a meeting does not move with the laptop.
    date: (moment) => {
      const date = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(date.getTime()) ? moment : dates.format(date);
    },
    time: (moment) => {
      const [, digits] = /T(\d{2}:\d{2})/.exec(moment) ?? [];
      return digits === undefined ? '' : language === 'sv' ? digits.replace(':', '.') : digits;
    },
    number: (value) => numbers.format(value),
  };
}
