import type { SearchableDocument } from '../annotation/anchoring/searchableText.ts';
import { findPage, hasTellingText } from '../annotation/anchoring/findPage.ts';
import type { Uuid } from '../pack/manifest.ts';

/** Pages of a copy that are looked for; more say nothing new. */
const mostSamples = 40;
/** So much of a page's words, and it is the same page beyond question. */
const sameShare = 0.9;

/** Of which documents the pages of a copy are. */
export interface CopyMatch {
  /** Pages that have words enough to be known by, of those that were looked at. */
  readonly telling: number;
  /** 1-based page of the copy and the document it is of. */
  readonly owners: ReadonlyMap<number, Uuid>;
}

/**
 * Compares the pages of a copy with documents, one after the other, until all of them are known again. A page is of the
 * document that has most of its words, and at least half.
 */
export class CopyMatcher {
  readonly #copy: SearchableDocument;
  readonly #samples: readonly number[];
  readonly #best = new Map<number, { readonly documentId: Uuid; readonly score: number }>();

  /** The pages on which there are comments are looked at before others. */
  constructor(copy: SearchableDocument, commented: readonly number[]) {
    this.#copy = copy;
    const all = copy.pages.map((_, index) => index + 1);
    const inOrder = [...new Set([...commented, ...spread(all)])];
    this.#samples = inOrder.filter((page) => hasTellingText(copy, page)).slice(0, mostSamples);
  }

  get isDone(): boolean {
    return this.#samples.every((page) => (this.#best.get(page)?.score ?? 0) >= sameShare);
  }

  compare(document: SearchableDocument): void {
    for (const page of this.#samples) {
      const found = findPage(this.#copy, page, [document]);
      if (found === null || found.score <= (this.#best.get(page)?.score ?? 0)) continue;
      this.#best.set(page, { documentId: found.documentId, score: found.score });
    }
  }

  match(): CopyMatch {
    const owners = [...this.#best].map(([page, { documentId }]) => [page, documentId] as const);
    return { telling: this.#samples.length, owners: new Map(owners) };
  }
}

function spread(pages: readonly number[]): readonly number[] {
  const step = Math.max(1, Math.floor(pages.length / mostSamples));
  return pages.filter((_, index) => index % step === 0);
}

/** The document that most of a copy is of; null when less than half of it is known again. */
export function documentOfCopy({ telling, owners }: CopyMatch): Uuid | null {
  if (telling === 0 || owners.size < telling / 2) return null;
  const counts = new Map<Uuid, number>();
  for (const id of owners.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
