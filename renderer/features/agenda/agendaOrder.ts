import type { AgendaEntry } from '../../../core/library/views.ts';

/** An agenda item where it stands: how deep, and under which item. */
export interface AgendaLine {
  readonly entry: AgendaEntry;
  readonly depth: number;
  readonly parentId: string | null;
}

/** All items in the order of the agenda, each before its children. */
export function agendaLines(
  agenda: readonly AgendaEntry[],
  depth = 0,
  parentId: string | null = null,
): readonly AgendaLine[] {
  return agenda.flatMap((entry) => [
    { entry, depth, parentId },
    ...agendaLines(entry.children, depth + 1, entry.id),
  ]);
}

export function findItem(agenda: readonly AgendaEntry[], id: string): AgendaEntry | null {
  return agendaLines(agenda).find((line) => line.entry.id === id)?.entry ?? null;
}
