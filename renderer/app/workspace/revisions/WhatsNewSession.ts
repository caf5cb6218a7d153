import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Client } from '../../../../core/contract.ts';
import type { BereddError } from '../../../../core/errors.ts';
import type { WhatsNew } from '../../../../core/revisionDiff/whatsNew.ts';
import type { Comparisons, ComparisonState } from '../../../features/whatsNew/comparisonState.ts';
import { comparedDocuments } from '../../../features/whatsNew/comparisonState.ts';

export interface WhatsNewState {
  readonly isLoaded: boolean;
  /** Null when there is only one revision. */
  readonly news: WhatsNew | null;
  readonly error: BereddError | null;
  readonly comparisons: Comparisons;
}

const nothing: WhatsNewState = { isLoaded: false, news: null, error: null, comparisons: new Map() };

/** What is new in a meeting: derived at once, then the replaced documents are compared one after another. */
export class WhatsNewSession {
  readonly store: StoreApi<WhatsNewState> = createStore(() => nothing);
  readonly #meetingId: string;
  readonly #client: Client;
  readonly #newId: () => string;
  /** The comparison that is under way. */
  #job: { readonly id: string; readonly documentId: string } | null = null;
  #round = 0;

  constructor(meetingId: string, client: Client, newId: () => string) {
    this.#meetingId = meetingId;
    this.#client = client;
    this.#newId = newId;
  }

  /** Asks anew; what was compared and still holds is known in main and comes at once. */
  async load(): Promise<void> {
    const round = (this.#round += 1);
    const answer = await this.#client.revisions.whatsNew({ meetingId: this.#meetingId });
    if (round !== this.#round) return;
    if (!answer.ok) {
      this.store.setState({ isLoaded: true, error: answer.error });
      return;
    }
    const waiting = answer.value === null ? [] : comparedDocuments(answer.value);
    this.store.setState({
      isLoaded: true,
      error: null,
      news: answer.value,
      comparisons: new Map(waiting.map((id) => [id, { status: 'waiting' }])),
    });
    for (const documentId of waiting) {
      if (round !== this.#round) return;
      if (this.store.getState().comparisons.get(documentId)?.status !== 'waiting') continue;
      await this.compare(documentId);
    }
  }

  readonly compare = async (documentId: string): Promise<void> => {
    const job = { id: this.#newId(), documentId };
    this.#job = job;
    this.#set(documentId, { status: 'comparing', share: 0 });
    const answer = await this.#client.revisions.compare({
      job: job.id,
      meetingId: this.#meetingId,
      documentId,
    });
    if (this.#job === job) this.#job = null;
    if (answer.ok) this.#set(documentId, { status: 'done', comparison: answer.value });
    else if (answer.error.code === 'cancelled') this.#set(documentId, { status: 'stopped' });
    else this.#set(documentId, { status: 'failed', error: answer.error });
  };

  readonly progress = ({ job, done, total }: { job: string; done: number; total: number }): void => {
    const current = this.#job;
    if (current?.id === job)
      this.#set(current.documentId, { status: 'comparing', share: done / Math.max(1, total) });
  };

  /** The person wants no more comparing now. */
  readonly stop = (): void => {
    this.#round += 1;
    const job = this.#job;
    this.store.setState(({ comparisons }) => ({
      comparisons: new Map(
        [...comparisons].map(([id, state]) => [
          id,
          state.status === 'waiting' ? { status: 'stopped' } : state,
        ]),
      ),
    }));
    if (job !== null) void this.#client.revisions.cancel({ job: job.id });
  };

  #set(documentId: string, state: ComparisonState): void {
    this.store.setState(({ comparisons }) => ({ comparisons: new Map(comparisons).set(documentId, state) }));
  }
}
