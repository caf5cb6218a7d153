import type { PdfFile, PdfJob } from './pdfJobs.ts';

/** What hangs a worker is the page, whatever is asked of it. */
export function keyOf(job: PdfJob): string {
  return 'page' in job ? pageKey(job.file, job.page) : `${job.type} of ${job.file.sha256}`;
}

export const pageKey = (file: PdfFile, page: number): string => `page ${page} of ${file.sha256}`;

/** The page of a failure, for its wording. */
export function pageDetail(job: PdfJob): { detail: Record<string, number> } | Record<string, never> {
  return 'page' in job ? { detail: { page: job.page } } : {};
}
