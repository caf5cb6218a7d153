/** What the first bytes of a file say it is. `other` is anything that is neither a PDF, a web page nor empty. */
export type Likeness = 'pdf' | 'html' | 'empty' | 'other';

const headerBytes = 1024;
const webPage = /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script)[\s>]/i;
const declaredWebPage = /^\s*<\?xml[^>]*>\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/** Judges a file by its first bytes (1,024 are enough; ISO 32000-1, annex H.3.4.1 allows the header that far in). */
export function looksLike(firstBytes: Uint8Array): Likeness {
  if (firstBytes.length === 0) return 'empty';
  let text = '';
  for (const byte of firstBytes.subarray(0, headerBytes)) text += String.fromCharCode(byte);
  if (text.includes('%PDF-')) return 'pdf';
  const start = text.replace(/^\u00ef\u00bb\u00bf/, '');
  return webPage.test(start) || declaredWebPage.test(start) ? 'html' : 'other';
}
