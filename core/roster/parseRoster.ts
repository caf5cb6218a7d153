import { foldText } from '../find/foldText.ts';
import type { MemberRole } from '../pack/manifest.ts';

/** A person as a roster that was pasted or read from a file names them. */
export interface RosterLine {
  readonly name: string;
  readonly party: string;
  readonly role: MemberRole;
}

/** Why a line of a roster could not be taken as it stands. */
export type RosterFaultKind = 'noName' | 'roleUnknown' | 'twice' | 'tooLong';

export interface RosterFault {
  /** 1-based line of the text. */
  readonly line: number;
  readonly kind: RosterFaultKind;
  /** The words that are the matter. */
  readonly text: string;
}

export interface ParsedRoster {
  readonly people: readonly RosterLine[];
  readonly faults: readonly RosterFault[];
}

const longestName = 200;

/** Words for a role, folded. The longer come first: "vice ordförande" holds "ordförande". */
const roleWords: readonly (readonly [RegExp, MemberRole])[] = [
  [/\b(vice ordf|vice ordforande|vice ordförande|v ordf|vice chair)/, 'viceChair'],
  [/\b(ordf|ordforande|ordförande|chair)/, 'chair'],
  [/\b(ersattare|ersättare|suppleant|substitute|deputy)/, 'substitute'],
  [/\b(ledamot|ledamoter|ledamöter|ordinarie|member)/, 'member'],
];

const folded = (text: string): string => foldText(text).text.trim();

function roleIn(text: string): MemberRole | null {
  const words = folded(text);
  return roleWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/**
 * Reads a roster from pasted text or CSV: one person a line, `name; party; role` with semicolons, tabs or commas, or as
 * lists have it, "Maja Lind (C), ordförande". Headings such as "Ersättare" give the role of those below. Lines with
 * mistakes are told and, where a person can still be made out, taken as a member or substitute.
 */
export function parseRoster(text: string): ParsedRoster {
  const people: RosterLine[] = [];
  const faults: RosterFault[] = [];
  const known = new Set<string>();
  let roleBelow: MemberRole = 'member';
  text.split(/\r\n?|\n/).forEach((written, index) => {
    const line = index + 1;
    const read = readLine(written);
    if (read === null) return;
    if (read.kind === 'columns') return;
    if (read.kind === 'heading') {
      roleBelow = read.role;
      return;
    }
    const { name, party, roleText } = read;
    if (name === '') return void faults.push({ line, kind: 'noName', text: written.trim() });
    if (name.length > longestName)
      return void faults.push({ line, kind: 'tooLong', text: name.slice(0, 60) });
    const role = roleText === '' ? roleBelow : roleIn(roleText);
    if (role === null) faults.push({ line, kind: 'roleUnknown', text: roleText });
    const key = `${folded(name)} ${folded(party)}`;
    if (known.has(key)) return void faults.push({ line, kind: 'twice', text: name });
    known.add(key);
    people.push({ name, party, role: role ?? roleBelow });
  });
  return { people, faults };
}

type ReadLine =
  | { readonly kind: 'columns' }
  | { readonly kind: 'heading'; readonly role: MemberRole }
  | { readonly kind: 'person'; readonly name: string; readonly party: string; readonly roleText: string };

const bullet = /^\s*(?:[-–•*]|\d{1,3}[.)])\s*/;
const columnNames = /^(namn|name|förnamn|fornamn)$/;

function readLine(written: string): ReadLine | null {
  const line = written
    .replace(bullet, '')
    .replaceAll(/\s+(?=\S)/g, (gap) => (gap.includes('\t') ? '\t' : ' '));
  if (line.trim() === '') return null;
  const cells = cellsOf(line);
  if (columnNames.test(folded(cells[0] ?? ''))) return { kind: 'columns' };
  const isBareWord = cells.length === 1 && !line.includes('(') && folded(line).split(' ').length <= 2;
  const heading = isBareWord ? roleIn(line) : null;
  if (heading !== null) return { kind: 'heading', role: heading };
  const [first = '', second = '', third = ''] = cells;
  const inBrackets = /^(.*?)\s*\(([^)]{1,40})\)\s*,?\s*(.*)$/.exec(first);
  if (inBrackets !== null) {
    const [, name = '', party = '', rest = ''] = inBrackets;
    return {
      kind: 'person',
      name: name.trim(),
      party: party.trim(),
      roleText: rest.trim() || second || third,
    };
  }
  // "Maja Lind, ordförande": the second word is a role, not a party.
  if (third === '' && roleIn(second) !== null)
    return { kind: 'person', name: first, party: '', roleText: second };
  return { kind: 'person', name: first, party: second, roleText: third };
}

function cellsOf(line: string): readonly string[] {
  const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  const cells = line.split(separator).map((cell) => cell.trim().replaceAll(/^"|"$/g, '').trim());
  return cells;
}
