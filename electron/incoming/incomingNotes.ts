import path from 'node:path';
import { hasFilePage } from '../../core/annotation/anchoring/meetingDocuments.ts';
import type { HeldDocument } from '../../core/annotation/anchoring/meetingDocuments.ts';
import { sourceOn } from '../../core/annotation/anchoring/notePlacement.ts';
import { documentOfCopy } from '../../core/annotationImport/copyPages.ts';
import type { ForeignComment } from '../../core/annotationImport/foreignNotes.ts';
import { draftOfComment, joinAnswers, traitsOf } from '../../core/annotationImport/foreignNotes.ts';
import type { IncomingNote, IncomingNotes } from '../../core/contract/incomingContract.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { readOwnNote, readWebAnnotations } from '../../core/noteExport/readWebAnnotations.ts';
import type { ImportedNote, ReadNotes } from '../../core/noteExport/readWebAnnotations.ts';
import type { AnnotatedCopies } from '../annotatedCopy/copyClient.ts';
import type { ReadAnnotations } from '../annotatedCopy/readAnnotations.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import { idWithin } from '../packs/buildFolderIds.ts';
import { revisionDocuments } from '../placements/placementPlan.ts';
import type { RevisionClient } from '../revisions/revisionClient.ts';
import type { DocumentNow, FileOfDocument } from '../revisions/revisionMessages.ts';

export interface IncomingParts {
  readonly library: Pick<LibraryService, 'revisions' | 'documentFile'>;
  readonly notes: Pick<NotesService, 'list'>;
  readonly copies: Pick<AnnotatedCopies, 'read'>;
  readonly client: Pick<RevisionClient, 'match' | 'place'>;
  readonly readFile: (file: string) => Promise<Result<Uint8Array>>;
  readonly newId: () => string;
}

/** The documents of the revision shown, with their files. */
interface MeetingFiles {
  readonly held: readonly HeldDocument[];
  readonly documents: readonly DocumentNow[];
}

interface Placed {
  readonly comment: ForeignComment;
  readonly document: HeldDocument;
  readonly place: IncomingNote['place'];
  readonly target: IncomingNote['draft']['target'];
}

/** What a file has that can be taken into a meeting; `file` is an annotated PDF or one of W3C annotations. */
export async function readIncoming(
  parts: IncomingParts,
  meetingId: string,
  file: string,
  isPdf = file.toLowerCase().endsWith('.pdf'),
): Promise<Result<IncomingNotes>> {
  const name = path.basename(file);
  const read = await (isPdf ? fromPdf(parts, meetingId, file) : fromJson(parts, file));
  if (!read.ok) return { ok: false, error: { ...read.error, file: name } };
  const listed = await parts.notes.list(meetingId);
  if (!listed.ok) return listed;
  const known = new Set(listed.value.annotations.map(({ id }) => id));
  const { own, others, leftOut } = read.value;
  const ofMeeting = own.notes.filter(({ draft }) => draft.target.meeting === meetingId);
  const notes = [...ofMeeting.map(ownNote), ...others].map((note) => ({
    ...note,
    isHere: known.has(note.id),
  }));
  const skipped = own.skipped + own.notes.length - ofMeeting.length;
  return ok({ file: name, notes: onlyOnce(notes), leftOut, skipped });
}

interface ReadFile {
  readonly own: ReadNotes;
  readonly others: readonly Omit<IncomingNote, 'isHere'>[];
  readonly leftOut: IncomingNotes['leftOut'];
}

const ownNote = ({ id, draft }: ImportedNote): Omit<IncomingNote, 'isHere'> => ({
  id,
  draft,
  isOwn: true,
  place: 'sure',
  time: null,
});

/** A file may hold an id twice; it is one note all the same. */
const onlyOnce = (notes: readonly IncomingNote[]): readonly IncomingNote[] => [
  ...new Map(notes.map((note) => [note.id, note])).values(),
];

async function fromJson({ readFile }: IncomingParts, file: string): Promise<Result<ReadFile>> {
  const bytes = await readFile(file);
  if (!bytes.ok) return bytes;
  const json = parseJson(bytes.value);
  const own = json === undefined ? failure('notesImport') : readWebAnnotations(json);
  return own.ok ? ok({ own: own.value, others: [], leftOut: {} }) : own;
}

