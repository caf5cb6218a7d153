import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { spokenWordAt, unitFrom } from '../../../../core/reading/readingUnits.ts';
import type { ComfortSettings } from '../../../../core/settings/comfortSettings.ts';
import type { PageText } from '../../../../core/text/pageText.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import type { ReadablePage, ReadablePages } from './readablePages.ts';
import type { SpeechEngine, SpeechVoice } from './speechEngine.ts';
import { voiceFor } from './voices.ts';

export type ReadAloudStatus =
  | 'off'
  | 'preparing'
  | 'reading'
  | 'paused'
  /** The last document has been read to its end. */
  | 'finished'
  | 'noVoices'
  | 'noText'
  | 'failed';

/** What is being read, and where. */
export interface Spoken {
  readonly row: number;
  readonly text: PageText;
  readonly ranges: readonly TextRange[];
  /** The word being said, where the voice tells. */
  readonly word: TextRange | null;
}

export interface ReadAloudState {
  readonly status: ReadAloudStatus;
  readonly spoken: Spoken | null;
  /** Of the page being read, BCP 47. */
  readonly language: string;
  readonly voices: readonly SpeechVoice[];
}

export interface ReadAloudParts {
  readonly pages: ReadablePages;
  readonly engine: SpeechEngine;
  readonly settings: () => Pick<ComfortSettings, 'speechRate' | 'voices'>;
}

export type ReadAloudStep = 'sentence' | 'paragraph';

interface Place {
  readonly row: number;
  readonly page: ReadablePage;
  readonly index: number;
}

const off: ReadAloudState = { status: 'off', spoken: null, language: 'sv', voices: [] };

/** The computer has one voice: who begins to read silences who reads. */
let silenceSpeaker: (() => void) | null = null;

/** Reads the pages of a reader aloud, sentence by sentence, over pages and documents, until it is stopped or they end. */
export class ReadAloud {
  readonly store: StoreApi<ReadAloudState> = createStore(() => off);
  readonly #parts: ReadAloudParts;
  #place: Place | null = null;
  /** What was begun before the last command is not heard any more. */
  #run = 0;
  readonly #silence = (): void => this.stop();

  constructor(parts: ReadAloudParts) {
    this.#parts = parts;
  }

  /** From the first sentence at or after an offset of a row's page. */
  async start(from: { readonly row: number; readonly offset: number }): Promise<void> {
    const run = this.#begin();
    if (silenceSpeaker !== this.#silence) silenceSpeaker?.();
    silenceSpeaker = this.#silence;
    this.store.setState({ status: 'preparing', spoken: null });
    const voices = await this.#parts.engine.voices();
    if (run !== this.#run) return;
    this.store.setState({ voices });
    if (voices.length === 0) return this.#end('noVoices');
    const first = await this.#pageFrom(from.row, 1);
    if (run !== this.#run) return;
    if (!first) return this.#end('noText');
    const offset = first.row === from.row ? from.offset : 0;
    this.#place = { ...first, index: unitFrom(first.page.units, offset) };
    this.#speak();
  }

  pause(): void {
    if (this.store.getState().status !== 'reading') return;
    this.#begin();
    this.store.setState({ status: 'paused' });
  }

  /** From the beginning of the sentence: half a sentence is hard to follow. */
  resume(): void {
    if (this.#place && this.store.getState().status !== 'reading') this.#speak();
  }

  toggle(): void {
    if (this.store.getState().status === 'reading') this.pause();
    else this.resume();
  }

  stop(): void {
    this.#end('off');
    this.#place = null;
    if (silenceSpeaker === this.#silence) silenceSpeaker = null;
  }

  /** To another sentence or paragraph; a pause stays a pause. */
  async step(by: ReadAloudStep, direction: 1 | -1): Promise<void> {
    const place = this.#place;
    if (!place) return;
    const { status } = this.store.getState();
    const run = this.#begin();
    const next = await this.#neighbour(place, by, direction);
    if (run !== this.#run) return;
    if (!next && direction === 1) return this.#end('finished');
    this.#place = next ?? place;
    if (status === 'paused') this.#show('paused');
    else this.#speak();
  }

  /** Speed or voice is another: what is being said is said again with it. */
  settingsChanged(): void {
    if (this.store.getState().status === 'reading') this.#speak();
  }

  /** Makes what was begun before unheard. */
  #begin(): number {
    this.#parts.engine.stop();
    this.#run += 1;
    return this.#run;
  }

  #end(status: ReadAloudStatus): void {
    this.#begin();
    this.store.setState({ status, spoken: null });
  }

  #speak(): void {
    const place = this.#place;
    const unit = place?.page.units[place.index];
    if (!place || !unit) return;
    const run = this.#begin();
    const { language } = place.page;
    const { speechRate, voices: chosen } = this.#parts.settings();
    const voice = voiceFor(this.store.getState().voices, language, chosen);
    this.#show('reading');
    const whileRunning = (act: () => void): void => {
      if (run === this.#run) act();
    };
    this.#parts.engine.speak(
      { text: unit.spoken, language, voiceId: voice?.id ?? null, rate: speechRate },
      {
        onWord: (at) =>
          whileRunning(() => {
            const { spoken } = this.store.getState();
            const word = spokenWordAt(unit, place.page.text, at);
            if (spoken) this.store.setState({ spoken: { ...spoken, word } });
          }),
        onEnd: () => whileRunning(() => void this.step('sentence', 1)),
        onFailed: () => whileRunning(() => this.#end('failed')),
      },
    );
    const isLast = place.index === place.page.units.length - 1;
    // The next page is ready when its turn comes.
    if (isLast) void this.#parts.pages.load(place.row + 1);
  }

  #show(status: 'reading' | 'paused'): void {
    const place = this.#place;
    if (!place) return;
    const { text, language, units } = place.page;
    const ranges = units[place.index]?.ranges ?? [];
    this.store.setState({ status, language, spoken: { row: place.row, text, ranges, word: null } });
  }

  async #neighbour(place: Place, by: ReadAloudStep, direction: 1 | -1): Promise<Place | null> {
    const { units } = place.page;
    const paragraph = units[place.index]?.paragraph;
    let index = place.index + direction;
    if (by === 'paragraph') {
      // Back goes to the beginning of this paragraph first, as in a text editor.
      if (direction === 1) while (units[index]?.paragraph === paragraph) index++;
      else index = firstOf(units, place.index === firstOf(units, place.index) ? index : place.index);
    }
    if (units[index]) return { ...place, index };
    const other = await this.#pageFrom(place.row + direction, direction);
    if (!other) return null;
    const last = other.page.units.length - 1;
    if (direction === 1) return { ...other, index: 0 };
    return { ...other, index: by === 'sentence' ? last : firstOf(other.page.units, last) };
  }

  /** The next page with words, over headers and scans. */
  async #pageFrom(row: number, direction: 1 | -1): Promise<Pick<Place, 'row' | 'page'> | null> {
    const { pages } = this.#parts;
    for (let at = row; at >= 0 && at < pages.rowCount(); at += direction) {
      const page = await pages.load(at);
      if (page) return { row: at, page };
    }
    return null;
  }
}

/** Index of the first unit of a unit's paragraph. */
function firstOf(units: readonly { readonly paragraph: number }[], index: number): number {
  const paragraph = units[index]?.paragraph;
  let first = index;
  while (paragraph !== undefined && units[first - 1]?.paragraph === paragraph) first--;
  return first;
}
