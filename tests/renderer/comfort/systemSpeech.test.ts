import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemSpeech } from '../../../renderer/features/reader/readAloud/systemSpeech.ts';

class Utterance {
  text: string;
  lang = '';
  rate = 1;
  voice: unknown = null;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onboundary: ((event: { name: string; charIndex: number }) => void) | null = null;
  constructor(text: string) {
    this.text = text;
  }
}

const local = { voiceURI: 'a', name: 'Astrid', lang: 'sv_SE', localService: true, default: false };
const remote = { voiceURI: 'b', name: 'Moln', lang: 'sv-SE', localService: false, default: true };

let voices: (typeof local)[] = [];
let said: Utterance[] = [];
let browser: EventTarget & { getVoices: () => typeof voices };

beforeEach(() => {
  vi.useFakeTimers();
  [voices, said] = [[], []];
  browser = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance: Utterance) => void said.push(utterance),
    cancel: vi.fn(),
  });
  vi.stubGlobal('speechSynthesis', browser);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const events = () => ({ onWord: vi.fn(), onEnd: vi.fn(), onFailed: vi.fn() });
const sentence = { text: 'Hej.', language: 'sv', voiceId: 'a', rate: 1.5 };

describe('the system’s voices', () => {
  it('are waited for, and only those on this computer are offered', async () => {
    const found = systemSpeech().voices();
    voices = [local, remote];
    browser.dispatchEvent(new Event('voiceschanged'));
    expect(await found).toEqual([{ id: 'a', name: 'Astrid', language: 'sv-SE', isDefault: false }]);
  });

  it('are none when the system does not tell of any in time', async () => {
    const found = systemSpeech().voices();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await found).toEqual([]);
  });

  it('speak with the voice and speed asked for and tell of words and the end', () => {
    voices = [local];
    const heard = events();
    systemSpeech().speak(sentence, heard);
    const [utterance] = said;
    expect(utterance).toMatchObject({ text: 'Hej.', lang: 'sv', rate: 1.5, voice: local });
    utterance?.onstart?.();
    utterance?.onboundary?.({ name: 'word', charIndex: 2 });
    utterance?.onboundary?.({ name: 'sentence', charIndex: 0 });
    utterance?.onend?.();
    expect([heard.onWord.mock.calls, heard.onEnd.mock.calls.length]).toEqual([[[2]], 1]);
    vi.advanceTimersByTime(60_000);
    expect(heard.onFailed).not.toHaveBeenCalled();
  });

  it('that give no sign of life have failed', () => {
    const heard = events();
    systemSpeech().speak(sentence, heard);
    vi.advanceTimersByTime(10_000);
    expect(heard.onFailed).toHaveBeenCalledOnce();
  });

  it('are not heard any more once stopped, whatever the browser calls it', () => {
    const heard = events();
    const engine = systemSpeech();
    engine.speak(sentence, heard);
    engine.stop();
    said[0]?.onerror?.();
    said[0]?.onend?.();
    expect([heard.onEnd, heard.onFailed].map((mock) => mock.mock.calls.length)).toEqual([0, 0]);
  });
});
