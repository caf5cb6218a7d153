import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { marginPlaces } from '../../../renderer/features/reader/marks/marginPlaces.ts';
import { tilesFor } from '../../../renderer/features/reader/page/pageTiles.ts';
import { percentBox } from '../../../renderer/features/reader/page/percentBox.ts';
import { createReadProgress } from '../../../renderer/features/reader/reports/readProgress.ts';
import { documentSource } from '../../../renderer/features/reader/session/documentSource.ts';
import { geometry, readerDocument, readerMark } from './readerBuilders.ts';

describe('tilesFor', () => {
  it('covers what is in view, within the page, without overlapping', () => {
    const length = fc.integer({ min: 1, max: 6000 });
    fc.assert(
      fc.property(
        length,
        length,
        fc.nat(5000),
        fc.nat(5000),
        fc.constantFrom(1, 1.5, 2),
        (width, height, x, y, pixelRatio) => {
          const inView = { left: Math.min(x, width), top: Math.min(y, height), width: 300, height: 200 };
          const tiles = [...tilesFor(width, height, { inView, pixelRatio }).values()];
          for (const tile of tiles) {
            expect(tile.left + tile.width).toBeLessThanOrEqual(width);
            expect(tile.top + tile.height).toBeLessThanOrEqual(height);
            expect(Math.min(tile.width, tile.height)).toBeGreaterThan(0);
          }
          const [px, py] = [inView.left * pixelRatio + 1, inView.top * pixelRatio + 1];
          const holding = tiles.filter(
            (tile) =>
              px >= tile.left && px < tile.left + tile.width && py >= tile.top && py < tile.top + tile.height,
          );
          expect(holding).toHaveLength(px < width && py < height ? 1 : 0);
        },
      ),
    );
  });

  it('are none for a page out of view', () => {
    expect(tilesFor(5000, 5000, { inView: null, pixelRatio: 1 }).size).toBe(0);
  });
});

describe('percentBox', () => {
  it('says the place on the page as shown, whatever its turn', () => {
    const box = { left: 60, bottom: 400, right: 120, top: 800 };
    expect(percentBox(geometry, box)).toEqual({ left: '10%', top: '0%', width: '10%', height: '50%' });
    expect(percentBox({ ...geometry, quarterTurns: 2 }, box)).toEqual({
      left: '80%',
      top: '50%',
      width: '10%',
      height: '50%',
    });
    expect(percentBox({ ...geometry, quarterTurns: 1 }, box)).toEqual({
      left: '50%',
      top: '10%',
      width: '50%',
      height: '10%',
    });
  });
});

describe('marginPlaces', () => {
  const document = readerDocument();
  const at = (id: string, y: number) =>
    readerMark(document, { id, kind: 'note', quads: [[50, y, 100, y, 50, y - 10, 100, y - 10]] });

  it('has the notes in the order of the page, those on the whole page first', () => {
    const page = readerMark(document, { id: 'page', kind: 'question', quads: [] });
    const places = marginPlaces([at('low', 200), at('high', 600), page], geometry);
    expect(places.map(({ mark }) => mark.id)).toEqual(['page', 'high', 'low']);
  });

  it('puts icons of the same line beside each other', () => {
    const places = marginPlaces([at('a', 600), at('b', 598), at('c', 596), at('d', 300)], geometry);
    expect(places.map(({ lane }) => lane)).toEqual([0, 1, 2, 0]);
  });
});

describe('documentSource', () => {
  it.each([
    ['application/pdf', 'pdf'],
    ['image/png', 'image'],
    ['image/jpeg', 'image'],
    ['image/svg+xml', 'unsupported'],
    ['text/html', 'unsupported'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'unsupported'],
  ])('shows %s as %s', (mediaType, type) => {
    expect(documentSource(readerDocument({ mediaType })).type).toBe(type);
  });

  it('says that a document whose bytes are not here is missing', () => {
    const document = readerDocument({ available: false, title: 'Bilaga 2' });
    expect(documentSource(document)).toEqual({
      type: 'unavailable',
      error: { code: 'documentMissing', file: 'Bilaga 2' },
    });
  });
});

describe('read progress', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const documents = [readerDocument({ id: 'a' }), readerDocument({ id: 'b', readState: 'read' })];
  const start = () => {
    const told: string[] = [];
    return { told, progress: createReadProgress(documents, (id, state) => told.push(`${id} ${state}`)) };
  };

  it('counts a document as begun when it has been in view for a while, as read when its end has', () => {
    const { told, progress } = start();
    progress.saw([{ documentId: 'a', isEndInView: false }]);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1500);
    progress.saw([{ documentId: 'a', isEndInView: true }]);
    vi.advanceTimersByTime(1500);
    expect(told).toEqual(['a started', 'a read']);
  });

  it('does not count what one scrolls past', () => {
    const { told, progress } = start();
    progress.saw([{ documentId: 'a', isEndInView: true }]);
    vi.advanceTimersByTime(500);
    progress.saw([{ documentId: 'b', isEndInView: false }]);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([]);
  });

  it('never takes back that a document was read', () => {
    const { told, progress } = start();
    progress.saw([{ documentId: 'b', isEndInView: false }]);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([]);
  });
});
