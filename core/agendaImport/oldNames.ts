/*
 * Names in ZIPs that do not say how they are written: most old Swedish ones are in code page 850, 437 or 865 (DOS), or in
 * Windows' 1252. Upper halves, from 0x80.
 */
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
/** The Nordic one: 437 with ø, Ø and ¤. */
const cp865 = cp437.replace('¢', 'ø').replace('¥', 'Ø').replace('»', '¤');
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■\u00a0';
const cp1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';

const upperHalves = [cp1252, cp850, cp437, cp865];
const half = 0x80;

/** DOS has the section sign among the control characters, which no name may hold. */
const dosSection = 0x15;

const decoded = (bytes: Uint8Array, upper: string): string =>
  [...bytes]
    .map((byte) => {
      if (byte === dosSection) return '§';
      return byte < half ? String.fromCharCode(byte) : upper.charAt(byte - half);
    })
    .join('');

/** Letters of Swedish names count for, what no name has counts against. */
function likeliness(text: string): number {
  let score = 0;
  for (const character of text) {
    if (character.charCodeAt(0) < half) continue;
    if (/[åäöÅÄÖ]/u.test(character)) score += 3;
    else if (/[éÉüÜè§–—’”“]/u.test(character)) score += 1;
    else if (/\p{L}/u.test(character)) score -= 1;
    else score -= 3;
  }
  return score;
}

const plainly = (name: string | null): string =>
  (name ?? '').replaceAll(String.fromCharCode(dosSection), '§').normalize('NFC');

/**
 * The names of a ZIP's entries that carry no mark of UTF-8, guessed for all of them together, because one program wrote
 * them: UTF-8 when all are valid, else the code page that gives the most Swedish letters.
 */
export function oldNames(
  names: readonly Uint8Array[],
  utf8: (bytes: Uint8Array) => string | null,
): readonly string[] {
  const asUtf8 = names.map(utf8);
  if (asUtf8.every((name) => name !== null)) return asUtf8.map(plainly);
  const readings = upperHalves.map((upper) => names.map((bytes) => decoded(bytes, upper)));
  const scored = readings.map((reading) => ({
    reading,
    score: reading.reduce((sum, name) => sum + likeliness(name), 0),
  }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.reading ?? [];
}
