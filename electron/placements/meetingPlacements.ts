import type { HeldDocument } from '../../core/annotation/anchoring/meetingDocuments.ts';
import type { PlacementsView } from '../../core/annotation/anchoring/notePlacement.ts';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { ok, type Result } from '../../core/errors.ts';
import type { DocumentNow, FileOfDocument, NoteToLookFor } from '../revisions/revisionMessages.ts';
import type { DurableStore } from '../storage/store.ts';
import type { PlacedNote } from './placeNotes.ts';
import { documentsKey, planPlacements, revisionDocuments } from './placementPlan.ts';
import type { RevisionDocuments, WantedNote } from './placementPlan.ts';
import type { PlacementsParts } from './placements.ts';
import type { FoundPlaces } from './placementStore.ts';
import { noPlaces, openPlacementStore } from './placementStore.ts';

export interface MeetingPlacementsParts extends PlacementsParts {
  readonly meetingId: string;
  /** Of this meeting's notes. */
  readonly folder: string;
}

/** The places of one meeting's notes: what is known at once, what was found before, and what is being looked for. */
export class MeetingPlacements {
  readonly #parts: MeetingPlacementsParts;
  #found: FoundPlaces = noPlaces;
  #store: Promise<DurableStore<FoundPlaces> | null> | null = null;
  #view: PlacementsView;
  #told = '';
  #job: { readonly id: string; readonly key: string } | null = null;
  /** One refresh after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: MeetingPlacementsParts) {
    this.#parts = parts;
    this.#view = { meetingId: parts.meetingId, revision: 0, placements: {}, looking: null };
  }

  view(): PlacementsView {
    return this.#view;
  }

  /** Takes in the newest notes and documents; what is missing is looked for in the background. */
  refresh(): Promise<Result<void>> {
    const turn = this.#last.then(() => this.#refresh());
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  cancel(): void {
    const job = this.#job;
    this.#job = null;
    if (job !== null) this.#parts.client.cancel(job.id);
    if (this.#view.looking === null) return;
    this.#view = { ...this.#view, looking: null };
    this.#parts.onLooking(this.#parts.meetingId, null);
  }

  async close(): Promise<void> {
    this.cancel();
    await this.#last;
    await (await this.#store)?.flush();
  }

  async #refresh(): Promise<Result<void>> {
    const { library, notes, meetingId } = this.#parts;
    const revisions = await library.revisions(meetingId);
    if (!revisions.ok) return revisions;
    const listed = await notes.list(meetingId);
    if (!listed.ok) return listed;
    const [shown] = revisions.value.manifests;
    const documents = revisionDocuments(revisions.value.manifests.map(({ manifest }) => manifest));
    if (documents === null || shown === undefined) return ok(undefined);
    const files = await this.#filesOf(documents.now.documents);
    const available = new Set(
      [...files.values()].flatMap(({ path, sha256 }) => (path === null ? [] : sha256)),
    );
    const key = documentsKey(documents, available);
    if (this.#found.key !== key) await this.#turnTo(key);
    this.#plan(listed.value.annotations, documents, files, shown.manifest.pack.revision);
    return ok(undefined);
  }

  /** Other documents: what is being looked for no longer counts, and what was found before may be on disk. */
  async #turnTo(key: string): Promise<void> {
    this.cancel();
    const stored = (await this.#opened())?.read();
    this.#found = stored?.key === key ? stored : { key, notes: {} };
  }

  #opened(): Promise<DurableStore<FoundPlaces> | null> {
    const { isKept = true, folder } = this.#parts;
    return (this.#store ??= isKept ? openPlacementStore(folder) : Promise.resolve(null));
  }

  #plan(
    notes: readonly Annotation[],
    documents: RevisionDocuments,
    files: ReadonlyMap<string, FileOfDocument>,
    revision: number,
  ): void {
    const { placements, wanted } = planPlacements(notes, documents, this.#found);
    const isLooking = wanted.length > 0;
    const looking = isLooking ? (this.#view.looking ?? { done: 0, total: wanted.length }) : null;
    this.#view = { meetingId: this.#parts.meetingId, revision, placements, looking };
    this.#tell();
    if (isLooking && this.#job === null) void this.#look(wanted, documents, files).catch(this.#parts.report);
  }

  /** Nobody hears what they know. */
  #tell(): void {
    const text = JSON.stringify(this.#view);
    if (text === this.#told) return;
    this.#told = text;
    this.#parts.onChanged(this.#view);
  }

  async #look(
    wanted: readonly WantedNote[],
    { now }: RevisionDocuments,
    files: ReadonlyMap<string, FileOfDocument>,
  ): Promise<void> {
    const { client, newId, meetingId, onLooking } = this.#parts;
    const job = { id: newId(), key: this.#found.key };
    this.#job = job;
    const notes = await Promise.all(wanted.map((note) => this.#noteToLookFor(note)));
    const current = now.documents.map(({ id, title, holder, ...document }): DocumentNow => ({
      id,
      title,
      holder,
      file: files.get(id) ?? { ...plainFile(document), path: null, isPdf: false },
    }));
    if (this.#job !== job) return;
    const answer = await client.place(job.id, notes, current, (done, total) => {
      if (this.#job !== job) return;
      this.#view = { ...this.#view, looking: { done, total } };
      onLooking(meetingId, this.#view.looking);
    });
    if (this.#job !== job) return;
    this.#job = null;
    if (answer.ok) await this.#keep(job.key, answer.value, wanted);
    else this.cancel();
    if (answer.ok) await this.refresh();
  }

  async #keep(key: string, placed: readonly PlacedNote[], wanted: readonly WantedNote[]): Promise<void> {
    if (this.#found.key !== key) return;
    const targets = new Map(wanted.map(({ id, targetKey }) => [id, targetKey]));
    const added = placed.map(({ id, place }) => [id, { target: targets.get(id) ?? '', place }] as const);
    this.#view = { ...this.#view, looking: null };
    this.#found = { key, notes: { ...this.#found.notes, ...Object.fromEntries(added) } };
    // Only a convenience: when it cannot be written the notes are looked for again at the next start.
    await (await this.#opened())?.update(() => this.#found);
  }

  async #noteToLookFor({ id, target, old }: WantedNote): Promise<NoteToLookFor> {
    if (old === null) return { id, target, holder: null, old: null };
    const file = await this.#fileOf(old);
    return { id, target, holder: old.holder, old: file.path === null ? null : file };
  }

  async #filesOf(documents: readonly HeldDocument[]): Promise<ReadonlyMap<string, FileOfDocument>> {
    const files = await Promise.all(
      documents.map(async (document) => [document.id, await this.#fileOf(document)] as const),
    );
    return new Map(files);
  }

  async #fileOf(document: HeldDocument): Promise<FileOfDocument> {
    const file = await this.#parts.library.documentFile(document.sha256);
    return {
      ...plainFile(document),
      path: file?.path ?? null,
      key: file?.key ?? null,
      isPdf: file?.mediaType === 'application/pdf',
    };
  }
}

const plainFile = ({
  sha256,
  fromPage,
  pageCount,
}: Pick<HeldDocument, 'sha256' | 'fromPage' | 'pageCount'>) => ({
  sha256,
  fromPage,
  pageCount,
});
