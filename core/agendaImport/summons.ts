import type { AgendaEntry } from './agendaEntry.ts';
import { agendaFromLines } from './agendaText.ts';
import { allowedText } from './allowedText.ts';
import type { DescribedDocument } from './describedDocument.ts';
import type { ObservedFile, PageLook } from './observed.ts';
import type { ImportProposal } from './proposal.ts';
import { swedishInstantIn } from './swedishTime.ts';

export interface Summons {
  /** Empty when no summons was found, or no agenda in it. */
  readonly agenda: readonly AgendaEntry[];
  readonly meeting: ImportProposal['meeting'];
}

const mostPages = 12;
const fewestItems = 3;
const none: Summons = { agenda: [], meeting: { title: null, bodyName: null, start: null, place: null } };

/** What the summons among the documents says of the meeting and its agenda. */
export function readSummons(
  files: readonly ObservedFile[],
  documents: readonly DescribedDocument[],
  newId: () => string,
): Summons {
  const summons = documents.find(({ documentKind }) => documentKind === 'summons');
  const pdf = files.find(({ sha256 }) => sha256 === summons?.observed.sha256)?.pdf;
  if (summons === undefined || pdf === null || pdf === undefined) return none;
  const from = (summons.observed.pages?.from ?? 1) - 1;
  const to = Math.min(summons.observed.pages?.to ?? pdf.pages.length, from + mostPages);
  return summonsOfPages(pdf.pages.slice(from, to), newId);
}

/** The same, from the pages of a summons. */
export function summonsOfPages(pages: readonly PageLook[], newId: () => string): Summons {
  const text = pages.map((page) => page.text).join('\n');
  const lines = text.split('\n').map((line) => line.trim());
  const agenda = agendaFromLines(
    lines.filter((line) => line !== ''),
    newId,
  );
  const bodyName = allowedOrNull(bodyIn(lines));
  return {
    agenda:
      agenda.length >= fewestItems && saysSummons.test(text.slice(0, 2500)) && !areSentences(agenda)
        ? agenda
        : [],
    meeting: {
      title: bodyName,
      bodyName,
      start: swedishInstantIn(text.slice(0, 3000)),
      place: placeIn(lines),
    },
  };
}

const allowedOrNull = (text: string | null): string | null =>
  text === null ? null : allowedText(text) || null;

const saysSummons = /kallelse|kallas|föredragningslista|dagordning|ärendelista|summons|agenda/iu;

/** The points of a proposal to decide are numbered too. */
const areSentences = (agenda: readonly AgendaEntry[]): boolean =>
  agenda.filter(({ title }) => /[.!?]$/.test(title)).length > 0.4 * agenda.length;

const body =
  /(?<!\p{L})(\p{L}[\p{L}-]*(?:(?:\s(?:och|samt)\s|-\s?och\s)\p{L}[\p{L}-]*)?(?:nämnden|nämnd|styrelsen|fullmäktige|utskottet|utskott|beredningen|beredning))(?!\p{L})/iu;

function bodyIn(lines: readonly string[]): string | null {
  const found = lines
    .slice(0, 20)
    .map((line) => body.exec(line)?.[1])
    .find((name) => name !== undefined);
  return found === undefined ? null : found.charAt(0).toLocaleUpperCase('sv') + found.slice(1);
}

function placeIn(lines: readonly string[]): string | null {
  const head = lines.slice(0, 40);
  for (const [at, line] of head.entries()) {
    const found = /^(?:plats(?: och tid)?|lokal|sammanträdesplats|place|location)\s*[:\t]?\s*(.*)$/iu.exec(
      line,
    );
    if (found === null) continue;
    const place = (found[1] ?? '') === '' ? (head[at + 1] ?? '') : (found[1] ?? '');
    const words = place.split(/\t|,?\s(?:måndag|tisdag|onsdag|torsdag|fredag|kl)/iu)[0]?.trim() ?? '';
    if (/\p{L}{2}/u.test(words)) return words.slice(0, 120);
  }
  return null;
}
