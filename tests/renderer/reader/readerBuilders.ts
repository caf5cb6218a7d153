import type { DocumentComment } from '../../../core/pdf/comments.ts';
import type { PageGeometry } from '../../../core/pdf/pageGeometry.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import type { PageText } from '../../../core/text/pageText.ts';
import type { PdfHost, PdfRequest } from '../../../renderer/features/reader/engine/pdfHost.ts';
import type { PdfJob, PdfResults } from '../../../renderer/features/reader/engine/pdfJobs.ts';
import type { Result } from '../../../core/errors.ts';
import type { ReaderDocument, ReaderMark } from '../../../renderer/features/reader/readerTypes.ts';
import { charactersOf, paragraph } from '../../core/text/charactersOf.ts';

let count = 0;

export function readerDocument(more: Partial<ReaderDocument> = {}): ReaderDocument {
  count++;
  return {
    id: `d${count}`,
    title: 'Tjänsteskrivelse Kyrkbyn',
    documentKind: 'officialReport',
    sha256: String(count).padStart(64, '0'),
    mediaType: 'application/pdf',
    size: 1000,
    pageCount: 3,
    pages: null,
    firstPackPage: 10,
    personalData: false,
    available: true,
    change: 'none',
    readState: 'unread',
    position: null,
    itemId: 'i1',
    briefingId: null,
    ...more,
  };
}

export function readerMark(document: ReaderDocument, more: Partial<ReaderMark> = {}): ReaderMark {
  return {
    id: 'm1',
    kind: 'highlight',
    colour: 'green',
    noteClass: 'private',
    documentId: document.id,
    sha256: document.sha256,
    filePage: 1,
    quads: [[50, 710, 100, 710, 50, 700, 100, 700]],
    text: '',
    ...more,
  };
}

export const geometry: PageGeometry = { left: 0, bottom: 0, right: 600, top: 800, quarterTurns: 0 };

export const pageText = (page: number): PageText =>
  layOutText(charactersOf(...paragraph([`Sida ${page} av handlingen`, 'Nämnden beslutar att anta planen.'])));

/** Answers as the worker would, for files that are as `fails` says; keeps what was asked. */
export function fakeHost(
  fails: (job: PdfJob) => Result<never> | null = () => null,
  comments: readonly DocumentComment[] = [],
) {
  const asked: PdfJob[] = [];
  /** Pages; null for a file as a whole. */
  const retried: (number | null)[] = [];
  const answer = (job: PdfJob): PdfResults[keyof PdfResults] => {
    switch (job.type) {
      case 'sizes':
        return {
          pageCount: 100,
          hasForm: false,
          sizes: Array.from({ length: job.to - job.from + 1 }, () => ({ width: 600, height: 800 })),
        };
      case 'draw': {
        const { width, height } = job.area;
        return { bitmap: { width, height, close: () => undefined }, geometry };
      }
      case 'text':
        return pageText(job.page);
      case 'structure':
        return {
          text: pageText(job.page),
          structure: { source: 'looks', language: 'sv', blocks: [], hasDrawings: false },
        };
      case 'links':
      case 'comments':
        return [];
      case 'documentComments':
        return comments.filter(({ filePage }) => filePage >= job.from && filePage <= job.to);
      case 'outline':
        return { entries: [], isCut: false };
    }
  };
  const host: PdfHost = {
    warm: () => undefined,
    dispose: () => undefined,
    tryAgain: (_, page) => void retried.push(page),
    request<J extends PdfJob>(job: J): PdfRequest<PdfResults[J['type']]> {
      asked.push(job);
      const outcome = fails(job) ?? { ok: true as const, value: answer(job) as PdfResults[J['type']] };
      return { answer: Promise.resolve(outcome), cancel: () => undefined };
    },
  };
  return { host, asked, retried };
}
