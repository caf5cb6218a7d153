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

/** The skeleton of any text. Composes first (NFC), because producers differ in how they write å, ä and ö. */
export function skeletonOf(original: string): Skeleton {
  const parts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const cluster of original.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    const part = keptPart(cluster);
    if (part !== '') {
      parts.push(part);
      for (let unit = 0; unit < part.length; unit += 1) starts.push(at);
    }
    at += cluster.length;
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts) };
}

function keptPart(cluster: string): string {
  const code = cluster.charCodeAt(0);
  if (cluster.length === 1 && code < 0x80) {
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    return isDigit || isLetter ? cluster.toLowerCase() : '';
  }
  const spelled = ligatures[cluster] ?? cluster.normalize('NFC');
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