async function fromPdf(parts: IncomingParts, meetingId: string, file: string): Promise<Result<ReadFile>> {
  const read = await parts.copies.read(file);
  if (!read.ok) return read;
  const texts = read.value.notes.map((text) => readOwnNote(parseJson(new TextEncoder().encode(text))));
  const notes = texts.filter((note) => note !== null);
  const own = { notes, skipped: texts.length - notes.length };
  const comments = joinAnswers(read.value.foreign);
  const { leftOut } = read.value;
  if (comments.length === 0) return ok({ own, others: [], leftOut });
  const meeting = await meetingFiles(parts, meetingId);
  if (!meeting.ok) return meeting;
  const placed = await placeComments(parts, { meetingId, file, read: read.value, comments }, meeting.value);
  return placed.ok ? ok({ own, others: noted(placed.value, meetingId), leftOut }) : placed;
}

async function meetingFiles(
  { library }: Pick<IncomingParts, 'library'>,
  meetingId: string,
): Promise<Result<MeetingFiles>> {
  const revisions = await library.revisions(meetingId);
  if (!revisions.ok) return revisions;
  const shown = revisionDocuments(revisions.value.manifests.map(({ manifest }) => manifest));
  const held = shown?.now.documents ?? [];
  const documents = await Promise.all(
    held.map(async ({ id, title, holder, sha256, fromPage, pageCount }): Promise<DocumentNow> => {
      const stored = await library.documentFile(sha256);
      const isPdfFile = stored?.mediaType === 'application/pdf';
      const file = { sha256, fromPage, pageCount, path: stored?.path ?? null, isPdf: isPdfFile };
      return { id, title, holder, file };
    }),
  );
  return ok({ held, documents });
}

interface Comments {
  readonly meetingId: string;
  readonly file: string;
  readonly read: ReadAnnotations;
  readonly comments: readonly ForeignComment[];
}

async function placeComments(
  parts: IncomingParts,
  given: Comments,
  meeting: MeetingFiles,
): Promise<Result<readonly Placed[]>> {
  const { read, comments, meetingId } = given;
  const same = meeting.held.filter(({ sha256 }) => sha256 === read.sha256);
  if (same.length === 0) return placeByWords(parts, given, meeting);
  // The document itself: everything stands where it says.
  return ok(
    comments.flatMap((comment): Placed[] => {
      const document = same.find((each) => hasFilePage(each, comment.head.page)) ?? same[0];
      if (document === undefined) return [];
      const { target } = draftOfComment(comment, meetingId, sourceOn(document));
      return [{ comment, document, place: 'sure', target }];
    }),
  );
}

/** A copy from elsewhere: of which document it is, and where in it each comment stands, is found by its words. */
async function placeByWords(
  { client, newId }: IncomingParts,
  { meetingId, file, read, comments }: Comments,
  { held, documents }: MeetingFiles,
): Promise<Result<readonly Placed[]>> {
  const copy: FileOfDocument = {
    sha256: read.sha256,
    path: file,
    isPdf: true,
    fromPage: 1,
    pageCount: read.pages.length,
    pages: [...read.pages],
  };
  const matched = await client.match(
    newId(),
    copy,
    comments.map(({ head }) => head.page),
    documents,
  );
  if (!matched.ok) return matched;
  const whole = documentOfCopy(matched.value);
  if (whole === null) return failure('incomingNoMatch');
  const notes = comments.flatMap((comment, index) => {
    const owner = matched.value.owners.get(comment.head.page) ?? whole;
    const document = held.find(({ id }) => id === owner);
    if (document === undefined) return [];
    const { target } = draftOfComment(comment, meetingId, sourceOn(document));
    return [{ id: String(index), comment, document, target }];
  });
  const looked = await client.place(
    newId(),
    notes.map(({ id, target, document }) => ({ id, target, holder: document.holder, old: copy })),
    documents,
    () => undefined,
  );
  if (!looked.ok) return looked;
  const places = new Map(looked.value.map(({ id, place }) => [id, place]));
  return ok(
    notes.map(({ id, comment, document, target }): Placed => {
      const place = places.get(id);
      if (place === undefined || place.kind === 'tray')
        return { comment, document, place: 'nowhere', target };
      return { comment, document, place: place.kind === 'found' ? 'sure' : 'check', target: place.target };
    }),
  );
}

/** Two comments that nothing tells apart are told apart by their order. */
function noted(placed: readonly Placed[], meetingId: string): readonly Omit<IncomingNote, 'isHere'>[] {
  const counts = new Map<string, number>();
  return placed.map(({ comment, document, place, target }) => {
    const traits = traitsOf(comment);
    const key = JSON.stringify([document.id, traits]);
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    const number = before === 0 ? [] : [String(before + 1)];
    return {
      id: idWithin(meetingId, 'comment', document.id, ...traits, ...number),
      draft: { ...draftOfComment(comment, meetingId, target.source), target },
      isOwn: false,
      place,
      time: comment.head.time,
    };
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
