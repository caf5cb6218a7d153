import path from 'node:path';
import type { Annotation, NoteClass } from '../../core/annotation/annotation.ts';
import { sortNotes } from '../../core/annotation/noteList.ts';
import type { Handlers } from '../../core/contract.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { freeName, savableWords } from '../../core/files/savableName.ts';
import type { AgendaEntry, DocumentEntry, MeetingView } from '../../core/library/views.ts';
import type { ListedNote } from '../../core/noteExport/notesCsv.ts';
import { notesCsv } from '../../core/noteExport/notesCsv.ts';
import { webAnnotationPage } from '../../core/noteExport/webAnnotations.ts';
import { itemHeading, itemSheets } from '../../core/preparation/sheet.ts';
import type { SheetNote } from '../../core/preparation/sheet.ts';
import { sheetDocument } from '../../core/preparation/sheetDocument.ts';
import type { TextDocument } from '../../core/preparation/textDocument.ts';
import { htmlOf, markdownOf } from '../../core/preparation/textDocument.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { AnnotatedCopies } from '../annotatedCopy/copyClient.ts';
import { copiedMarks } from '../annotatedCopy/copiedMark.ts';
import type { PageToPdf } from '../issuing/pageToPdf.ts';
import type { WriteFile } from '../issuing/writeFile.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import { calendarEntries } from '../preparation/calendarEntries.ts';
import type { PreparationData } from '../preparation/preparationStore.ts';
import { preparationOf } from '../preparation/preparationStore.ts';
import { preparationTexts, sheetWords, whenAndWhere } from '../preparation/preparationTexts.ts';
import type { ReadingPlans } from '../preparation/readingPlans.ts';
import type { DurableStore } from '../storage/store.ts';
import { digestHandlers } from './digest.ts';
import type { Dialogs } from './ports.ts';
import { readingPlanHandlers } from './readingPlan.ts';

/** What the handlers of `preparation` work on. */
export interface PreparationHandlerParts {
  readonly library: Pick<LibraryService, 'meetingView' | 'documentFile'>;
  readonly notes: Pick<NotesService, 'list'>;
  /** The same notes where they stand in the revision shown. */
  readonly standingNotes: Pick<NotesService, 'list'>;
  readonly dialogs: Pick<Dialogs, 'chooseFileToSave' | 'chooseFolderToSaveIn'>;
  readonly copies: AnnotatedCopies;
  readonly pageToPdf: PageToPdf;
  readonly wordFile: (document: TextDocument) => Promise<Uint8Array>;
  readonly writeFile: WriteFile;
  readonly readFile: (file: string) => Promise<Result<Uint8Array>>;
  readonly language: () => Language;
  readonly now: () => number;
  readonly plans: ReadingPlans;
  readonly store: DurableStore<PreparationData>;
  /** With what the person may read of sealed items. */
  readonly unlocked: (view: MeetingView) => MeetingView;
}

export function preparationHandlers(parts: PreparationHandlerParts): Handlers['preparation'] {
  const { dialogs, writeFile, now } = parts;
  const save = async (
    suggested: string,
    extension: string,
    bytes: () => Promise<Uint8Array>,
  ): Promise<Result<{ file: string } | null>> => {
    const file = await dialogs.chooseFileToSave(`${savableWords(suggested)}.${extension}`, extension);
    if (file === null) return ok(null);
    const written = await writeFile(file, await bytes());
    return written.ok ? ok({ file }) : written;
  };
  return {
    saveSheet: async ({ meetingId, itemIds, as, classes, withConflict, pictures = {} }) => {
      const found = await meetingWithNotes(parts, parts.standingNotes, meetingId);
      if (!found.ok) return found;
      const { meeting, annotations } = found.value;
      const t = preparationTexts(parts.language());
      const sheets = itemSheets(meeting.agenda, annotations).filter(
        ({ item }) => itemIds === null || itemIds.includes(item.id),
      );
      const title = `${t('preparation.title')}: ${meeting.meeting.title}`;
      const words = sheetWords(parts.language(), {
        title,
        meeting: whenAndWhere(parts.language(), meeting.meeting),
      });
      const document = sheetDocument(sheets, words, {
        classes: new Set(classes),
        withConflict,
        pictures,
      });
      const writers = {
        pdf: { extension: 'pdf', bytes: () => parts.pageToPdf(htmlOf(document)) },
        docx: { extension: 'docx', bytes: () => parts.wordFile(document) },
        markdown: { extension: 'md', bytes: () => Promise.resolve(utf8(markdownOf(document))) },
      };
      return save(title, writers[as].extension, writers[as].bytes);
    },
    saveNotes: async ({ meetingId, as, classes, ids }) => {
      // What is read back must say what the person said; a list says where things are now.
      const listed = as === 'jsonld' ? parts.notes : parts.standingNotes;
      const found = await meetingWithNotes(parts, listed, meetingId);
      if (!found.ok) return found;
      const { meeting, annotations } = found.value;
      const chosen = annotations.filter(
        ({ id, noteClass }) => classes.includes(noteClass) && (ids === undefined || ids.includes(id)),
      );
      const text =
        as === 'jsonld'
          ? JSON.stringify(
              webAnnotationPage({ id: meetingId, title: meeting.meeting.title }, chosen),
              null,
              2,
            )
          : csvOf(meeting, chosen, parts.language());
      const saved = await save(meeting.meeting.title, as, () => Promise.resolve(utf8(text)));
      if (!saved.ok || saved.value === null) return saved.ok ? ok(null) : saved;
      return ok({ ...saved.value, noteCount: chosen.length });
    },
    saveCopies: async ({ meetingId }) => {
      const found = await meetingWithNotes(parts, parts.standingNotes, meetingId);
      if (!found.ok) return found;
      const folder = await dialogs.chooseFolderToSaveIn();
      return folder === null ? ok(null) : saveCopies(parts, folder, found.value);
    },
    saveCalendar: async ({ meetingId }) => {
      const found = await meetingWithNotes(parts, parts.standingNotes, meetingId);
      if (!found.ok) return found;
      const { meeting, annotations } = found.value;
      const { deadlines } = preparationOf(parts.store.read(), meetingId);
      const entries = calendarEntries(meeting, { annotations, deadlines, now: now() }, parts.language());
      // Read when it is first needed: the library for calendars is large.
      const { calendarFile } = await import('../../core/preparation/calendar.ts');
      return save(meeting.meeting.title, 'ics', () => Promise.resolve(utf8(calendarFile(entries, now()))));
    },
    ...readingPlanHandlers(parts.plans),
    ...digestHandlers({ ...parts, save }),
  };
}

