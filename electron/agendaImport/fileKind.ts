import { open } from 'node:fs/promises';
import path from 'node:path';
import { looksLikeHtml } from '../packs/classifyFile.ts';

/** What a file is, by its first bytes; the name decides only where bytes say nothing. */
export type FileKind =
  | 'pdf'
  | 'html'
  | 'empty'
  | 'picture'
  | 'word'
  | 'openDocument'
  | 'oldOffice'
  | 'zip'
  | 'text'
  | 'other'
  | 'unknown';

const headBytes = 1024;
const officeExtensions = new Set(['.xlsx', '.pptx', '.ods']);

export async function fileKind(file: string, name: string): Promise<FileKind> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return kindOf(buffer.subarray(0, bytesRead), path.extname(name).toLowerCase());
  } finally {
    await handle.close();
  }
}

function kindOf(head: Buffer, extension: string): FileKind {
  if (head.length === 0) return 'empty';
  const start = head.toString('latin1');
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006'))
    return kindOfZip(start, extension);
  // Mail gateways and scanners put bytes before it; readers allow for a kilobyte (ISO 32000-1, annex H.3.4.1).
  if (start.includes('%PDF-')) return 'pdf';
  if (looksLikeHtml(head)) return 'html';
  if (start.startsWith('\u0089PNG\r\n') || start.startsWith('\u00ff\u00d8\u00ff')) return 'picture';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0') || start.startsWith('{\\rtf')) return 'oldOffice';
  if (['.txt', '.csv', '.tsv'].includes(extension)) return 'text';
  // A PDF whose beginning is gone is still what the secretary meant by it.
  return extension === '.pdf' ? 'pdf' : 'unknown';
}

function kindOfZip(start: string, extension: string): FileKind {
  if (start.includes('application/vnd.oasis.opendocument.text') || extension === '.odt')
    return 'openDocument';
  if (extension === '.docx') return 'word';
  return officeExtensions.has(extension) ? 'other' : 'zip';
}
