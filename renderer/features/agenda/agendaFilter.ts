import type { AgendaEntry } from '../../../core/library/views.ts';

export const agendaFilters = ['all', 'decisions', 'unread', 'changed'] as const;
export type AgendaFilter = (typeof agendaFilters)[number];

const matches: Readonly<Record<AgendaFilter, (entry: AgendaEntry) => boolean>> = {
  all: () => true,
  decisions: (entry) =>
    entry.itemKind === 'decision' || (entry.itemKind === null && entry.proposedDecision.length > 0),
  // As the library counts: not opened in this revision. What was begun has its line of progress.
  unread: (entry) => entry.documents.some((document) => document.readState === 'unread'),
  changed: (entry) => isChanged(entry),
};

export function isChanged(entry: AgendaEntry): boolean {
  return entry.change !== 'none' || entry.documents.some((document) => document.change !== 'none');
}

/** The items that match, with the parents that lead to them. */
export function filterAgenda(agenda: readonly AgendaEntry[], filter: AgendaFilter): readonly AgendaEntry[] {
  if (filter === 'all') return agenda;
  return agenda.flatMap((entry) => {
    const children = filterAgenda(entry.children, filter);
    if (children.length === 0 && !matches[filter](entry)) return [];
    return [children.length === entry.children.length ? entry : { ...entry, children }];
  });
}

/** How many items match, parents that only lead to one not counted. */
export function countMatching(agenda: readonly AgendaEntry[], filter: AgendaFilter): number {
  return agenda.reduce(
    (sum, entry) => sum + (matches[filter](entry) ? 1 : 0) + countMatching(entry.children, filter),
    0,
  );
}
