/*
 * Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer): YYMMDD-NNNC, with or
 * without century and hyphen; + in place of the hyphen from the year one turns 100. C is the check digit of the nine
 * digits before it by the Luhn algorithm; a coordination number has 60 added to the day. Sources: folkbokföringslagen
 * (1991:481) 18 §, lagen (2022:1697) om samordningsnummer. Organisation numbers have a "month" of 20 or more and never
 * pass for one.
 */

export type PersonalNumberKind = 'personal' | 'coordination';

export interface PersonalNumber {
  readonly kind: PersonalNumberKind;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const hyphens = '-\\u2010\\u2011\\u2012\\u2013\\u2212\\u00ad';
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(18|19|20)?(\\d{2})(\\d{2})(\\d{2})(?:\\s{0,2}[${hyphens}+]\\s{0,2})?(\\d{3})(\\d)(?!\\d|[.,]\\d)`,
  'gu',
);

/** All numbers in a text whose date exists and whose check digit is right. `latest` is the last year anyone can be born. */
export function personalNumbers(text: string, latest: number): readonly PersonalNumber[] {
  const found: PersonalNumber[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, century, year = '', month = '', day = '', serial = '', check] = match;
    if (checkDigit(`${year}${month}${day}${serial}`) !== Number(check)) continue;
    const kind = kindOf({ century, year, month: Number(month), day: Number(day) }, latest);
    if (kind !== null) found.push({ kind, start: match.index, end: match.index + whole.length });
  }
  return found;
}

/** Luhn: every other digit doubled from the first, digits of the products added, up to the next ten. */
export function checkDigit(nine: string): number {
  let sum = 0;
  for (const [at, digit] of [...nine].entries()) {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}

interface Written {
  readonly century: string | undefined;
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function kindOf({ century, year, month, day }: Written, latest: number): PersonalNumberKind | null {
  const years = (century === undefined ? ['18', '19', '20'] : [century])
    .map((first) => Number(first + year))
    .filter((whole) => whole <= latest);
  const exists = (ofMonth: number): boolean => years.some((whole) => isDay(whole, month, ofMonth));
  if (exists(day)) return 'personal';
  return day > 60 && exists(day - 60) ? 'coordination' : null;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
