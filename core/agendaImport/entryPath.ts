const clutter = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$|Icon\r$)/i;
// Control characters are what this rule is about.
// oxlint-disable-next-line no-control-regex
const unfit = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const deepest = 12;
const longest = 1000;

/** What operating systems and Office leave lying about, and what is hidden. */
export const isHidden = (name: string): boolean => clutter.test(name);

/**
 * The relative path that a name in a ZIP or a folder stands for: NFC, with `/`. `unsafe` when it leads out of its
 * folder, is absolute, or has characters that could deceive; `hidden` when it or a folder of it is.
 */
export function entryPath(
  name: string,
): { readonly path: string } | { readonly why: 'unsafeName' | 'hidden' } {
  const path = name.normalize('NFC').replaceAll('\\', '/');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const leadsOut = path.startsWith('/') || /^[a-z]:/iu.test(path) || parts.includes('..');
  if (leadsOut || unfit.test(path) || parts.length === 0 || parts.length > deepest || path.length > longest)
    return { why: 'unsafeName' };
  return parts.some(isHidden) ? { why: 'hidden' } : { path: parts.join('/') };
}
