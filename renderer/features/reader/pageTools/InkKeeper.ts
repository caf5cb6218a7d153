import { boxOfStrokes } from '../../../../core/annotation/drawn/drawnFrame.ts';
import type { StrokeGroup } from '../../../../core/annotation/drawn/strokeGroups.ts';
import { joinsGroup } from '../../../../core/annotation/drawn/strokeGroups.ts';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';
import type { PageMarks } from '../marks/usePageMarks.ts';
import type { ReaderDrawing } from '../readerTypes.ts';
import type { PagePlace, ReaderSession } from '../session/ReaderSession.ts';
import { drawnPlace } from './drawnRequests.ts';
import { quadOfBox } from './pageFrame.ts';
import type { DrawnPage } from './pagePoint.ts';

interface DrawnStroke {
  readonly page: DrawnPage;
  readonly stroke: InkStroke;
  readonly beganAt: number;
  readonly endedAt: number;
  /** What shows it until its note does. */
  readonly wet: Element;
}

interface OpenNote extends StrokeGroup {
  readonly id: string;
  readonly pageKey: string;
  /** The note has been seen with these strokes: from then on it is what its marks say, also after undo. */
  readonly isSeen: boolean;
}

/**
 * Stores strokes as soon as they are drawn, one after the other. Those drawn soon after each other and near each other
 * become one note; each is a step of its own for undo. What cannot be stored stays on the page and is tried again with the
 * next stroke.
 */
export class InkKeeper {
  readonly #session: ReaderSession;
  readonly #drawing: ReaderDrawing;
  #marksOf: PageMarks;
  #open: OpenNote | null = null;
  #openPlace: PagePlace | null = null;
  readonly #waiting: DrawnStroke[] = [];
  #isStoring = false;
  #stored: {
    readonly id: string;
    readonly count: number;
    readonly place: PagePlace;
    readonly wet: Element;
  }[] = [];

  constructor(session: ReaderSession, drawing: ReaderDrawing, marksOf: PageMarks) {
    this.#session = session;
    this.#drawing = drawing;
    this.#marksOf = marksOf;
  }

  keep(drawn: DrawnStroke): void {
    this.#waiting.push(drawn);
    void this.#storeWaiting();
  }

  /** The notes as they are drawn now: what is just drawn gives way to its note. */
  marksChanged(marksOf: PageMarks): void {
    this.#marksOf = marksOf;
    this.#stored = this.#stored.filter(({ id, count, place, wet }) => {
      const strokes = this.#strokesOf(id, place);
      if (strokes === null || strokes.length < count) return true;
      wet.remove();
      return false;
    });
    const open = this.#open;
    if (open === null || this.#openPlace === null) return;
    const strokes = this.#strokesOf(open.id, this.#openPlace);
    if (open.isSeen) this.#open = strokes === null ? null : { ...open, strokes };
    else if (strokes?.length === open.strokes.length) this.#open = { ...open, isSeen: true };
  }

  /** Nothing is left on the page that only this knows. */
  close(): void {
    for (const { wet } of this.#stored) wet.remove();
    this.#stored = [];
  }

  async #storeWaiting(): Promise<void> {
    if (this.#isStoring) return;
    this.#isStoring = true;
    try {
      for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
        if (!(await this.#store(next))) return;
        this.#waiting.shift();
      }
    } finally {
      this.#isStoring = false;
    }
  }

  async #store({ page, stroke, beganAt, endedAt, wet }: DrawnStroke): Promise<boolean> {
    const { place, geometry } = page;
    const pageKey = `${place.document.id}:${place.document.sha256}:${place.filePage}`;
    const open = this.#open;
    const joined =
      open !== null && open.pageKey === pageKey && joinsGroup(open, stroke, beganAt) ? open : null;
    const strokes = [...(joined?.strokes ?? []), stroke];
    const box = boxOfStrokes(strokes);
    if (box === null) {
      wet.remove();
      return true;
    }
    const at = await drawnPlace(this.#session, place, quadOfBox(geometry, box));
    const details = { strokes };
    const id =
      joined === null
        ? await this.#drawing.add({ ...at, kind: 'ink', colour: null, quote: '', details })
        : (await this.#drawing.change(joined.id, { place: at, details }))
          ? joined.id
          : null;
    if (id === null) return false;
    this.#open = { id, pageKey, strokes, endedAt, isSeen: false };
    this.#openPlace = place;
    this.#stored.push({ id, count: strokes.length, place, wet });
    this.marksChanged(this.#marksOf);
    return true;
  }

  #strokesOf(id: string, place: PagePlace): readonly InkStroke[] | null {
    return this.#marksOf(place).find((mark) => mark.id === id)?.strokes ?? null;
  }
}
