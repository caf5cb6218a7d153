import { describe, expect, it } from 'vitest';
import { failure } from '../../../core/errors.ts';
import type { DocumentComment } from '../../../core/pdf/comments.ts';
import { DocumentComments } from '../../../renderer/features/reader/comments/DocumentComments.ts';
import type { PdfHost } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { PdfJob } from '../../../renderer/features/reader/engine/pdfJobs.ts';
import { fakeHost, readerDocument } from './readerBuilders.ts';

const onPage = (filePage: number): DocumentComment => ({
  filePage,
  comment: {
    kind: 'text',
    author: 'Alva Ek',
    time: null,
    text: 'Stämmer det?',
    box: { left: 0, bottom: 0, right: 9, top: 9 },
  },
});

/** A host whose files have a comment on each of these pages. */
function hostWith(pages: readonly number[]): { host: PdfHost; asked: PdfJob[] } {
  const asked: PdfJob[] = [];
  const { host } = fakeHost((job) => {
    asked.push(job);
    return null;
  }, pages.map(onPage));
  return { host, asked };
}

describe('the comments of a document', () => {
  it('are asked for once, in parts, and only of its own pages of the file', async () => {
    const { host, asked } = hostWith([3, 12, 95, 130]);
    const comments = new DocumentComments(host);
    const document = readerDocument({ pageCount: 100, pages: { from: 11, to: 110 } });
    const found = await comments.of(document);
    expect(found.map(({ filePage }) => filePage)).toEqual([12, 95]);
    expect(asked.map((job) => (job.type === 'documentComments' ? [job.from, job.to] : job.type))).toEqual([
      [11, 50],
      [51, 90],
      [91, 110],
    ]);
    await comments.of(document);
    expect(asked).toHaveLength(3);
  });

  it('are none where there is no PDF to read', async () => {
    const { host, asked } = hostWith([1]);
    const comments = new DocumentComments(host);
    expect(await comments.of(readerDocument({ available: false }))).toEqual([]);
    expect(await comments.of(readerDocument({ mediaType: 'image/png' }))).toEqual([]);
    expect(asked).toEqual([]);
    const broken = new DocumentComments(fakeHost(() => failure('documentDamaged')).host);
    expect(await broken.of(readerDocument())).toEqual([]);
  });
});
