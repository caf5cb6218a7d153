import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import type { Draft } from '../../../core/draft/draft.ts';
import { draftDifference } from '../../../core/draft/draftDifference.ts';
import type { DraftEdit } from '../../../core/draft/draftEdit.ts';
import { draftFromManifest } from '../../../core/draft/draftFromManifest.ts';
import { richManifest } from '../../support/richManifest.ts';

const begun = (): Draft =>
  draftFromManifest({
    manifest: richManifest,
    manifestSha256: 'a'.repeat(64),
    draftId: '0190b0b0-0000-7000-8000-000000000001',
    now: 0,
    opened: new Map(),
  });

function differenceAfter(...edits: readonly DraftEdit[]) {
  const draft = edits.reduce((now, edit) => {
    const done = applyEdit(now, edit);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  }, begun());
  const difference = draftDifference(richManifest, draft);
  if (!difference.ok) throw new Error(JSON.stringify(difference.error));
  return difference.value;
}

const [first, second] = begun().items.filter(({ seal }) => seal === null);
if (first === undefined || second === undefined) throw new Error('the sample has two open items');

describe('the difference of a draft to its base', () => {
  it('is nothing before anything is changed', () => {
    const { items, withdrawnItems, withdrawnDocuments, meeting } = differenceAfter();
    expect({ items, withdrawnItems, withdrawnDocuments }).toEqual({
      items: [],
      withdrawnItems: [],
      withdrawnDocuments: [],
    });
    expect(meeting).toEqual({ movedFrom: null, cancelled: false, reinstated: false, previousTitle: null });
  });

  it('names what is another in an item', () => {
    const { items } = differenceAfter({
      do: 'setItem',
      itemId: second.id,
      patch: { proposedDecision: ['Ärendet återremitteras.'] },
    });
    expect(items).toMatchObject([{ itemId: second.id, change: 'changed', aspects: ['proposedDecision'] }]);
  });

  it('tells of items that come and go', () => {
    const item = {
      ...first,
      id: '0190b0b0-0000-7000-8000-000000000002',
      title: 'Nytt',
      documents: [],
      children: [],
    };
    const { items, withdrawnItems } = differenceAfter(
      { do: 'addItem', item, parent: null, at: 0 },
      { do: 'removeItem', itemId: second.id },
    );
    expect(items.filter(({ change }) => change === 'new').map(({ title }) => title)).toEqual(['Nytt']);
    expect(withdrawnItems.map(({ title }) => title)).toContain(second.title);
  });

  it('tells what a moved meeting is moved from, and that one is cancelled', () => {
    const moved = differenceAfter({ do: 'setMeeting', patch: { place: 'Lilla salen' } });
    expect(moved.meeting.movedFrom).toEqual({
      start: richManifest.meeting.start,
      place: richManifest.meeting.place,
    });
    const cancelled = differenceAfter({ do: 'setMeeting', patch: { state: 'cancelled' } });
    expect(cancelled.meeting.cancelled).toBe(true);
  });

  it('takes a meeting without a time to keep the old one', () => {
    expect(differenceAfter({ do: 'setMeeting', patch: { start: null } }).meeting.movedFrom).toBeNull();
  });
});
