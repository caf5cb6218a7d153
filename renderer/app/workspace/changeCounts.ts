import type { AgendaEntry, MeetingView } from '../../../core/library/views.ts';

/** What changed besides the new and changed items that the meeting's entry already counts. */
export interface ChangeCounts {
  readonly movedItems: number;
  /** Briefings that are new or changed. */
  readonly briefings: number;
}

export function changeCounts(view: MeetingView): ChangeCounts {
  return {
    movedItems: countMoved(view.agenda),
    briefings: view.briefings.filter((entry) => entry.change === 'new' || entry.change === 'changed').length,
  };
}

const countMoved = (entries: readonly AgendaEntry[]): number =>
  entries.reduce((sum, entry) => sum + (entry.change === 'moved' ? 1 : 0) + countMoved(entry.children), 0);
