/**
 * The letters and digits of a text, lower-case, and nothing else. Two printings of the same words have the same skeleton
 * whatever their line breaks, hyphens, spaces, ligatures and quotation marks, so that most of what a replaced document
 * changes is gone before anything is compared.
 */
export interface Skeleton {
  readonly text: string;
  /** For each UTF-16 unit of `text`: the offset in the original of the character it comes from. */
  readonly starts: Uint32Array;
}

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
const kept = /[\p{L}\p{N}]/u;
const cluster = /\P{M}\p{M}*|\p{M}+/suy;
/** No mark that composes with the letter before it has a smaller code. */
const firstMark = 0x300;
/** From À on, but for × and ÷, everything before the marks is a letter that is composed already. */
const firstComposed = 0xc0;
const latinEnd = 0x250;

/** The skeleton of any text. Composes first (NFC), because producers differ in how they write å, ä and ö. */
export function skeletonOf(original: string): Skeleton {
  let text = '';
  const starts: number[] = [];
  for (let at = 0; at < original.length;) {
    const code = original.charCodeAt(at);
    if (code < latinEnd && !(original.charCodeAt(at + 1) >= firstMark)) {
      if (isPlainLetter(code)) {
        const lower = original.charAt(at).toLowerCase();
        text += lower;
        for (let unit = 0; unit < lower.length; unit += 1) starts.push(at);
      }
      at += 1;
      continue;
    }
    cluster.lastIndex = at;
    const found = cluster.exec(original)?.[0] ?? original.charAt(at);
    const part = keptPart(found);
    text += part;
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at);
    at += found.length;
  }
  return { text, starts: Uint32Array.from(starts) };
}

/** Letters and digits of the first pages of Unicode, of which most text consists. */
function isPlainLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  if (code >= firstComposed) return code !== 0xd7 && code !== 0xf7;
  return kept.test(String.fromCharCode(code));
}

function keptPart(found: string): string {
  const spelled = ligatures[found] ?? found.normalize('NFC');
  return kept.test(spelled) ? spelled.toLowerCase() : '';
}

/** The first unit of the skeleton that comes from `offset` of the original or later. */
export function skeletonOffset(skeleton: Skeleton, offset: number): number {
  let low = 0;
  let high = skeleton.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((skeleton.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
