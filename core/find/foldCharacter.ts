/** å, ä and ö are letters of their own in Swedish; every other accent is only a mark on a letter. */
const ownLetters = new Set('åäöÅÄÖ');
const marks = /\p{M}+/gu;

/** One composed character as it is searched, with its capital. May be nothing, for a mark that stands alone. */
export function foldCharacter(character: string): string {
  if (character < '\u0080') return character === '`' ? "'" : character;
  if (/[‐‑‒–—−]/.test(character)) return '-';
  if (/[”“„]/.test(character)) return '"';
  if (/[’‘´]/.test(character)) return "'";
  return ownLetters.has(character) ? character : character.normalize('NFD').replace(marks, '');
}
