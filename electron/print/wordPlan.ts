import { isDrawnKind } from '../../core/annotation/annotation.ts';
import { strokesInFrame } from '../../core/annotation/drawn/drawnFrame.ts';
import type { ListedGroup, ListedNote } from '../../core/print/noteListing.ts';
import {
  holderName,
  type PrintedDocument,
  type PrintedHolder,
  type PrintedMeeting,
} from '../../core/print/printedMeeting.ts';
import type { PlannedEntry, PlannedPart, PrintPlan } from '../../core/print/printPlan.ts';
import { block, type TextBlock } from '../../core/print/textBlocks.ts';
import type { ComposeBookmark, ComposePart, DrawnMark, FilePart } from './composeMessages.ts';
import { leftOutCodes } from './composeMessages.ts';
import { briefingBlocks } from './wordBriefing.ts';
import { noteBlocks } from './wordNotes.ts';
import type { PrintTexts } from './printTexts.ts';

/** What a plan is worded with. */
export interface Wording {
  readonly meeting: PrintedMeeting;
  readonly plan: PrintPlan;
  readonly texts: PrintTexts;
  /** All notes that belong to what is printed. */
  readonly notes: readonly ListedGroup[];
  /** Notes are drawn on the pages. */
  readonly marked: boolean;
  readonly stamped: boolean;
  /** Where the bytes of a document lie; null when they are not here. */
  readonly pathOf: (sha256: string) => string | null;
}

/** A plan with its words, as it is composed: what stands on pages of text, stamps, marks and bookmarks. */
export function wordPlan(wording: Wording): {
  readonly parts: ComposePart[];
  readonly bookmarks: ComposeBookmark[];
} {
  const { plan } = wording;
  return {
    parts: plan.parts.map((part) => wordPart(part, wording)),
    bookmarks: plan.entries.map(({ level, of, part }) => ({
      level,
      title: nameOf(of, wording.texts),
      // What comes to no paper of its own stands in the contents.
      part: part ?? 0,
    })),
  };
}

function wordPart(part: PlannedPart, wording: Wording): ComposePart {
  const { texts, meeting } = wording;
  const footer = meeting.meeting.title;
  switch (part.type) {
    case 'contents':
      return { kind: 'text', blocks: contents(wording), footer };
    case 'document':
      return wordDocument(part.document, part.pages, wording);
    case 'sealed':
      return { kind: 'text', blocks: sealedBlocks(part.holder, texts), footer };
    case 'briefing':
      return { kind: 'text', blocks: briefingBlocks(part.briefing, texts), footer };
    case 'notes':
      return { kind: 'text', blocks: noteBlocks(wording.notes, meeting, texts), footer };
  }
}

function wordDocument(document: PrintedDocument, pages: readonly number[], wording: Wording): FilePart {
  const { texts, meeting, stamped, pathOf } = wording;
  const { title, sha256, mediaType, firstPackPage } = document;
  const format = formatOf(mediaType);
  const marks = wording.marked ? marksOf(document, wording.notes) : new Map<number, DrawnMark[]>();
  const filePage = (page: number): FilePart['pages'][number] => {
    const packPage = firstPackPage === null ? null : firstPackPage + page - 1;
    const { revision } = meeting.meeting;
    return {
      page: (document.pages?.from ?? 1) + page - 1,
      stamp:
        stamped && packPage !== null
          ? texts.text('print.paper.stamp', { page: `${packPage}`, revision })
          : null,
      label: packPage === null ? null : String(packPage),
      marks: marks.get(page) ?? [],
    };
  };
  const notice = (head: string, why: string): TextBlock[] => [
    block('title', title),
    block('heading', head),
    block('paragraph', why),
  ];
  const instead: FilePart['instead'] = {};
  for (const code of leftOutCodes) {
    const why =
      format === 'other' ? texts.text('print.paper.otherFormat') : texts.text(`print.paper.why.${code}`);
    instead[code] = notice(texts.text('print.paper.leftOut'), why);
  }
  return {
    kind: 'file',
    path: pathOf(sha256),
    format,
    pages: pages.map(filePage),
    instead,
    someMissing: notice(texts.text('print.paper.someMissing'), texts.text('print.paper.someMissingText')),
  };
}

function formatOf(mediaType: string): FilePart['format'] {
  switch (mediaType) {
    case 'application/pdf':
      return 'pdf';
    case 'image/png':
      return 'png';
    case 'image/jpeg':
      return 'jpeg';
    default:
      return 'other';
  }
}

