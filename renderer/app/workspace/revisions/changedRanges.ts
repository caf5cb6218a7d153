import type {
  DocumentComparison,
  PagePair,
  Passage,
  RangeOnPage,
} from '../../../../core/revisionDiff/documentComparison.ts';
import type { TextRange } from '../../../../core/text/textRanges.ts';
import type { FoundWords } from '../../../features/reader/readerTypes.ts';

/** Changed words of one side, marked on its pages as hits of a search are. */
export class ChangedRanges implements FoundWords {
  readonly #byPage = new Map<number, TextRange[]>();
  readonly #listeners = new Set<() => void>();
  #current: RangeOnPage | null = null;

  constructor(ranges: readonly RangeOnPage[]) {
    for (const { page, start, end } of ranges) {
      const known = this.#byPage.get(page);
      if (known) known.push({ start, end });
      else this.#byPage.set(page, [{ start, end }]);
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly hitsOn = (_documentId: string, page: number): readonly TextRange[] =>
    this.#byPage.get(page) ?? none;

  readonly currentOn = (_documentId: string, page: number): TextRange | null => {
    const current = this.#current;
    if (current?.page !== page) return null;
    return this.hitsOn('', page).find(({ start }) => start === current.start) ?? null;
  };

  show(range: RangeOnPage | null): void {
    this.#current = range;
    for (const listener of this.#listeners) listener();
  }
}

const none: readonly TextRange[] = [];

/** A change to step to: where it stands on each side, or the page that belongs beside it. */
export interface ChangeStop {
  readonly before: RangeOnPage | null;
  readonly after: RangeOnPage | null;
  readonly beforePage: number;
  readonly afterPage: number;
}

/** The changes in the order of the new document; where only pages changed, their pairs. */
export function changeStops({ passages, pairs }: DocumentComparison): readonly ChangeStop[] {
  return passages
    .filter((passage): passage is Exclude<Passage, { kind: 'same' }> => passage.kind !== 'same')
    .map(({ kind, before, after }) => {
      const old = kind === 'added' ? null : before;
      const renewed = kind === 'removed' ? null : after;
      return {
        before: old,
        after: renewed,
        beforePage: old?.page ?? beside(pairs, 'after', renewed?.page ?? 1),
        afterPage: renewed?.page ?? beside(pairs, 'before', old?.page ?? 1),
      };
    });
}

/** The page that stands beside one of the other side, or beside the nearest one before it that has a neighbour. */
function beside(pairs: readonly PagePair[], side: 'before' | 'after', page: number): number {
  const other = side === 'before' ? 'after' : 'before';
  const at = pairs.findIndex((pair) => pair[side] === page);
  return pairs.slice(0, at + 1).findLast((pair) => pair[other] !== null)?.[other] ?? 1;
}
