import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { AgendaEntry, DocumentEntry, MeetingView } from '../../core/library/views.ts';
import type { PlanView } from '../../core/preparation/planView.ts';
import type { ReadPage } from '../../core/reading/readingSpeed.ts';
import { boundedSpeed, learnedSpeed, withReadPage } from '../../core/reading/readingSpeed.ts';
import type { FindClient } from '../find/findClient.ts';
import type { SearchedDocument } from '../find/findMessages.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { DurableStore } from '../storage/store.ts';
import type { PreparationData } from './preparationStore.ts';
import { preparationOf, withPreparation } from './preparationStore.ts';

/** A page of a document that was in view while the person was active. */
export interface PageTime {
  readonly page: number;
  readonly seconds: number;
}

/** How long reading takes, and what the person decided about it. Everything fails with `meetingUnknown`. */
export interface ReadingPlans {
  /** What is known now; words that are not are looked for in the background and told by `onChanged`. */
  readonly planOf: (meetingId: string) => Promise<Result<PlanView>>;
  readonly setDeadline: (meetingId: string, itemId: string, day: string | null) => Promise<Result<PlanView>>;
  readonly setOrder: (meetingId: string, itemIds: readonly string[]) => Promise<Result<PlanView>>;
  /** Null: learn again. */
  readonly setSpeed: (meetingId: string, wordsPerMinute: number | null) => Promise<Result<PlanView>>;
  /** Removes what was measured. */
  readonly forgetSpeed: (meetingId: string) => Promise<Result<PlanView>>;
  /** Learns from pages that were read; documents whose words cannot be had are passed over. */
  readonly learn: (
    meetingId: string,
    documentId: string,
    pages: readonly PageTime[],
  ) => Promise<Result<void>>;
}

export interface ReadingPlansParts {
  readonly library: Pick<LibraryService, 'meetingView' | 'documentFile'>;
  readonly find: Pick<FindClient, 'words'>;
  readonly store: DurableStore<PreparationData>;
  readonly onChanged: (meetingId: string) => void;
  /** A bug while words were looked for. */
  readonly report: (error: unknown) => void;
}

export function createReadingPlans({
  library,
  find,
  store,
  onChanged,
  report,
}: ReadingPlansParts): ReadingPlans {
  /** Meetings whose words are being looked for. */
  const reading = new Set<string>();
  /** Contents whose words were looked for: what is still unknown of them cannot be read. */
  const tried = new Set<string>();

  const searched = async (document: DocumentEntry): Promise<SearchedDocument> => {
    const { sha256, mediaType, pages, pageCount } = document;
    const file = await library.documentFile(sha256);
    const isPdf = mediaType === 'application/pdf';
    return { sha256, path: file?.path ?? null, isPdf, fromPage: pages?.from ?? 1, pageCount };
  };

  const readOn = async (meetingId: string, documents: readonly SearchedDocument[]): Promise<void> => {
    reading.add(meetingId);
    for (const document of documents) tried.add(keyOf(document));
    try {
      await find.words(documents, true);
    } finally {
      reading.delete(meetingId);
    }
    onChanged(meetingId);
  };

  const planOf: ReadingPlans['planOf'] = async (meetingId) => {
    const view = library.meetingView(meetingId);
    if (view === null) return failure('meetingUnknown');
    const documents = documentsOf(view);
    const asked = await Promise.all(documents.map(searched));
    const counted = await find.words(asked, false);
    const unknown = asked.filter(
      (document, at) =>
        document.path !== null &&
        document.isPdf &&
        !tried.has(keyOf(document)) &&
        (counted[at] ?? []).includes(null),
    );
    if (unknown.length > 0 && !reading.has(meetingId)) readOn(meetingId, unknown).catch(report);
    const data = store.read();
    const { deadlines, order } = preparationOf(data, meetingId);
    const learned = learnedSpeed(data.readPages);
    const words = Object.fromEntries(documents.map(({ id }, at) => [id, counted[at] ?? []]));
    const speed = {
      wordsPerMinute: data.speedByHand ?? learned.wordsPerMinute,
      isByHand: data.speedByHand !== null,
      pageCount: learned.pageCount,
    };
    return ok({ meetingId, words, isReading: reading.has(meetingId), speed, deadlines, order });
  };

  const change = async (
    meetingId: string,
    edit: (data: PreparationData) => PreparationData,
  ): Promise<Result<PlanView>> => {
    if (library.meetingView(meetingId) === null) return failure('meetingUnknown');
    const saved = await store.update(edit);
    return saved.ok ? planOf(meetingId) : saved;
  };

  return {
    planOf,
    setDeadline: (meetingId, itemId, day) =>
      change(meetingId, (data) => {
        const others = Object.entries(preparationOf(data, meetingId).deadlines).filter(
          ([id]) => id !== itemId,
        );
        const deadlines = Object.fromEntries(day === null ? others : [...others, [itemId, day]]);
        return withPreparation(data, meetingId, { deadlines });
      }),
    setOrder: (meetingId, itemIds) =>
      change(meetingId, (data) => withPreparation(data, meetingId, { order: [...itemIds] })),
    setSpeed: (meetingId, wordsPerMinute) =>
      change(meetingId, (data) => ({
        ...data,
        speedByHand: wordsPerMinute === null ? null : boundedSpeed(wordsPerMinute),
      })),
    forgetSpeed: (meetingId) => change(meetingId, (data) => ({ ...data, readPages: [] })),
    learn: async (meetingId, documentId, pages) => {
      const view = library.meetingView(meetingId);
      if (view === null) return failure('meetingUnknown');
      const document = documentsOf(view).find(({ id }) => id === documentId);
      if (document === undefined) return ok(undefined);
      const whole = await searched(document);
      const counted = await find.words(
        pages.map(({ page }) => ({ ...whole, fromPage: whole.fromPage + page - 1, pageCount: 1 })),
        true,
      );
      const saved = await store.update((data) => {
        const readPages = pages.reduce<readonly ReadPage[]>(
          (known, { seconds }, at) => withReadPage(known, { words: counted[at]?.[0] ?? 0, seconds }),
          data.readPages,
        );
        return readPages === data.readPages ? data : { ...data, readPages: [...readPages] };
      });
      return saved.ok ? ok(undefined) : saved;
    },
  };
}

const keyOf = ({ sha256, fromPage, pageCount }: SearchedDocument): string =>
  `${sha256} ${fromPage} ${pageCount}`;

/** Documents of open items: what is sealed is read nowhere but where it is shown. */
const documentsOf = ({ agenda }: MeetingView): readonly DocumentEntry[] =>
  agenda.flatMap(function ofItem({ documents, children, sealed }: AgendaEntry): readonly DocumentEntry[] {
    return sealed === null ? [...documents, ...children.flatMap(ofItem)] : [];
  });
