import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Client } from '../../../core/contract.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { ComposedPrint, PrintOrder, PrintProgress } from '../../../core/print/printOrder.ts';

export interface PrintState {
  /** What was composed last; it stays to be looked at while the next is being composed. */
  readonly composed: ComposedPrint | null;
  readonly isComposing: boolean;
  /** 0–1; null until something is known. */
  readonly share: number | null;
  /** Why there is no PDF of what is chosen now. */
  readonly error: BereddError | null;
  /** The person stopped it. */
  readonly isCancelled: boolean;
}

type PrintClient = Pick<Client['print'], 'compose' | 'cancel' | 'discard'>;

/** The PDF behind one open dialog: composed anew whenever something else is chosen, and discarded at the end. */
export class PrintSession {
  readonly store: StoreApi<PrintState> = createStore(() => nothingYet);
  readonly #meetingId: string;
  readonly #client: () => PrintClient;
  #job: string | null = null;

  constructor(meetingId: string, client: () => PrintClient) {
    this.#meetingId = meetingId;
    this.#client = client;
  }

  async compose(order: PrintOrder): Promise<void> {
    const job = crypto.randomUUID();
    this.#job = job;
    this.store.setState({ isComposing: true, share: null, error: null, isCancelled: false });
    const answer = await this.#client().compose({ job, meetingId: this.#meetingId, order });
    if (this.#job !== job) {
      // Something else is wanted by now.
      if (answer.ok) void this.#client().discard({ id: answer.value.id });
      return;
    }
    this.#job = null;
    const before = this.store.getState().composed;
    if (before !== null) void this.#client().discard({ id: before.id });
    if (answer.ok)
      this.store.setState({ composed: answer.value, isComposing: false, share: null, error: null });
    else if (answer.error.code === 'cancelled')
      this.store.setState({ composed: null, isComposing: false, isCancelled: true });
    else this.store.setState({ composed: null, isComposing: false, error: answer.error });
  }

  readonly progressed = ({ job, done, total }: PrintProgress): void => {
    if (job === this.#job) this.store.setState({ share: total === 0 ? null : Math.min(1, done / total) });
  };

  cancel(): void {
    if (this.#job !== null) void this.#client().cancel({ job: this.#job });
  }

  /** Nothing that can be composed is chosen, or the dialog is closed. */
  clear(): void {
    this.cancel();
    this.#job = null;
    const { composed } = this.store.getState();
    if (composed !== null) void this.#client().discard({ id: composed.id });
    this.store.setState(nothingYet);
  }
}

const nothingYet: PrintState = {
  composed: null,
  isComposing: false,
  share: null,
  error: null,
  isCancelled: false,
};
