import { setImmediate } from 'node:timers/promises';
import type { AnnotationTarget } from '../../core/annotation/annotation.ts';
import type { HeldDocument } from '../../core/annotation/anchoring/meetingDocuments.ts';
import type { CheckReason, TrayReason } from '../../core/annotation/anchoring/notePlacement.ts';
import { pageSelectors } from '../../core/annotation/anchoring/notePlacement.ts';
import {
  drawnAt,
  isDrawn,
  lookFor,
  nearDocuments,
  targetAt,
} from '../../core/annotation/anchoring/placeNote.ts';
import type { FoundPlace, PagesOfPlace } from '../../core/annotation/anchoring/placeNote.ts';
import { sameLayout } from '../../core/annotation/anchoring/sameLayout.ts';
import type { SearchableDocument } from '../../core/annotation/anchoring/searchableText.ts';
import { searchable } from '../../core/annotation/anchoring/searchableText.ts';
import type { PageText } from '../../core/text/pageText.ts';
import type { DocumentNow, FileOfDocument, NoteToLookFor } from '../revisions/revisionMessages.ts';
import type { RevisionTexts } from '../revisions/revisionTexts.ts';

/** What was found out about a note's place. */
export interface PlacedNote {
  readonly id: string;
  readonly place:
    | {
        readonly kind: 'found' | 'check';
        readonly target: AnnotationTarget;
        readonly score: number;
        readonly why: CheckReason;
      }
    | { readonly kind: 'tray'; readonly why: TrayReason };
}

export interface PlaceNotesParts {
  readonly texts: Pick<RevisionTexts, 'pagesOf' | 'laidOut'>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Looks for the places of notes whose documents were replaced. Only what is needed is read: the other documents of the
 * pack when a note is neither in its own nor in those of its item. Ends early when the signal aborts.
 */
export async function placeNotes(
  notes: readonly NoteToLookFor[],
  documents: readonly DocumentNow[],
  parts: PlaceNotesParts,
): Promise<readonly PlacedNote[]> {
  const { signal, onProgress } = parts;
  const pack = new ReadPack(documents, parts);
  const found: { readonly note: NoteToLookFor; readonly place: FoundPlace }[] = [];
  for (const note of inOrderOfDocuments(notes)) {
    if (signal.aborted) return [];
    found.push({ note, place: await findOne(note, pack) });
    onProgress(found.length, notes.length);
    // Lets messages in: the person may cancel.
    await setImmediate();
  }
  // Where letters stand on a page is read by several readers at once.
  return Promise.all(found.map(({ note, place }) => placedNote(note, place, pack)));
}

async function findOne({ target, holder, old }: NoteToLookFor, pack: ReadPack): Promise<FoundPlace> {
  const note = {
    target,
    holder,
    oldFromPage: old?.fromPage ?? 1,
    old: old === null ? null : await pack.old(old),
  };
  const near = lookFor(note, await pack.read(nearDocuments(note, pack.held)));
  return near.kind === 'nowhere' ? lookFor(note, await pack.read(pack.held)) : near;
}

async function placedNote(
  { id, target, old }: NoteToLookFor,
  place: FoundPlace,
  pack: ReadPack,
): Promise<PlacedNote> {
  const document = place.kind === 'nowhere' ? undefined : pack.document(place.documentId);
  if (place.kind === 'nowhere' || document === undefined)
    return { id, place: { kind: 'tray', why: await whyNowhere(target, pack) } };
  const { score, why } = place;
  const pages = await pack.pages(place);
  const fit = drawnAt(target, place, document, pages)?.fit ?? 'beside';
  const isSure =
    place.kind === 'check' ||
    !isDrawn(target) ||
    fit === 'under' ||
    (fit === 'beside' && (await pack.isLaidOutAlike(target, old, place)));
  const kind = isSure ? place.kind : 'check';
  return { id, place: { kind, score, why, target: targetAt(target, place, document, pages) } };
}

async function whyNowhere({ source }: AnnotationTarget, pack: ReadPack): Promise<TrayReason> {
  const own = source.type === 'document' ? pack.document(source.document) : undefined;
  if (own === undefined) return 'gone';
  return (await pack.isBlank(own)) ? 'noText' : 'notFound';
}

/** Notes on one document one after another, so that it is read once. */
function inOrderOfDocuments(notes: readonly NoteToLookFor[]): readonly NoteToLookFor[] {
  const key = ({ target: { source } }: NoteToLookFor): string =>
    source.type === 'document' ? source.document : '';
  return notes.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The documents of a revision, each read and made ready when it is first asked for. */
class ReadPack {
  readonly held: readonly HeldDocument[];
  readonly #byId: ReadonlyMap<string, DocumentNow>;
  readonly #parts: PlaceNotesParts;
  readonly #read = new Map<string, SearchableDocument>();

  constructor(documents: readonly DocumentNow[], parts: PlaceNotesParts) {
    this.#byId = new Map(documents.map((document) => [document.id, document]));
    this.held = documents.map(({ file, ...document }) => ({ ...document, ...file }));
    this.#parts = parts;
  }

  document(id: string): HeldDocument | undefined {
    return this.held.find((document) => document.id === id);
  }

  async read(documents: readonly HeldDocument[]): Promise<readonly SearchableDocument[]> {
    const read: SearchableDocument[] = [];
    for (const { id, holder } of documents) {
      const file = this.#byId.get(id)?.file;
      if (file !== undefined) read.push(await this.#searchable(id, holder.id, file));
    }
    return read;
  }

  old(file: FileOfDocument): Promise<SearchableDocument> {
    return this.#searchable(`${file.sha256}:${file.fromPage}:${file.pageCount}`, null, file);
  }

  async isBlank({ id, holder }: HeldDocument): Promise<boolean> {
    const file = this.#byId.get(id)?.file;
    return file === undefined || (await this.#searchable(id, holder.id, file)).skeleton.text === '';
  }

  /** The pages of a found place. */
  async pages(place: Exclude<FoundPlace, { kind: 'nowhere' }>): Promise<PagesOfPlace> {
    const file = this.#byId.get(place.documentId)?.file;
    const layouts = new Map<number, PageText | null>();
    for (const { page } of place.ranges)
      if (file !== undefined) layouts.set(page, await this.#parts.texts.laidOut(file, page));
    const pages = this.#read.get(place.documentId)?.pages ?? [];
    return { laidOut: (page) => layouts.get(page) ?? null, words: (page) => pages[page - 1] ?? null };
  }

  /** Whether the page that was found has its lines where the old one had them. */
  async isLaidOutAlike(
    target: AnnotationTarget,
    old: FileOfDocument | null,
    { documentId, page }: Exclude<FoundPlace, { kind: 'nowhere' }>,
  ): Promise<boolean> {
    const file = this.#byId.get(documentId)?.file;
    const [selector] = pageSelectors(target);
    if (file === undefined || old === null || selector === undefined) return false;
    const { texts } = this.#parts;
    const before = await texts.laidOut(old, selector.page - old.fromPage + 1);
    const now = await texts.laidOut(file, page);
    return before !== null && now !== null && sameLayout(before, now);
  }

  async #searchable(key: string, holder: string | null, file: FileOfDocument): Promise<SearchableDocument> {
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const pages = await this.#parts.texts.pagesOf(file, this.#parts.signal);
    const made = searchable({ documentId: key, itemId: holder, sha256: file.sha256, pages });
    this.#read.set(key, made);
    return made;
  }
}
