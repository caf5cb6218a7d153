import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { DraftItem } from '../../../core/draft/draft.ts';
import { ImportReview } from '../../features/agendaImport/ImportReview.tsx';
import type { ExistingItem, ReviewPages } from '../../features/agendaImport/reviewTypes.ts';
import type { ReviewProps } from '../../features/secretary/editor/DraftEditor.tsx';

/** What an import proposes, over the editor. `items` are those of the draft. */
export function ProposalReview({
  draftId,
  proposal,
  onDone,
  items,
  pages,
}: ReviewProps & { items: readonly DraftItem[]; pages: ReviewPages }): ReactNode {
  const existing = useMemo(() => items.flatMap((item) => [existingItem(item, 0), ...below(item)]), [items]);
  return (
    <ImportReview
      draftId={draftId}
      proposal={proposal}
      items={existing}
      pages={pages}
      onAccept={onDone}
      onCancel={() => onDone(null)}
    />
  );
}

const below = ({ children }: DraftItem): readonly ExistingItem[] =>
  children.flatMap((child) => [existingItem(child, 1), ...below(child)]);

const existingItem = (item: DraftItem, level: number): ExistingItem => ({
  id: item.id,
  number: item.number,
  title: item.title,
  itemKind: item.itemKind,
  registryNumber: item.registryNumber,
  presenter: item.presenter,
  minutes: item.minutes,
  proposedDecision: [...item.proposedDecision],
  level,
});