/** One copy a file: several documents may share one. A document whose file is not here is left out. */
async function saveCopies(
  { copies, library }: Pick<PreparationHandlerParts, 'copies' | 'library'>,
  folder: string,
  { meeting, annotations }: MeetingWithNotes,
): Promise<Result<{ folder: string; files: number; notes: number }>> {
  const documents = [
    ...agendaDocuments(meeting.agenda),
    ...meeting.briefings.flatMap((briefing) => briefing.documents),
  ];
  const files = new Map(documents.map((document) => [document.sha256, document]));
  // Many documents of a meeting are called the same.
  const taken = new Set<string>();
  let [count, notes] = [0, 0];
  for (const [sha256, document] of files) {
    const marks = copiedMarks(annotations, sha256, '');
    const stored = marks.length === 0 ? null : await library.documentFile(sha256);
    if (stored === null || stored.mediaType !== 'application/pdf') continue;
    const output = path.join(folder, freeName(savableWords(document.title) || 'document', '.pdf', taken));
    const written = await copies.write(stored.path, output, marks);
    if (!written.ok) return written;
    count += 1;
    notes += written.value.markCount;
  }
  return ok({ folder, files: count, notes });
}

const agendaDocuments = (agenda: readonly AgendaEntry[]): readonly DocumentEntry[] =>
  agenda.flatMap(({ documents, children }) => [...documents, ...agendaDocuments(children)]);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface MeetingWithNotes {
  readonly meeting: MeetingView;
  readonly annotations: readonly Annotation[];
}

async function meetingWithNotes(
  { library }: Pick<PreparationHandlerParts, 'library'>,
  notes: Pick<NotesService, 'list'>,
  meetingId: string,
): Promise<Result<MeetingWithNotes>> {
  const meeting = library.meetingView(meetingId);
  if (meeting === null) return failure('meetingUnknown');
  const listed = await notes.list(meetingId);
  return listed.ok ? ok({ meeting, annotations: listed.value.annotations }) : listed;
}

function csvOf(meeting: MeetingView, annotations: readonly Annotation[], language: Language): string {
  const t = preparationTexts(language);
  const placed = new Map<string, { heading: string; sheetNote: SheetNote }>();
  for (const sheet of itemSheets(meeting.agenda, annotations)) {
    const heading = itemHeading(sheet.item);
    for (const sheetNote of sheet.all) placed.set(sheetNote.note.id, { heading, sheetNote });
  }
  const listed = sortNotes(annotations, meeting).map((note): ListedNote => {
    const place = placed.get(note.id);
    return {
      note,
      heading: place?.heading ?? meeting.meeting.title,
      document: place?.sheetNote.document ?? '',
      page: String(place?.sheetNote.page ?? ''),
      packPage: String(place?.sheetNote.packPage ?? ''),
      kind: t(`notes.kind.${note.kind}`),
      noteClass: t(classKeys[note.noteClass]),
      colour: note.colour === null ? '' : t(`notes.colourName.${note.colour}`),
      created: new Date(note.createdAt).toISOString(),
    };
  });
  return notesCsv(listed, {
    heading: t('preparation.csv.heading'),
    document: t('preparation.csv.document'),
    page: t('preparation.csv.page'),
    packPage: t('preparation.csv.packPage'),
    kind: t('preparation.csv.kind'),
    noteClass: t('preparation.csv.noteClass'),
    colour: t('preparation.csv.colour'),
    quote: t('preparation.csv.quote'),
    text: t('preparation.csv.text'),
    tags: t('tags.of'),
    created: t('preparation.csv.created'),
  });
}

const classKeys = {
  private: 'preparation.class.private',
  partyGroup: 'preparation.class.partyGroup',
  toOffice: 'preparation.class.toOffice',
} as const satisfies Record<NoteClass, string>;
