import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import { createContext, useContext, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '../../core/settings/settings.ts';
import type { MessageKey } from './catalogues.ts';
import { onWords, wordingOf, wordsVersion } from './catalogues.ts';
import type { DateStyle, Moment } from './formats.ts';
import * as formats from './formats.ts';

export type { MessageKey } from './catalogues.ts';
export type MessageValues = Readonly<Record<string, string | number | boolean | Date>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

export interface Messages {
  readonly language: Language;
  /** The wording of a key, its ICU placeholders filled. */
  readonly t: Translate;
  readonly formatDate: (moment: Moment, style?: DateStyle) => string;
  readonly formatTime: (moment: Moment) => string;
  readonly formatDateTime: (moment: Moment, style?: DateStyle) => string;
  readonly formatDaysLeft: (moment: Moment, now: number) => string;
  readonly formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string;
  readonly formatFileSize: (bytes: number) => string;
}

/** Nothing in it stands for something else: most messages need not be parsed. */
const isPlain = (wording: string): boolean => !/[{}']/.test(wording);

/** The words and formats of one language. Parsed messages are kept: a list of a thousand rows parses each key once. */
export function messagesFor(language: Language): Messages {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const locale = formats.localeOf(language);
  const t: Translate = (key, values) => {
    const wording = wordingOf(language, key);
    if (isPlain(wording)) return wording;
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(wording, locale, undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    const text: unknown = message.format(values);
    return String(text);
  };
  return {
    language,
    t,
    formatDate: (moment, style) => formats.formatDate(language, moment, style),
    formatTime: (moment) => formats.formatTime(language, moment),
    formatDateTime: (moment, style) => formats.formatDateTime(language, moment, style),
    formatDaysLeft: (moment, now) => formats.formatDaysLeft(language, moment, now),
    formatNumber: (value, options) => formats.formatNumber(language, value, options),
    formatFileSize: (bytes) => formats.formatFileSize(language, bytes),
  };
}

const MessagesContext = createContext<Messages | null>(null);

export function MessagesProvider({
  language,
  children,
}: {
  language: Language;
  children: ReactNode;
}): ReactNode {
  const version = useSyncExternalStore(onWords, wordsVersion);
  const messages = useMemo(() => ({ ...messagesFor(language), version }), [language, version]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MessagesContext value={messages}>
      <I18nProvider locale={formats.localeOf(language)}>{children}</I18nProvider>
    </MessagesContext>
  );
}

/** The words of the person's language; follows a change of language while running. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('useMessages needs a MessagesProvider above it');
  return messages;
}
