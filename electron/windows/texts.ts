import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../core/settings/settings.ts';
import english from '../../assets/messages/en/shell.json' with { type: 'json' };
import swedish from '../../assets/messages/sv/shell.json' with { type: 'json' };

export type ShellText = keyof typeof swedish;

/** Words of menus and system dialogs in the language chosen. */
export type Texts = (key: ShellText, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Record<Language, Record<ShellText, string>> = { sv: swedish, en: english };

export const textsIn =
  (language: Language): Texts =>
  (key, values) => {
    const wording = catalogues[language][key];
    // The menu is made before the first window: words that stand for nothing else are not parsed.
    return isPlain.test(wording) ? wording : String(new IntlMessageFormat(wording, language).format(values));
  };

const isPlain = /^[^{}'<]*$/;
