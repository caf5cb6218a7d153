import type { Block, ListItem } from './pageStructure.ts';

/** Bullets as typed, those of symbol fonts (private use), and the letters that such fonts stand for. */
const bullet = /^(?:[•‣◦▪▫■□●○◆◇►▶–—*·⁃\u2212\uf000-\uf0ff\ufffd-]|o|§)$/u;
const bulletStart = /^(?:[•‣◦▪▫■□●○◆◇►▶–—*·⁃\u2212\uf000-\uf0ff-])\s+/u;
const numberStart = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zåäö][.)]|[ivx]{1,5}[.)])\s+/iu;

/** Whether a label says nothing but that this is an item. */
export function isBulletLabel(label: string): boolean {
  return bullet.test(label.trim());
}

/** Whether a text begins as an item of a list does, with a bullet. */
export function startsWithBullet(text: string): boolean {
  return bulletStart.test(text);
}

/** Whether a text begins as an item of a list does, with a number or letter. */
export function startsWithNumber(text: string): boolean {
  return /^(?:\d{1,3}|[a-zåäö])[.)]\s+/iu.test(text);
}

/** An item whose label is not told apart from its words. */
export function splitLabel(text: string, blocks: readonly Block[]): ListItem {
  const [first, ...rest] = blocks;
  const range = first?.type === 'paragraph' ? first.words[0] : undefined;
  const opening = range ? text.slice(range.start, range.end) : '';
  const found = bulletStart.exec(opening) ?? numberStart.exec(opening);
  if (!found || !range || first?.type !== 'paragraph') return { label: [], isBullet: true, blocks };
  const labelEnd = range.start + found[0].trimEnd().length;
  const bodyStart = range.start + found[0].length;
  const body = bodyStart < range.end ? [{ start: bodyStart, end: range.end }] : [];
  return {
    label: [{ start: range.start, end: labelEnd }],
    isBullet: isBulletLabel(found[0]),
    blocks: [{ ...first, words: [...body, ...first.words.slice(1)] }, ...rest],
  };
}
