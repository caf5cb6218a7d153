import type { Annotation } from '../annotation/annotation.ts';
import { quoteOf } from '../annotation/noteList.ts';

/** A note and where it stands, in the person's words. */
export interface ListedNote {
  readonly note: Annotation;
  /** "7. Detaljplan Kyrkbyn". */
  readonly heading: string;
  readonly document: string;
  /** Page of the document, and in the pack; empty when it is on no page. */
  readonly page: string;
  readonly packPage: string;
  readonly kind: string;
  readonly noteClass: string;
  readonly colour: string;
  readonly created: string;
}

export interface NotesCsvColumns {
  readonly heading: string;
  readonly document: string;
  readonly page: string;
  readonly packPage: string;
  readonly kind: string;
  readonly noteClass: string;
  readonly colour: string;
  readonly quote: string;
  readonly text: string;
  readonly tags: string;
  readonly created: string;
}

/**
 * Notes as CSV (RFC 4180) for spreadsheets: a byte order mark so that å, ä and ö survive, semicolons as Swedish Excel
 * expects, and nothing that a spreadsheet would take for a formula.
 */
export function notesCsv(notes: readonly ListedNote[], columns: NotesCsvColumns): string {
  const names = [
    columns.heading,
    columns.document,
    columns.page,
    columns.packPage,
    columns.kind,
    columns.noteClass,
    columns.colour,
    columns.quote,
    columns.text,
    columns.tags,
    columns.created,
  ];
  const rows = notes.map((listed) => [
    listed.heading,
    listed.document,
    listed.page,
    listed.packPage,
    listed.kind,
    listed.noteClass,
    listed.colour,
    quoteOf(listed.note),
    [listed.note.text, ...listed.note.conflictingTexts].join('\n'),
    (listed.note.tags ?? []).map(({ name }) => name).join(', '),
    listed.created,
  ]);
  return `\uFEFF${[names, ...rows].map((row) => row.map(csvField).join(';')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; an apostrophe before what would be run as a formula (OWASP, CSV injection). */
export function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
