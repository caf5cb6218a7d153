import type { BereddError } from '../../../core/errors.ts';
import type { DocumentComparison } from '../../../core/revisionDiff/documentComparison.ts';
import type { HolderNews, WhatsNew } from '../../../core/revisionDiff/whatsNew.ts';

/** How far the comparison of a replaced document has come. */
export type ComparisonState =
  | { readonly status: 'waiting' | 'stopped' }
  | { readonly status: 'comparing'; readonly share: number }
  | { readonly status: 'done'; readonly comparison: DocumentComparison }
  | { readonly status: 'failed'; readonly error: BereddError };

/** By document. */
export type Comparisons = ReadonlyMap<string, ComparisonState>;

/** Every document has two contents that can be compared. */
export const comparedDocuments = ({ holders }: WhatsNew): readonly string[] =>
  holders.flatMap(({ documents }) =>
    documents.flatMap(({ id, before, after }) => (before !== null && after !== null ? [id] : [])),
  );

/** Only new printings of the same words: known once every replaced document was compared. */
export function isLayoutOnly(news: HolderNews, comparisons: Comparisons): boolean {
  if (news.change !== 'changed' || news.proposedDecision !== null || news.previousTitle !== null)
    return false;
  if (news.aspects.length > 0 || (news.sections ?? []).length > 0) return false;
  if (news.documents.length === 0) return false;
  return news.documents.every(({ id, change }) => {
    const state = comparisons.get(id);
    return change === 'replaced' && state?.status === 'done' && state.comparison.verdict === 'layout';
  });
}

export interface NewsCounts {
  readonly changed: number;
  readonly changedRead: number;
  readonly added: number;
  readonly moved: number;
  readonly withdrawn: number;
  readonly layoutOnly: number;
  readonly briefings: number;
}

/** How much is new, as far as is known by now. */
export function newsCounts({ holders }: WhatsNew, comparisons: Comparisons): NewsCounts {
  const items = holders.filter(({ type }) => type === 'item');
  const changed = items.filter((news) => news.change === 'changed' && !isLayoutOnly(news, comparisons));
  const of = (change: HolderNews['change']): number => items.filter((news) => news.change === change).length;
  return {
    changed: changed.length,
    changedRead: changed.filter(({ wasRead }) => wasRead).length,
    added: of('new'),
    moved: of('moved'),
    withdrawn: of('withdrawn'),
    layoutOnly: items.filter((news) => isLayoutOnly(news, comparisons)).length,
    briefings: holders.filter((news) => news.type === 'briefing' && !isLayoutOnly(news, comparisons)).length,
  };
}
