/** A voice of the system. */
export interface SpeechVoice {
  readonly id: string;
  readonly name: string;
  /** BCP 47, "sv-SE". */
  readonly language: string;
  readonly isDefault: boolean;
}

export interface Utterance {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Null: whichever the system takes for the language. */
  readonly voiceId: string | null;
  /** 0.5–3; 1 is the voice's own speed. */
  readonly rate: number;
}

export interface UtteranceEvents {
  /** A word begins at this UTF-16 unit of the text. Not every voice tells. */
  readonly onWord: (at: number) => void;
  readonly onEnd: () => void;
  readonly onFailed: () => void;
}

/** What reads aloud. Nothing is heard of an utterance after it was stopped or another was begun. */
export interface SpeechEngine {
  /** The voices on this computer, once the system has told of them; empty when there are none. */
  voices(): Promise<readonly SpeechVoice[]>;
  speak(utterance: Utterance, events: UtteranceEvents): void;
  stop(): void;
}
