import { expect, it } from 'vitest';
import { failure, ok } from '../../../core/errors.ts';
import { workerDrawings } from '../../../renderer/app/workspace/print/workerDrawings.ts';
import type { PdfHost } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { PdfJob } from '../../../renderer/features/reader/engine/pdfJobs.ts';

/** A worker whose pages are 600 × 300 points; the jobs it was given. */
function host(jobs: PdfJob[], answers: { drawn?: 'fails' } = {}): PdfHost {
  const bitmap = { width: 1, height: 1, close: () => undefined };
  return {
    request: (job) => {
      jobs.push(job);
      const answer =
        job.type === 'sizes'
          ? ok({ pageCount: 9, hasForm: false, sizes: [{ width: 600, height: 300 }] })
          : answers.drawn === 'fails'
            ? failure('documentDamaged')
            : ok({ bitmap, geometry: null });
      return { answer: Promise.resolve(answer as never), cancel: () => undefined };
    },
    tryAgain: () => undefined,
    warm: () => undefined,
    dispose: () => undefined,
  };
}

it('draws a page as large as fits its box', async () => {
  const jobs: PdfJob[] = [];
  const { picture } = workerDrawings(host(jobs)).draw('a'.repeat(64), 3, { width: 300, height: 400 });
  expect(await picture).not.toBe('failed');
  expect(jobs.at(-1)).toMatchObject({ type: 'draw', page: 3, area: { width: 300, height: 150 } });
});

it('says when a page cannot be drawn, and gives nothing once it was cancelled', async () => {
  const failing = workerDrawings(host([], { drawn: 'fails' })).draw('a', 1, { width: 9, height: 9 });
  expect(await failing.picture).toBe('failed');
  const given = workerDrawings(host([])).draw('a', 1, { width: 9, height: 9 });
  given.cancel();
  expect(await given.picture).toBeNull();
});
