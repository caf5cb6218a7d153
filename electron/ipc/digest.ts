import type { Handlers } from '../../core/contract.ts';
import type { DigestPreview } from '../../core/contract/preparationContract.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { MeetingView } from '../../core/library/views.ts';
import type { DigestChoice } from '../../core/preparation/digest/digestChoice.ts';
import { digestDocument } from '../../core/preparation/digest/digestDocument.ts';
import { digestOffer } from '../../core/preparation/digest/digestOffer.ts';
import { digestPage } from '../../core/preparation/digest/digestPage.ts';
import { digestWarnings, sealedTitlesOf } from '../../core/preparation/digest/digestWarnings.ts';
import { markdownOf } from '../../core/preparation/textDocument.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { NotesService } from '../notes/notesService.ts';
import { digestWords } from '../preparation/digestWords.ts';
import type { PreparationData } from '../preparation/preparationStore.ts';
import { preparationOf, withPreparation } from '../preparation/preparationStore.ts';
import type { DurableStore } from '../storage/store.ts';

export interface DigestParts {
  readonly library: Pick<LibraryService, 'meetingView'>;
  /** With what the person may read of sealed items: only to warn when it is mentioned. */
  readonly unlocked: (view: MeetingView) => MeetingView;
  readonly standingNotes: Pick<NotesService, 'list'>;
  readonly store: DurableStore<PreparationData>;
  readonly now: () => number;
  readonly save: (
    suggested: string,
    extension: string,
    bytes: () => Promise<Uint8Array>,
  ) => Promise<Result<{ file: string } | null>>;
}

type DigestHandlers = Pick<Handlers['preparation'], 'digestChoice' | 'composeDigest' | 'saveDigest'>;

/** The public digest: what it says is decided here, from what is stored, not in the window. */
export function digestHandlers(parts: DigestParts): DigestHandlers {
  const { library, store, standingNotes, save } = parts;
  const composed = async (meetingId: string, choice: DigestChoice): Promise<Result<DigestPreview>> => {
    const view = library.meetingView(meetingId);
    if (view === null) return failure('meetingUnknown');
    const listed = await standingNotes.list(meetingId);
    if (!listed.ok) return listed;
    const { annotations } = listed.value;
    const offer = digestOffer(view.agenda, annotations);
    const document = digestDocument(offer, choice, digestWords(choice.language, view.meeting));
    const warnings = digestWarnings(document, {
      sealedTitles: sealedTitlesOf(parts.unlocked(view).agenda),
      notes: annotations,
      latestYear: new Date(parts.now()).getUTCFullYear(),
    });
    return ok({ document, warnings });
  };
  return {
    digestChoice: ({ meetingId }) => Promise.resolve(ok(preparationOf(store.read(), meetingId).digest)),
    composeDigest: async ({ meetingId, choice }) => {
      const made = await composed(meetingId, choice);
      if (!made.ok) return made;
      const kept = await store.update((data) => withPreparation(data, meetingId, { digest: choice }));
      return kept.ok ? made : kept;
    },
    saveDigest: async ({ meetingId, choice, as }) => {
      const made = await composed(meetingId, choice);
      if (!made.ok) return made;
      const { document } = made.value;
      const text = as === 'html' ? digestPage(document) : markdownOf(document);
      return save(document.title, as === 'html' ? 'html' : 'md', () =>
        Promise.resolve(new TextEncoder().encode(text)),
      );
    },
  };
}
