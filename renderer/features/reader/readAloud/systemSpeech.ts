import type { SpeechEngine, SpeechVoice } from './speechEngine.ts';

/** The system tells of its voices when it has found them; a system without voices never does. */
const voicesMs = 1500;
/** Without a sign of life for so long the system's voice is taken to be dead. */
const silentMs = 6000;

/**
 * The voices of the system, through the browser. Only those on this computer: a voice that sends the text elsewhere is not
 * offered.
 */
export function systemSpeech(): SpeechEngine {
  let watch: ReturnType<typeof setTimeout> | undefined;
  let running: SpeechSynthesisUtterance | null = null;

  const stop = (): void => {
    clearTimeout(watch);
    // Not without need: on Linux the first word to the system's speech starts a connection that quitting waits for.
    if (running !== null) speechOf(window)?.cancel();
    running = null;
  };

  return {
    async voices() {
      const speech = speechOf(window);
      if (!speech) return [];
      if (speech.getVoices().length === 0) await voicesChanged(speech);
      return speech.getVoices().filter(isLocal).map(described);
    },
    stop,
    speak({ text, language, voiceId, rate }, { onWord, onEnd, onFailed }) {
      stop();
      const speech = speechOf(window);
      if (!speech) return onFailed();
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.lang = language;
      spoken.rate = rate;
      spoken.voice = speech.getVoices().find((voice) => voice.voiceURI === voiceId) ?? null;
      const whileRunning = (act: () => void) => (): void => {
        if (running === spoken) act();
      };
      const finish = (act: () => void) =>
        whileRunning(() => {
          clearTimeout(watch);
          running = null;
          act();
        });
      spoken.onstart = whileRunning(() => clearTimeout(watch));
      spoken.onboundary = (event) => {
        if (event.name === 'word') whileRunning(() => onWord(event.charIndex))();
      };
      spoken.onend = finish(onEnd);
      spoken.onerror = finish(onFailed);
      // Held here: Chromium forgets an utterance that nobody holds, and its events with it.
      running = spoken;
      speech.speak(spoken);
      watch = setTimeout(finish(onFailed), silentMs);
    },
  };
}

/** Not every browser that tests run in has it. */
const speechOf = (holder: Window): SpeechSynthesis | null =>
  'speechSynthesis' in holder ? holder.speechSynthesis : null;

const isLocal = (voice: SpeechSynthesisVoice): boolean => voice.localService;

const described = ({ voiceURI, name, lang, default: isDefault }: SpeechSynthesisVoice): SpeechVoice => ({
  id: voiceURI,
  name,
  // Some systems write sv_SE.
  language: lang.replace('_', '-'),
  isDefault,
});

function voicesChanged(speech: SpeechSynthesis): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      speech.removeEventListener('voiceschanged', done);
      resolve();
    };
    const timer = setTimeout(done, voicesMs);
    speech.addEventListener('voiceschanged', done);
  });
}
