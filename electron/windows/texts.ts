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
  (key, values) =>
    String(new IntlMessageFormat(catalogues[language][key], language).format(values));
