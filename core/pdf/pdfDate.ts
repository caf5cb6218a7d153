const pattern =
  /^(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2}))?)?)?)?)?(?:(Z)|([+-])(\d{2})(?:'?(\d{2})'?)?)?/;

/**
 * A date of a PDF (ISO 32000-1, 7.9.4) as an instant in milliseconds since 1970. What it leaves out is the earliest it can
 * be; without a time zone it is taken as UTC. Null when it is no date.
 */
export function pdfDate(text: string): number | null {
  const found = pattern.exec(text.trim());
  if (!found) return null;
  const part = (at: number, otherwise: number): number => Number(found[at] ?? otherwise);
  const [year, month, day] = [part(1, 0), part(2, 1), part(3, 1)];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  const isThere =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 61;
  const offset = (found[8] === '-' ? -1 : 1) * (part(9, 0) * 60 + part(10, 0));
  if (!isThere || Math.abs(offset) > 24 * 60) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
}
