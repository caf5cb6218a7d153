const swedish = 'sv';
const wellFormed = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
/** Of the letters of Swedish running text about one in fifteen is å, ä or ö. */
const swedishShare = 0.02;
/** A name with an ö in a few English words says nothing. */
const enoughLetters = 100;

/**
 * The language that a text is to be read aloud in: what the file says, else Swedish. Word processors call Swedish text
 * English when nobody told them otherwise; letters that English does not have are believed more.
 */
export function spokenLanguage(declared: string, text: string): string {
  const language = wellFormed.test(declared) ? declared : swedish;
  if (!/^en\b/i.test(language)) return language;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = text.match(/[åäö]/giu)?.length ?? 0;
  return own >= swedishShare * Math.max(letters, enoughLetters) ? swedish : language;
}
