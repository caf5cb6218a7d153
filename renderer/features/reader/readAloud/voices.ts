import type { ComfortSettings } from '../../../../core/settings/comfortSettings.ts';
import type { SpeechVoice } from './speechEngine.ts';

/** "sv" of "sv-SE". */
export const mainLanguage = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** "Swedish+Adam": one of the hundred ways in which eSpeak speaks each of its languages. */
const isVariant = ({ name }: SpeechVoice): boolean => name.includes('+');

/** The voices that speak a language, the system's own choice first; their variants only when there is nothing else. */
export function voicesFor(voices: readonly SpeechVoice[], language: string): readonly SpeechVoice[] {
  const speaking = voices.filter((voice) => mainLanguage(voice.language) === mainLanguage(language));
  const plain = speaking.filter((voice) => !isVariant(voice));
  return (plain.length > 0 ? plain : speaking).toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/** The chosen voice for a language; without a choice, or when it is gone, the first that speaks it; null when none does. */
export function voiceFor(
  voices: readonly SpeechVoice[],
  language: string,
  chosen: ComfortSettings['voices'],
): SpeechVoice | null {
  const fitting = voicesFor(voices, language);
  const wanted = chosen[mainLanguage(language)];
  return fitting.find(({ id }) => id === wanted) ?? fitting[0] ?? null;
}
