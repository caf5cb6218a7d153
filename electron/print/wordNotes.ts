import type { NoteHeading } from '../../core/annotation/noteList.ts';
import type { ListedGroup, ListedNote } from '../../core/print/noteListing.ts';
import { holderName, printedHolders, type PrintedMeeting } from '../../core/print/printedMeeting.ts';
import { block, type TextBlock } from '../../core/print/textBlocks.ts';
import type { PrintTexts } from './printTexts.ts';

/** The list of notes: under their headings, each with its number, class, place, quote and words. */
export function noteBlocks(
  groups: readonly ListedGroup[],
  meeting: PrintedMeeting,
  texts: PrintTexts,
): TextBlock[] {
  const holders = new Map(printedHolders(meeting).map((holder) => [holder.id, holderName(holder)]));
  return [
    block('title', texts.text('print.paper.notes')),
    block('small', meeting.meeting.title),
    ...(groups.length === 0 ? [block('paragraph', texts.text('print.paper.notes.none'))] : []),
    ...groups.flatMap(({ heading, notes }) => [
      block('heading', headingWords(heading, holders, texts)),
      ...notes.flatMap((note) => wordsOf(note, texts)),
    ]),
  ];
}

function headingWords(
  heading: NoteHeading,
  holders: ReadonlyMap<string, string>,
  { text }: PrintTexts,
): string {
  switch (heading.type) {
    case 'meeting':
      return text('print.paper.notes.meeting');
    case 'elsewhere':
      return text('print.paper.notes.elsewhere');
    case 'item':
      return holders.get(heading.item) ?? '';
    case 'briefing':
      return holders.get(heading.briefing) ?? '';
  }
}

function wordsOf(listed: ListedNote, texts: PrintTexts): TextBlock[] {
  const { note, number, quote } = listed;
  const kind = texts.text(`notes.kind.${note.kind}`);
  const noteClass = texts.text(`notes.class.${note.noteClass}`);
  const said = [note.text, ...note.conflictingTexts].filter((words) => words.trim() !== '');
  const place = placeWords(listed, texts);
  return [
    {
      kind: 'entry',
      level: 0,
      label: String(number),
      text: kind,
      end: noteClass,
      isStrong: true,
      part: null,
      ifLeftOut: '',
    },
    ...(place === '' ? [] : [block('small', place, 2)]),
    ...(quote === '' ? [] : [block('quote', texts.text('print.paper.quote', { quote }), 2)]),
    ...said.map((words) => block('paragraph', words, 2)),
  ];
}

function placeWords({ document, page, packPage, note }: ListedNote, { text }: PrintTexts): string {
  if (document === null) return '';
  if (page === null)
    return note.target.selectors.length === 0
      ? document.title
      : text('print.paper.notes.oldPlace', { document: document.title });
  return packPage === null
    ? text('print.paper.notes.page', { document: document.title, page: String(page) })
    : text('print.paper.notes.pageInPack', {
        document: document.title,
        page: String(page),
        packPage: String(packPage),
      });
}
