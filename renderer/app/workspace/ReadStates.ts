import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../core/contract.ts';
import type { Result } from '../../../core/errors.ts';
import type { AgendaEntry, MeetingView, ReadState } from '../../../core/library/views.ts';
import type { PageRanges } from '../../../core/reading/pageRanges.ts';
import type { PageReadTime } from '../../features/reader/reports/readingTime.ts';
import { withPagesSeen } from './seenInView.ts';
import { ownerOfDocument } from './workspacePlaces.ts';
import type { WorkspaceState } from './workspaceState.ts';

/** What the person has read and seen of an open meeting. Main owns it; what it answers is shown. */
export class ReadStates {
  readonly #meetingId: string;
  readonly #client: Client;
  readonly #store: StoreApi<WorkspaceState>;
  readonly #arrived: (view: MeetingView) => void;

  constructor(
    meetingId: string,
    client: Client,
    store: StoreApi<WorkspaceState>,
    /** A newer picture of the meeting. */
    arrived: (view: MeetingView) => void,
  ) {
    this.#meetingId = meetingId;
    this.#client = client;
    this.#store = store;
    this.#arrived = arrived;
  }

  /** Pages of a document that were in view for a while. */
  pagesSeen(documentId: string, pages: PageRanges): void {
    const { meeting } = this.#store.getState();
    const changed = meeting && withPagesSeen(meeting, documentId, pages);
    if (changed === null || changed === meeting) return;
    this.#store.setState({ meeting: changed });
    void this.#asked(this.#client.meeting.addSeenPages({ meetingId: this.#meetingId, documentId, pages }));
  }

  /** A page was read for so long: reading speed is learned from it. Nobody is told when that fails. */
  pageRead({ documentId, page, seconds }: PageReadTime): void {
    const pages = [{ page, seconds: Math.min(seconds, 86_400) }];
    void this.#client.preparation.addReading({ meetingId: this.#meetingId, documentId, pages });
  }

  /** Reading only moves forward by itself; only the person makes something unread again. */
  async reached(documentId: string, readState: 'started' | 'read'): Promise<void> {
    const { meeting } = this.#store.getState();
    const known = meeting === null ? null : ownerOfDocument(meeting, documentId);
    const document = known?.documents.find((candidate) => candidate.id === documentId);
    if (document?.readState === 'read' || document?.readState === readState) return;
    await this.#set(documentId, readState);
  }

  /** The person says themselves that an item is read, or not. */
  async setItem({ documents }: AgendaEntry, isRead: boolean): Promise<void> {
    const wanted = isRead ? 'read' : 'unread';
    for (const { id, readState } of documents) if (readState !== wanted) await this.#set(id, wanted);
  }

  /** The person has seen what is new; true when that is kept. */
  async markSeen(): Promise<boolean> {
    const result = await this.#asked(this.#client.meeting.markSeen({ meetingId: this.#meetingId }));
    if (result.ok) this.#arrived(result.value);
    return result.ok;
  }

  async #set(documentId: string, readState: ReadState): Promise<void> {
    const result = await this.#asked(
      this.#client.meeting.setReadState({ meetingId: this.#meetingId, documentId, readState }),
    );
    if (result.ok) this.#arrived(result.value);
  }

  async #asked<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    if (!result.ok) this.#store.setState({ actionError: result.error });
    return result;
  }
}
