import type { NoteHeading } from '../../../core/annotation/noteList.ts';
import type { AgendaEntry, BriefingEntry, DocumentEntry, MeetingView } from '../../../core/library/views.ts';

/** Everything of a meeting by the pack's ids. */
export interface MeetingIndex {
  readonly items: ReadonlyMap<string, AgendaEntry>;
  readonly briefings: ReadonlyMap<string, BriefingEntry>;
  readonly documents: ReadonlyMap<string, DocumentEntry>;
}

const allItems = (agenda: readonly AgendaEntry[]): readonly AgendaEntry[] =>
  agenda.flatMap((entry) => [entry, ...allItems(entry.children)]);

export function meetingIndex(view: MeetingView): MeetingIndex {
  const items = allItems(view.agenda);
  const documents = [...items, ...view.briefings].flatMap((entry) => entry.documents);
  const byId = <E extends { readonly id: string }>(entries: readonly E[]): ReadonlyMap<string, E> =>
    new Map(entries.map((entry) => [entry.id, entry]));
  return { items: byId(items), briefings: byId(view.briefings), documents: byId(documents) };
}

/** One text a heading, so that headings can be compared and counted. */
export function headingKey(heading: NoteHeading): string {
  switch (heading.type) {
    case 'item':
      return heading.item;
    case 'briefing':
      return heading.briefing;
    case 'meeting':
    case 'elsewhere':
      return heading.type;
  }
}
