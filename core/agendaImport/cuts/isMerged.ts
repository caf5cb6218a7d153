import type { ObservedFile } from '../observed.ts';
import { plainWords } from '../plainWords.ts';

const fewestPages = 4;
const named =
  /\b(handlingar|moteshandlingar|sammantradeshandlingar|arendebunt|kallelse och|kallelse med|kallelse inkl|komplett|hela|samlad|samlat|merged|meeting pack|agenda pack)\b/;

/** Whether a PDF may be several documents in one, so that all of its pages are looked at. */
export const mayBeMerged = (path: string, pdfCount: number): boolean =>
  pdfCount === 1 || named.test(plainWords(path.split('/').at(-1) ?? ''));

/** Whether a file is treated as several documents; its cuts may still be none. */
export function isMerged(file: ObservedFile, all: readonly ObservedFile[]): boolean {
  const { pdf } = file;
  if (pdf === null || pdf.pageCount < fewestPages || pdf.pages.length < pdf.pageCount) return false;
  return mayBeMerged(file.path, all.filter((one) => one.pdf !== null).length);
}
