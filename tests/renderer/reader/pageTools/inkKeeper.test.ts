import { beforeEach, describe, expect, it } from 'vitest';
import type { InkStroke } from '../../../../core/annotation/noteDetails.ts';
import { InkKeeper } from '../../../../renderer/features/reader/pageTools/InkKeeper.ts';
import type { DrawnPage } from '../../../../renderer/features/reader/pageTools/pagePoint.ts';
import type { ReaderDrawing, ReaderMark } from '../../../../renderer/features/reader/readerTypes.ts';
import { ReaderSession } from '../../../../renderer/features/reader/session/ReaderSession.ts';
import { fakeHost, geometry, readerDocument, readerMark } from '../readerBuilders.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** A reader whose owner keeps marks in memory, as the app does, or cannot store anything. */
class Scene {
  readonly document = readerDocument();
  readonly session = new ReaderSession([this.document], null, fakeHost().host);
  readonly layer = document.createElement('div');
  marks: ReaderMark[] = [];
  isDiskFull = false;
  readonly #drawing: ReaderDrawing = {
    add: ({ kind, details }) => {
      if (this.isDiskFull) return Promise.resolve(null);
      const id = `n${this.marks.length + 1}`;
      this.marks = [...this.marks, readerMark(this.document, { id, kind, strokes: details?.strokes ?? [] })];
      return Promise.resolve(id);
    },
    change: (id, { details }) => {
      if (this.isDiskFull) return Promise.resolve(false);
      const strokes = details?.strokes ?? [];
      this.marks = this.marks.map((mark) => (mark.id === id ? { ...mark, strokes } : mark));
      return Promise.resolve(true);
    },
    remove: () => Promise.resolve(true),
    choose: () => undefined,
    open: () => undefined,
    warn: () => undefined,
  };
  readonly keeper = new InkKeeper(this.session, this.#drawing, () => this.marks);

  get page(): DrawnPage {
    const place = this.session.place(1);
    if (place === null) throw new Error('the second row is the first page');
    return { row: 1, place, geometry, scale: 1 };
  }

  /** Draws, lets it be stored, and shows the notes as they are then. */
  async draw(beganAt: number, ...points: number[]): Promise<void> {
    const stroke: InkStroke = { points, width: 2, colour: 'blue' };
    const wet = this.layer.appendChild(document.createElement('i'));
    this.keeper.keep({ page: this.page, stroke, beganAt, endedAt: beganAt + 200, wet });
    await settled();
    this.keeper.marksChanged(() => this.marks);
  }

  counts(): readonly number[] {
    return this.marks.map(({ strokes = [] }) => strokes.length);
  }
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

describe('strokes', () => {
  it('drawn soon after each other become one note, later ones another', async () => {
    await scene.draw(0, 100, 100, 120, 120);
    await scene.draw(900, 130, 100, 140, 120);
    await scene.draw(9_000, 150, 100, 160, 120);
    expect(scene.counts()).toEqual([2, 1]);
  });

  it('stay on the page while they are stored, and give way to their note', async () => {
    const stroke: InkStroke = { points: [100, 100, 120, 120], width: 2, colour: 'blue' };
    const wet = scene.layer.appendChild(document.createElement('i'));
    scene.keeper.keep({ page: scene.page, stroke, beganAt: 0, endedAt: 100, wet });
    expect(scene.layer.childElementCount).toBe(1);
    await settled();
    scene.keeper.marksChanged(() => scene.marks);
    expect(scene.layer.childElementCount).toBe(0);
  });

  it('begin a new note when the last one was undone, and go on from what undo left', async () => {
    await scene.draw(0, 100, 100, 120, 120);
    await scene.draw(500, 130, 100, 140, 120);
    scene.marks = scene.marks.map((mark) => ({ ...mark, strokes: (mark.strokes ?? []).slice(0, 1) }));
    scene.keeper.marksChanged(() => scene.marks);
    await scene.draw(1_000, 150, 100, 160, 120);
    expect(scene.marks[0]?.strokes?.map(({ points }) => points[0])).toEqual([100, 150]);
    scene.marks = [];
    scene.keeper.marksChanged(() => scene.marks);
    await scene.draw(1_500, 170, 100, 180, 120);
    expect(scene.counts()).toEqual([1]);
  });

  it('that cannot be stored stay on the page and are stored with the next one', async () => {
    scene.isDiskFull = true;
    await scene.draw(0, 100, 100, 120, 120);
    expect(scene.layer.childElementCount).toBe(1);
    scene.isDiskFull = false;
    await scene.draw(500, 130, 100, 140, 120);
    expect(scene.counts()).toEqual([2]);
    expect(scene.layer.childElementCount).toBe(0);
  });

  it('drawn faster than they are stored are all kept, in their order', async () => {
    const stroke = (x: number): InkStroke => ({ points: [x, 100, x, 120], width: 2, colour: 'red' });
    for (let i = 0; i < 12; i++) {
      const wet = scene.layer.appendChild(document.createElement('i'));
      const at = i * 100;
      scene.keeper.keep({ page: scene.page, stroke: stroke(100 + i), beganAt: at, endedAt: at + 50, wet });
    }
    await settled();
    expect(scene.marks.flatMap(({ strokes = [] }) => strokes.map(({ points }) => points[0]))).toEqual(
      Array.from({ length: 12 }, (_, i) => 100 + i),
    );
    expect(scene.counts()).toEqual([12]);
  });
});
