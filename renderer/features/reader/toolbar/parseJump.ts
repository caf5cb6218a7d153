/** Which count a number in the jump field means. */
export type PageCount = 'document' | 'pack';

export interface JumpTarget {
  readonly count: PageCount;
  readonly page: number;
}

const packWords = /^(?:p|pkt|paket(?:sida)?|pack(?:\s*page)?|s|sid|sida|sidan|page|pg)\.?$/;
const documentWords = /^(?:d|dok|dokument|handling(?:en)?|h|doc|document)\.?$/;

/**
 * Reads what was typed into the jump field. A bare number counts as the switch beside the field says; `p214`, `s 214` and
 * "sid 214 i paketet" always mean the pack, `d3` and "3 / 12" always the document. Null when it holds no page.
 */
export function parseJump(typed: string, counting: PageCount): JumpTarget | null {
  const text = typed.trim().toLocaleLowerCase('sv');
  const found = /^(\D*?)\s*(\d{1,6})\s*(\D.*)?$/.exec(text);
  const page = Number(found?.[2] ?? 0);
  if (!found || page < 1) return null;
  const before = (found[1] ?? '').trim();
  const after = (found[3] ?? '').trim();
  if (/^\/\s*\d+$/.test(after)) return { count: 'document', page };
  if (/paket|pack|rev/.test(after)) return { count: 'pack', page };
  if (/handling|dokument|document/.test(after)) return { count: 'document', page };
  if (after !== '') return null;
  if (before === '') return { count: counting, page };
  if (packWords.test(before)) return { count: 'pack', page };
  return documentWords.test(before) ? { count: 'document', page } : null;
}
