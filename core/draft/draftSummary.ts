import type { Draft } from './draft.ts';
import { allDraftItems } from './agendaTree.ts';
import type { DraftSummary } from './draftViews.ts';

/** The line of a draft in the list. */
export function draftSummary(draft: Draft): DraftSummary {
  const items = allDraftItems(draft.items);
  return {
    draftId: draft.id,
    title: draft.meeting.title,
    bodyName: draft.meeting.body.name,
    start: draft.meeting.start,
    itemCount: items.length,
    documentCount: items.reduce((sum, { documents }) => sum + documents.length, 0),
    revision: (draft.base?.revision ?? 0) + 1,
    changed: draft.changed,
    damaged: false,
  };
}

/** The line of a draft whose file cannot be read. */
export const damagedSummary = (draftId: string): DraftSummary => ({
  draftId,
  title: '',
  bodyName: '',
  start: null,
  itemCount: 0,
  documentCount: 0,
  revision: 0,
  changed: 0,
  damaged: true,
});
