import type { PageGeometry } from '../../../../core/pdf/pageGeometry.ts';
import type { ReaderDrawing } from '../readerTypes.ts';
import type { PagePlace, ReaderSession } from '../session/ReaderSession.ts';
import type { Writing } from './beginWriting.ts';
import { drawnPlace } from './drawnRequests.ts';
import { quadOfFrame } from './pageFrame.ts';
import { toolSettings } from './toolSettings.ts';

/** So soon after the last key what is written is stored. */
const pauseMs = 600;

/** Stores words on a page while they are written; without a word there is no note, and one that becomes empty goes. */
export class WritingKeeper {
  readonly #session: ReaderSession;
  readonly #drawing: ReaderDrawing;
  readonly #place: PagePlace;
  readonly #geometry: PageGeometry;
  readonly #frame: Writing['frame'];
  #id: string | null;
  #text: string;
  #height: number;
  #stored: { readonly text: string; readonly height: number };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    session: ReaderSession,
    drawing: ReaderDrawing,
    place: PagePlace,
    geometry: PageGeometry,
    { id, text, frame }: Writing,
  ) {
    this.#session = session;
    this.#drawing = drawing;
    this.#place = place;
    this.#geometry = geometry;
    this.#frame = frame;
    this.#id = id;
    this.#text = text;
    this.#height = frame.height;
    this.#stored = { text, height: frame.height };
  }

  /** `height` in points: words are as high as they are many. */
  written(text: string, height: number): void {
    this.#text = text;
    this.#height = height;
    clearTimeout(this.#timer);
    if (text !== this.#stored.text) this.#timer = setTimeout(() => void this.#inTurn(), pauseMs);
  }

  /** Stores what is left; the note's id, null when there is none. */
  async close(): Promise<string | null> {
    clearTimeout(this.#timer);
    await this.#inTurn();
    if (this.#text.trim() !== '' || this.#id === null) return this.#id;
    const empty = this.#id;
    this.#id = null;
    await this.#drawing.remove(empty);
    return null;
  }

  #inTurn(): Promise<unknown> {
    this.#work = this.#work.then(() => this.#store());
    return this.#work;
  }

  async #store(): Promise<void> {
    const [text, height] = [this.#text, this.#height];
    if (text.trim() === '' || text === this.#stored.text) return;
    const hasGrown = Math.abs(height - this.#stored.height) > 0.5;
    const quad = quadOfFrame(this.#geometry, { ...this.#frame, height });
    const place = await drawnPlace(this.#session, this.#place, quad);
    if (this.#id === null) {
      const { textLook } = toolSettings.getState();
      const details = { textLook };
      this.#id = await this.#drawing.add({
        ...place,
        kind: 'freeText',
        colour: null,
        quote: '',
        text,
        details,
      });
      if (this.#id !== null) this.#stored = { text, height };
    } else if (await this.#drawing.change(this.#id, { text, ...(hasGrown ? { place } : {}) }))
      this.#stored = { text, height };
  }
}