/** By the document's own page. */
function marksOf(
  document: PrintedDocument,
  groups: readonly ListedGroup[],
): ReadonlyMap<number, DrawnMark[]> {
  const marks = new Map<number, DrawnMark[]>();
  for (const listed of groups.flatMap(({ notes }) => notes)) {
    if (listed.document?.id !== document.id || listed.page === null) continue;
    marks.set(listed.page, [...(marks.get(listed.page) ?? []), drawn(listed)]);
  }
  return marks;
}

function drawn({ note, number, quads }: ListedNote): DrawnMark {
  const { kind, colour, text } = note;
  const isMark = kind === 'highlight' || kind === 'underline';
  const sound = quads.filter((quad) => quad.length === 8 && quad.every(Number.isFinite));
  const own = onPageItself(note, sound);
  return {
    kind: isMark ? kind : 'note',
    colour: colour ?? 'yellow',
    quads: sound.map((quad) => [...quad]),
    // A mark without words says all it has to say where it stands.
    badge: isMark && text.trim() === '' ? null : kind === 'question' ? `${number} ?` : String(number),
    ...own,
  };
}

/** What of a note stands on the page itself; words written there need no badge that leads to them. */
function onPageItself(
  { kind, text, strokes = [], textLook }: ListedNote['note'],
  quads: readonly (readonly number[])[],
): Partial<DrawnMark> {
  if (!isDrawnKind(kind) || quads.length === 0) return {};
  if (kind === 'freeText')
    return { kind, badge: null, words: { text, ...(textLook ?? { size: 12, colour: 'black' }) } };
  if (kind === 'area') return { kind };
  return {
    kind,
    ...(text.trim() === '' ? { badge: null } : {}),
    strokes: strokesInFrame(strokes, quads[0]).map(({ points, width, colour }) => ({
      points: [...points],
      width,
      colour,
    })),
  };
}

function contents(wording: Wording): TextBlock[] {
  const { meeting, plan, texts } = wording;
  const { title, start, place, bodyName, municipality, revision } = meeting.meeting;
  const when = [texts.date(start), texts.time(start), place ?? ''].filter((fact) => fact !== '').join(', ');
  return [
    block('title', title),
    block('paragraph', when),
    block('small', texts.text('print.paper.facts', { body: bodyName, municipality })),
    block('small', texts.text('print.paper.revision', { revision })),
    block('heading', texts.text('print.paper.contents')),
    block('small', texts.text('print.paper.packPagesHead')),
    ...plan.entries.filter(({ of }) => of !== 'contents').map((entry) => contentsRow(entry, texts)),
  ];
}

function contentsRow({ level, of, part }: PlannedEntry, texts: PrintTexts): TextBlock {
  const row = {
    kind: 'entry' as const,
    level,
    part,
    label: '',
    end: '',
    isStrong: level === 0,
    ifLeftOut: texts.text('print.paper.leftOutRow'),
  };
  if (of === 'contents' || of === 'notes') return { ...row, text: nameOf(of, texts) };
  if ('sha256' in of) return { ...row, level: level + 1, text: of.title, end: packPagesOf(of, texts) };
  const { item, briefing } = of;
  const sealed = (item ?? briefing)?.sealed ?? null;
  return {
    ...row,
    isStrong: true,
    // Its documents say themselves what became of them.
    ifLeftOut: '',
    label: item?.number ?? '',
    text: item?.title ?? briefing?.unit.name ?? '',
    end: sealed === null ? '' : texts.text('print.paper.sealed.row', { reason: sealed.reason }),
  };
}

function packPagesOf({ firstPackPage, pageCount }: PrintedDocument, texts: PrintTexts): string {
  if (firstPackPage === null || pageCount === 0) return texts.text('print.paper.withoutPages');
  const last = String(firstPackPage + pageCount - 1);
  return texts.text('print.paper.packPages', {
    first: pageCount === 1 ? 'same' : String(firstPackPage),
    last,
  });
}

function nameOf(of: PlannedEntry['of'], texts: PrintTexts): string {
  if (of === 'contents') return texts.text('print.paper.contents');
  if (of === 'notes') return texts.text('print.paper.notes');
  return 'sha256' in of ? of.title : holderName(of);
}

function sealedBlocks(holder: PrintedHolder, { text }: PrintTexts): TextBlock[] {
  const sealed = (holder.item ?? holder.briefing)?.sealed ?? null;
  if (sealed === null) return [];
  return [
    block('title', holderName(holder)),
    block('heading', text('print.paper.leftOut')),
    block('paragraph', text(`print.paper.sealed.${sealed.reason}`)),
    ...(sealed.ground === null
      ? []
      : [block('paragraph', text('print.paper.sealed.ground', { ground: sealed.ground }))]),
    block('small', text('print.paper.sealed.pages', { count: sealed.pageCount })),
  ];
}
