import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Client } from '../../../core/contract.ts';
import type { HitLine } from '../../../core/find/findInText.ts';
import { maxLines } from '../../../core/find/found.ts';
import type { Hit } from './HitList.ts';

/** Lines kept before they are all fetched anew. */
const kept = 4000;

/** The lines of hits, fetched for those in view and kept. */
export class HitLines {
  /** By `lineKey`; null where the text is not at hand. */
  readonly store: StoreApi<ReadonlyMap<string, HitLine | null>> = createStore(() => new Map());
  readonly #meetingId: string;
  readonly #client: Pick<Client, 'find'>;
  readonly #asked = new Set<string>();

  constructor(meetingId: string, client: Pick<Client, 'find'>) {
    this.#meetingId = meetingId;
    this.#client = client;
  }

  /** Fetches what is missing of these. */
  async want(hits: readonly Hit[]): Promise<void> {
    const lines = this.store.getState();
    const missing = hits
      .filter(
        (hit) => hit.part.type === 'document' && !lines.has(lineKey(hit)) && !this.#asked.has(lineKey(hit)),
      )
      .slice(0, maxLines);
    if (missing.length === 0) return;
    for (const hit of missing) this.#asked.add(lineKey(hit));
    const answer = await this.#client.find.lines({
      meetingId: this.#meetingId,
      hits: missing.flatMap(({ part, page, range }) =>
        part.type === 'document' && page !== null ? [{ documentId: part.document.id, page, ...range }] : [],
      ),
    });
    for (const hit of missing) this.#asked.delete(lineKey(hit));
    const next = new Map(this.store.getState().size > kept ? [] : this.store.getState());
    for (const [at, hit] of missing.entries())
      next.set(lineKey(hit), answer.ok ? (answer.value[at] ?? null) : null);
    this.store.setState(next, true);
  }
}

/** Under which the line of a hit on a page is kept. */
export const lineKey = ({ part, page, range }: Hit): string =>
  part.type === 'text'
    ? ''
    : `${part.document.sha256}:${part.document.id}:${page}:${range.start}:${range.end}`;
