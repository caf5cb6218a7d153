import type {
  SpeechEngine,
  SpeechVoice,
  Utterance,
  UtteranceEvents,
} from '../../../renderer/features/reader/readAloud/speechEngine.ts';

export const elin: SpeechVoice = { id: 'elin', name: 'Elin', language: 'sv-SE', isDefault: true };
export const jenny: SpeechVoice = { id: 'jenny', name: 'Jenny', language: 'en-GB', isDefault: false };

/** Says nothing; tells what it was given, and does what the test says. */
export function fakeSpeech(voices: readonly SpeechVoice[] = [elin]) {
  const said: Utterance[] = [];
  let events: UtteranceEvents | null = null;
  const engine: SpeechEngine = {
    voices: () => Promise.resolve(voices),
    speak: (utterance, heard) => {
      said.push(utterance);
      events = heard;
    },
    stop: () => {
      events = null;
    },
  };
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    engine,
    said,
    texts: (): string[] => said.map(({ text }) => text),
    isSilent: (): boolean => events === null,
    async end(): Promise<void> {
      events?.onEnd();
      await settle();
    },
    word: (at: number): void => events?.onWord(at),
    fail: (): void => events?.onFailed(),
    settle,
  };
}
