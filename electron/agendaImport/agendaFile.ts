import fs from 'node:fs/promises';
import type { AgendaEntry } from '../../core/agendaImport/agendaEntry.ts';
import { agendaFromTable } from '../../core/agendaImport/agendaTable.ts';
import { agendaFromText } from '../../core/agendaImport/agendaText.ts';
import { documentKindFromWords } from '../../core/agendaImport/wordsOfKind.ts';
import type { FileKind } from './fileKind.ts';
import { tableRows, textLines } from './htmlText.ts';
import type { SourceFile } from './listSources.ts';
import { wordHtml } from './wordHtml.ts';

const mostBytes = 5 * 2 ** 20;
const fewestItems = 2;

/**
 * The agenda that a text, CSV or Word file holds; null when it holds none. A Word file among others must be named as an
 * agenda or summons: a report has tables too.
 */
export async function readAgendaFile(
  file: SourceFile & { readonly kind: FileKind },
  isAlone: boolean,
  newId: () => string,
): Promise<readonly AgendaEntry[] | null> {
  if (file.size > mostBytes) return null;
  if (file.kind === 'text') {
    const entries = agendaFromText(decodedText(await fs.readFile(file.file)), newId);
    return entries.length >= fewestItems ? entries : null;
  }
  const isNamed = documentKindFromWords(file.relative.split('/').at(-1) ?? '') === 'summons';
  if (file.kind !== 'word' || !(isAlone || isNamed)) return null;
  const html = await wordHtml(file.file, file.relative);
  if (!html.ok) return null;
  const tables = tableRows(html.value).map((rows) => agendaFromTable(rows, newId));
  const longest = tables.toSorted((a, b) => b.length - a.length)[0] ?? [];
  // A table of fees is no agenda: its rows have no numbers.
  const numberedRows = longest.filter(({ number }) => number !== null).length;
  if (longest.length >= fewestItems && (isNamed || 2 * numberedRows >= longest.length)) return longest;
  const numbered = textLines(html.value).filter((line) => /\d/.test(line));
  const entries = agendaFromText(numbered.join('\n'), newId).filter(({ number }) => number !== null);
  return entries.length >= fewestItems + 1 ? entries : null;
}

/** UTF-8, UTF-16 with its mark, else Windows' code page. */
export function decodedText(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
