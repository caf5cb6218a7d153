import type { AgendaEntry } from '../../../core/library/views.ts';
import type { PlannedItem } from '../../../core/preparation/readingPlan.ts';

/** The agenda as the reading plan needs it, children after their parents. */
export const readingItems = (agenda: readonly AgendaEntry[]): readonly PlannedItem[] =>
  agenda.flatMap((entry) => [
    {
      id: entry.id,
      itemKind: entry.itemKind,
      documents: entry.documents.map(({ id, pageCount, readState }) => ({
        id,
        pageCount,
        words: null,
        pagesSeen: 0,
        isRead: readState === 'read',
      })),
    },
    ...readingItems(entry.children),
  ]);
