import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Client } from '../../../core/contract.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { IssueOrder, IssuePlan, IssueProgress, IssuedPack } from '../../../core/issuing/issuing.ts';

export interface IssueState {
  /** Null while it is asked for. */
  readonly plan: IssuePlan | null;
  readonly planError: BereddError | null;
  /** Set while a pack is made. */
  readonly progress: IssueProgress | null;
  readonly isIssuing: boolean;
  readonly error: BereddError | null;
  readonly issued: IssuedPack | null;
}

type IssuingClient = Pick<Client['issuing'], 'plan' | 'issue' | 'cancel' | 'addPlace' | 'publish'>;

/** One way from a draft to an issued pack, behind one open dialog. */
export class IssueSession {
  readonly store: StoreApi<IssueState> = createStore(() => ({
    plan: null,
    planError: null,
    progress: null,
    isIssuing: false,
    error: null,
    issued: null,
  }));
  readonly #draftId: string;
  readonly #client: () => IssuingClient;
  #job: string | null = null;

  constructor(draftId: string, client: () => IssuingClient) {
    this.#draftId = draftId;
    this.#client = client;
  }

  async loadPlan(): Promise<void> {
    this.store.setState({ planError: null });
    const answer = await this.#client().plan({ draftId: this.#draftId });
    this.store.setState(answer.ok ? { plan: answer.value } : { planError: answer.error });
  }

  async issue(order: Omit<IssueOrder, 'draftId'>): Promise<void> {
    if (this.#job !== null) return;
    const job = this.#start();
    const answer = await this.#client().issue({ job, order: { ...order, draftId: this.#draftId } });
    this.#end();
    if (answer.ok) this.store.setState({ issued: answer.value });
    else if (answer.error.code !== 'cancelled') this.store.setState({ error: answer.error });
  }

  /** Puts the issued pack into a place where it did not arrive, or where the person says. */
  async publish(placeId: string | null): Promise<void> {
    const { issued } = this.store.getState();
    if (issued === null || this.#job !== null) return;
    const job = this.#start();
    const answer = await this.#client().publish({ job, issueId: issued.issueId, placeId });
    this.#end();
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled') this.store.setState({ error: answer.error });
    } else if (answer.value !== null) this.store.setState({ issued: answer.value });
  }

  async addPlace(): Promise<void> {
    const answer = await this.#client().addPlace();
    if (!answer.ok) return this.store.setState({ error: answer.error });
    const { plan } = this.store.getState();
    if (answer.value !== null && plan !== null)
      this.store.setState({ plan: { ...plan, places: answer.value } });
  }

  readonly progressed = (progress: IssueProgress): void => {
    if (progress.job === this.#job) this.store.setState({ progress });
  };

  cancel(): void {
    if (this.#job !== null) void this.#client().cancel({ job: this.#job });
  }

  #start(): string {
    this.#job = crypto.randomUUID();
    this.store.setState({ isIssuing: true, error: null, progress: null });
    return this.#job;
  }

  #end(): void {
    this.#job = null;
    this.store.setState({ isIssuing: false, progress: null });
  }
}
