import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PdfHost, PdfRequest } from '../../../renderer/features/reader/engine/pdfHost.ts';
import { backgroundUrgency } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { PdfJob, PdfResults } from '../../../renderer/features/reader/engine/pdfJobs.ts';
import { rowAtHeight } from '../../../renderer/features/reader/navigation/windowedRows.ts';
import { layOutScroll } from '../../../renderer/features/reader/scroll/scrollLayout.ts';
import type { WantedPicture } from '../../../renderer/features/reader/thumbnails/ThumbnailPictures.ts';
import { ThumbnailPictures } from '../../../renderer/features/reader/thumbnails/ThumbnailPictures.ts';
import { neighbourPage, thumbnailRows } from '../../../renderer/features/reader/thumbnails/thumbnailRows.ts';
import { geometry } from '../reader/readerBuilders.ts';

const pages = (count: number, width = 600, height = 800) => ({
  sizes: Array.from({ length: count }, () => ({ width, height })),
  isNotice: false,
});
const layout = (...documents: readonly ReturnType<typeof pages>[]) =>
  layOutScroll(documents, { mode: 'width' }, { width: 848, height: 600 });

describe('the rows of the strip', () => {
  it('name each document where there are several, and hold its pages', () => {
    const { rows } = thumbnailRows(layout(pages(2), pages(1)), 150);
    expect(rows.map((row) => (row.kind === 'page' ? row.page : 'name'))).toEqual(['name', 1, 2, 'name', 1]);
    expect(thumbnailRows(layout(pages(2)), 150).rows.map(({ kind }) => kind)).toEqual(['page', 'page']);
  });

  it('are as high as their pages, very high ones excepted', () => {
    const [upright, wide, high] = [pages(1), pages(1, 800, 400), pages(1, 100, 1000)].map(
      (document) => thumbnailRows(layout(document), 150).rows[0],
    );
    expect(upright).toMatchObject({ width: 150, height: 200 });
    expect(wide).toMatchObject({ width: 150, height: 75 });
    expect(high).toMatchObject({ width: 24, height: 240 });
  });

  it('are found by their height in a list of any length', () => {
    const { tops } = thumbnailRows(layout(pages(300)), 150);
    expect([-5, 0, 233, 234, 468, 1e9].map((height) => rowAtHeight(tops, height))).toEqual([
      0, 0, 0, 1, 2, 299,
    ]);
    expect(rowAtHeight([0], 10)).toBe(0);
  });

  it('lead from page to page over the names', () => {
    const { rows } = thumbnailRows(layout(pages(2), pages(2)), 150);
    expect(neighbourPage(rows, 2, 1)).toBe(4);
    expect(neighbourPage(rows, 4, -1)).toBe(2);
    expect(neighbourPage(rows, 1, 50)).toBe(5);
    expect(neighbourPage(rows, -1, 1)).toBe(1);
    expect(neighbourPage(rows, rows.length, -1)).toBe(5);
    expect(neighbourPage(rows, 1, -1)).toBe(1);
  });
});

describe('the pictures', () => {
  const file = { sha256: 'a'.repeat(64), url: 'app://ui/documents/a' };
  const wanted = (filePage: number): WantedPicture => ({ file, filePage, width: 100, height: 100 });
  const onePicture = 100 * 100 * 4;
  let asked: { readonly job: PdfJob; readonly urgency: () => number; isCancelled: boolean }[];
  let host: PdfHost;
  beforeEach(() => {
    document.body.replaceChildren();
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    asked = [];
    host = {
      warm: () => undefined,
      dispose: () => undefined,
      tryAgain: () => undefined,
      request<J extends PdfJob>(job: J, urgency: () => number): PdfRequest<PdfResults[J['type']]> {
        const entry = { job, urgency, isCancelled: false };
        asked.push(entry);
        const bitmap = { width: 100, height: 100, close: () => undefined };
        const value = { bitmap, geometry } as PdfResults[J['type']];
        return { answer: Promise.resolve({ ok: true, value }), cancel: () => (entry.isCancelled = true) };
      },
    };
  });
  const container = (): HTMLElement => document.body.appendChild(document.createElement('span'));
  const show = async (pictures: ThumbnailPictures, filePage: number) => {
    const place = container();
    const stop = pictures.show(
      wanted(filePage),
      place,
      () => 7,
      () => undefined,
    );
    await Promise.resolve();
    await Promise.resolve();
    return { place, stop };
  };

  it('are drawn in the background, nearest first', async () => {
    await show(new ThumbnailPictures(host), 1);
    expect(asked[0]?.urgency()).toBe(backgroundUrgency + 7);
  });

  it('are kept: shown again they are not drawn again', async () => {
    const pictures = new ThumbnailPictures(host);
    const first = await show(pictures, 1);
    const canvas = first.place.firstChild;
    first.stop();
    expect(first.place.childNodes).toHaveLength(0);
    const again = await show(pictures, 1);
    expect(again.place.firstChild).toBe(canvas);
    expect(asked).toHaveLength(1);
  });

  it('are cancelled when they are no longer wanted', async () => {
    const pictures = new ThumbnailPictures(host);
    const place = container();
    pictures.show(
      wanted(1),
      place,
      () => 0,
      () => undefined,
    )();
    await Promise.resolve();
    expect(asked[0]?.isCancelled).toBe(true);
    expect(asked[0]?.urgency()).toBe(Infinity);
    expect(place.childNodes).toHaveLength(0);
  });

  it('take no more memory than they may, and use their canvases again', async () => {
    const pictures = new ThumbnailPictures(host, 3 * onePicture);
    const canvases = new Set<Node | null>();
    for (let page = 1; page <= 50; page++) {
      const { place, stop } = await show(pictures, page);
      canvases.add(place.firstChild);
      stop();
    }
    expect(pictures.heldBytes()).toBeLessThanOrEqual(3 * onePicture);
    expect(canvases.size).toBeLessThanOrEqual(5);
  });

  it('give their memory back at once when the strip is closed', async () => {
    const pictures = new ThumbnailPictures(host);
    const { place } = await show(pictures, 1);
    const canvas = place.firstChild;
    pictures.clear();
    expect(pictures.heldBytes()).toBe(0);
    expect(canvas instanceof HTMLCanvasElement && [canvas.width, canvas.height]).toEqual([0, 0]);
    expect(place.childNodes).toHaveLength(0);
    await show(pictures, 1);
    expect(asked).toHaveLength(2);
  });

  it('that are on screen are never taken away for others', async () => {
    const pictures = new ThumbnailPictures(host, 2 * onePicture);
    const shown = [
      await show(pictures, 1),
      await show(pictures, 2),
      await show(pictures, 3),
      await show(pictures, 4),
    ];
    expect(shown.map(({ place }) => place.childNodes.length)).toEqual([1, 1, 1, 1]);
  });
});
