import type { PageLook } from '../observed.ts';
import { isSameMatter, registryNumbersIn } from '../registryNumber.ts';
import type { StartSign } from './startSign.ts';
import { foldedLine, sign } from './startSign.ts';

const kindLine =
  /^(?:tjänsteskrivelse|tjänsteutlåtande|protokoll|protokollsutdrag|sammanträdesprotokoll|utdrag ur protokoll|motion(?: till .*)?|interpellation|beslutsunderlag(?: för)?|samrådsredogörelse|planbeskrivning|plankarta|promemoria|pm(?: .{0,60})?|remissvar|missiv|kallelse|föredragningslista|delegationsordning|bilaga \d{1,2}|initiativ .{0,60}|rutin för|policy för|riktlinjer? för|reglemente .*|konsekvensanalys|barnkonsekvensanalys)$/iu;
const facts = [
  /^datum\b/iu,
  /handläggare/iu,
  /(?<!\p{L})(?:dnr|diarie\p{L}*)/iu,
  /^(?:till|mottagare)(?!\p{L})/iu,
];
const topLines = 3;

/** Letterheads: words of a first page that the page before does not have too. */
export function headSigns(page: PageLook, previous: PageLook): readonly StartSign[] {
  const old = new Set(previous.first.slice(0, 10).map(({ text }) => foldedLine(text)));
  const lines = page.first.slice(0, 10).map(({ text }) => text.trim());
  const fresh = lines.filter((text) => !old.has(foldedLine(text)));
  const signs: StartSign[] = [];
  if (fresh.some((text) => kindLine.test(text) && lines.indexOf(text) < topLines))
    signs.push(sign('heading', 2.4));
  const factCount = facts.filter((fact) => fresh.some((text) => fact.test(text))).length;
  if (factCount >= 2) signs.push(sign('heading', 1.4 * factCount));
  if (isOfAnotherMatter(lines, previous)) signs.push(sign('text', 4));
  // The next paragraph of the same minutes, cut out for another matter.
  const [paragraph, last] = [
    paragraphOf(lines),
    paragraphOf(previous.first.slice(0, 10).map(({ text }) => text)),
  ];
  if (paragraph !== null && paragraph !== last) signs.push(sign('heading', 2.6));
  return signs;
}

const matterLines = 8;

/** Both pages have registry numbers at their heads, and none in common. */
function isOfAnotherMatter(lines: readonly string[], previous: PageLook): boolean {
  const own = registryNumbersIn(lines.slice(0, matterLines).join('\n'));
  const before = registryNumbersIn(
    previous.first
      .slice(0, matterLines)
      .map(({ text }) => text)
      .join('\n'),
  );
  return (
    own.length > 0 && before.length > 0 && !own.some((one) => before.some((two) => isSameMatter(one, two)))
  );
}

const paragraphOf = (lines: readonly string[]): string | null =>
  lines.map((text) => /^§\s{0,2}(\d{1,4})\b/u.exec(text.trim())?.[1]).find((one) => one !== undefined) ??
  null;
