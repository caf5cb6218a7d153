import { IntlMessageFormat } from 'intl-messageformat';
import type { BereddError } from '../../core/errors.ts';
import type { Language } from '../../core/settings/settings.ts';
import englishCli from '../../assets/messages/en/cli.json' with { type: 'json' };
import englishErrors from '../../assets/messages/en/errors.json' with { type: 'json' };
import englishRules from '../../assets/messages/en/packRules.json' with { type: 'json' };
import swedishCli from '../../assets/messages/sv/cli.json' with { type: 'json' };
import swedishErrors from '../../assets/messages/sv/errors.json' with { type: 'json' };
import swedishRules from '../../assets/messages/sv/packRules.json' with { type: 'json' };

export type CliText = keyof typeof swedishCli;
type Values = Readonly<Record<string, string | number | null>>;

const cli: Record<Language, Record<CliText, string>> = { sv: swedishCli, en: englishCli };
const others: Record<Language, Readonly<Record<string, string>>> = {
  sv: { ...swedishErrors, ...swedishRules, ...swedishCli },
  en: { ...englishErrors, ...englishRules, ...englishCli },
};

/** The words of the command line in one language. */
export interface CliTexts {
  readonly language: Language;
  readonly text: (key: CliText, values?: Values) => string;
  /** A failure as sentences: what happened, why, what to do. */
  readonly sentences: (error: BereddError) => string;
}

export function cliTexts(language: Language): CliTexts {
  const format = (message: string, values: Values): string =>
    String(new IntlMessageFormat(message, language).format(values));
  return {
    language,
    text: (key, values = {}) => format(cli[language][key], values),
    sentences: (error) => {
      const values = valuesOf(error, language);
      const message = (part: string): string | undefined => others[language][`errors.${error.code}.${part}`];
      const sentences = ['title', 'why', 'doThis'].flatMap((part) => message(part) ?? []);
      const isRuleTold = sentences.some((sentence) => sentence.includes('{rule}'));
      return [
        ...sentences.map((sentence) => asSentence(format(sentence, values))),
        ...(isRuleTold ? [] : technicalDetail(error, language)),
      ].join(' ');
    },
  };
}

const asSentence = (text: string): string => (/[.!?…”]$/.test(text) ? text : `${text}.`);

/** Placeholders of the wordings that a failure may leave open. */
const openValues = {
  path: '–',
  rule: '–',
  reason: '–',
  document: '–',
  revision: '–',
  page: '–',
  setAside: '–',
  kept: 0,
};

function valuesOf(error: BereddError, language: Language): Values {
  const sentence = ruleSentence(error, language);
  return {
    ...openValues,
    looksLike: 'other',
    file: error.file ?? others[language]['errors.unnamedFile'] ?? '',
    ...error.detail,
    path: pathWords(error.detail?.['path'], language),
    ...(sentence === null ? {} : { rule: withinSentence(sentence) }),
  };
}

const pathWords = (path: string | number | undefined, language: Language): string =>
  path === undefined || path === '' ? cli[language]['cli.wholeFile'] : String(path);

/** The broken rule in words and where it was broken, for whoever put the file together. */
function technicalDetail(error: BereddError, language: Language): readonly string[] {
  const rule = ruleSentence(error, language);
  const path = error.detail?.['path'];
  const isInFile = error.code === 'packManifest' && path !== undefined && path !== '';
  return [...(rule === null ? [] : [rule]), ...(isInFile ? [`(${path})`] : [])];
}

/** What a broken rule says in words; null when there is none or it has no words. */
function ruleSentence({ detail, file }: BereddError, language: Language): string | null {
  const rule = detail?.['rule'];
  if (rule === undefined) return null;
  const ofFolder = detail?.['document'] === undefined ? undefined : others[language][`cli.rule.${rule}`];
  const message = ofFolder ?? others[language][`packRules.${rule}`] ?? others[language][`cli.rule.${rule}`];
  if (message === undefined) return null;
  return String(
    new IntlMessageFormat(message, language).format({ ...openValues, file: file ?? '', ...detail }),
  );
}

const withinSentence = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

/** Swedish comes first; another language only when it is asked for, by --lang or by the environment. */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === 'sv' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale === '' || locale.startsWith('sv') ? 'sv' : 'en';
}
