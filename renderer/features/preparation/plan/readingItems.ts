import type { AgendaEntry } from '../../../../core/library/views.ts';
import type { PlanView } from '../../../../core/preparation/planView.ts';
import type { PlannedItem } from '../../../../core/preparation/readingPlan.ts';

/** The agenda as the reading plan needs it, children after their parents. */
export const readingItems = (
  agenda: readonly AgendaEntry[],
  words: PlanView['words'],
): readonly PlannedItem[] =>
  agenda.flatMap((entry) => [
    {
      id: entry.id,
      itemKind: entry.itemKind,
      documents: entry.documents.map(({ id, pageCount, readState, seenPages }) => ({
        id,
        pageCount,
        words: words[id] ?? null,
        seen: seenPages ?? [],
        isRead: readState === 'read',
      })),
    },
    ...readingItems(entry.children, words),
  ]);
