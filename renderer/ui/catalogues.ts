import type { Language } from '../../core/settings/settings.ts';
import { firstWords, type FirstKey } from './firstWords.ts';
import type { LaterKey } from './laterWords.ts';

/** Every key of the Swedish catalogues: a key that is not there does not compile. */
export type MessageKey = FirstKey | LaterKey;

type Words = Readonly<Partial<Record<MessageKey, string>>>;

let words: Readonly<Record<Language, Words>> = firstWords;
let version = 0;
/** Something was drawn without its words. */
let wereMissed = false;
const listeners = new Set<() => void>();

/** Empty until `readLaterWords` has read what the library does not need; what was drawn without is then drawn anew. */
export function wordingOf(language: Language, key: MessageKey): string {
  const wording = words[language][key];
  wereMissed ||= wording === undefined;
  return wording ?? '';
}

/** Whether a text made at run time, such as a rule's name out of a failure, names a message. */
export function isMessageKey(text: string): text is MessageKey {
  const isKey = Object.hasOwn(words.sv, text);
  wereMissed ||= !isKey;
  return isKey;
}

let reading: Promise<void> | null = null;

/** Reads the words of all screens. The catalogues are as large as the rest of the library's script. */
export const readLaterWords = (): Promise<void> => (reading ??= read());

async function read(): Promise<void> {
  const { laterWords } = await import('./laterWords.ts');
  words = { sv: { ...firstWords.sv, ...laterWords.sv }, en: { ...firstWords.en, ...laterWords.en } };
  if (!wereMissed) return;
  version += 1;
  for (const listener of listeners) listener();
}

/** Grows when words came that were missed. */
export const wordsVersion = (): number => version;

export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
