import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../core/draft/cleanText.ts';
import { runningClock } from '../../../core/draft/runningClock.ts';
import { bodySettingsFor, summonsDeadline, withMovedDeadline } from '../../../core/draft/summonsDeadline.ts';
import { textFault } from '../../../core/pack/textRules.ts';
import { draftId, sampleDraft, sampleItem } from '../../support/draftBuilders.ts';
import fc from 'fast-check';

describe('the running clock', () => {
  it('tells when each item begins, with the offset of the meeting, over midnight too', () => {
    const items = [
      sampleItem(1, { minutes: 90, children: [sampleItem(2, { minutes: 30 })] }),
      sampleItem(3),
      sampleItem(4, { minutes: 15 }),
    ];
    const clock = runningClock({ start: '2026-12-01T22:15:00+01:00' }, items);
    expect([...(clock?.starts.values() ?? [])]).toEqual([
      '2026-12-01T22:15:00+01:00',
      '2026-12-01T23:45:00+01:00',
      '2026-12-02T00:15:00+01:00',
      '2026-12-02T00:15:00+01:00',
    ]);
    expect(clock).toMatchObject({ end: '2026-12-02T00:30:00+01:00', unplanned: 1 });
    expect(runningClock({ start: null }, items)).toBeNull();
  });
});

describe('the summons deadline', () => {
  it('is counted in local calendar days before the day of the meeting', () => {
    expect(summonsDeadline('2026-12-01T00:30:00+01:00', 7)).toBe('2026-11-24');
    expect(summonsDeadline('2026-03-30T09:00:00+02:00', 7)).toBe('2026-03-23');
    expect(summonsDeadline('2028-03-01T09:00:00+01:00', 1)).toBe('2028-02-29');
  });

  it('has a rule of law for councils and none for committees', () => {
    const issuer = { municipality: 'Granåsa kommun', office: 'Kansliet' };
    expect(bodySettingsFor('Kommunfullmäktige', issuer)).toMatchObject({
      summonsDays: 7,
      summonsSource: 'KL 5 kap. 15 §',
    });
    expect(bodySettingsFor('Kommunstyrelsen', issuer)).toMatchObject({
      summonsDays: null,
      summonsSource: null,
    });
  });

  it('moves with the meeting when it was the rule’s, and stays when it was set otherwise', () => {
    const rule = { summonsDays: 5, summonsSource: 'Reglemente 12 §' };
    const draft = sampleDraft();
    const move = { do: 'setMeeting', patch: { start: '2026-12-08T13:00:00+01:00' } } as const;
    expect(withMovedDeadline(draft, move, rule)).toEqual(move);
    const byRule = { ...draft, meeting: { ...draft.meeting, summonsDeadline: '2026-11-26' } };
    expect(withMovedDeadline(byRule, move, rule)).toMatchObject({
      patch: { summonsDeadline: '2026-12-03', deadlineSource: 'Reglemente 12 §' },
    });
    expect(withMovedDeadline(byRule, move, { summonsDays: null, summonsSource: null })).toEqual(move);
    const other = { do: 'removeItem', itemId: draftId('item', 1) } as const;
    expect(withMovedDeadline(byRule, other, rule)).toBe(other);
  });
});

describe('text that is typed or pasted', () => {
  it('becomes what the pack format takes, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
        fc.constantFrom('title', 'proposedDecision'),
        (text, key) => {
          expect(textFault(cleanText(text, key), key === 'proposedDecision')).toBeNull();
        },
      ),
    );
  });

  it('keeps line breaks where they may stand, and letters as they are', () => {
    expect(cleanText('a\r\nb\tc', 'proposedDecision')).toBe('a\nb c');
    expect(cleanText('a\r\nb', 'title')).toBe('a b');
    expect(cleanText('A\u030angermanland\u200b')).toBe('Ångermanland');
  });
});
