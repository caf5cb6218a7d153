import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodiesOf, groupMeetings } from '../../../renderer/features/library/groupMeetings.ts';
import { sampleMeeting, testId } from '../../support/libraryBuilders.ts';

const now = Date.parse('2026-11-22T12:00:00+01:00');
const at = (n: number, start: string, changes = {}) =>
  sampleMeeting({ meetingId: testId(n), start, ...changes });

describe('the groups of the library', () => {
  it('put the nearest meeting first', () => {
    const soon = at(1, '2026-11-27T13:00:00+01:00');
    const later = at(2, '2026-12-14T18:00:00+01:00');
    const groups = groupMeetings([later, soon], now);
    expect(groups.next).toBe(soon);
    expect(groups.coming).toEqual([later]);
  });

  it('keep a meeting of today as the next one late in the evening', () => {
    const today = at(1, '2026-11-22T09:00:00+01:00');
    expect(groupMeetings([today], Date.parse('2026-11-22T23:30:00+01:00')).next).toBe(today);
    expect(groupMeetings([today], Date.parse('2026-11-23T00:30:00+01:00')).next).toBeNull();
  });

  it('never call a cancelled meeting the next one, and still show it', () => {
    const cancelled = at(1, '2026-11-25T13:00:00+01:00', { state: 'cancelled' });
    const held = at(2, '2026-12-02T13:00:00+01:00');
    const groups = groupMeetings([cancelled, held], now);
    expect(groups.next).toBe(held);
    expect(groups.coming).toEqual([cancelled]);
  });

  it('fold earlier years by year, latest first', () => {
    const meetings = ['2026-02-01', '2025-05-05', '2025-11-11', '2023-01-01'].map((day, n) =>
      at(n, `${day}T13:00:00+01:00`),
    );
    const { past, earlierYears } = groupMeetings(meetings, now);
    expect(past).toEqual([meetings[0]]);
    expect(earlierYears.map(({ year, meetings: of }) => [year, of.length])).toEqual([
      [2025, 2],
      [2023, 1],
    ]);
    expect(earlierYears[0]?.meetings[0]).toBe(meetings[2]);
  });

  it('lose no meeting and show none twice', () => {
    const instant = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    const library = fc.array(fc.tuple(instant, fc.constantFrom('scheduled', 'cancelled')));
    fc.assert(
      fc.property(library, (starts) => {
        const meetings = starts.map(([start, state], n) => at(n, start, { state }));
        const { next, coming, past, earlierYears } = groupMeetings(meetings, now);
        const shown = [
          ...(next ? [next] : []),
          ...coming,
          ...past,
          ...earlierYears.flatMap((y) => y.meetings),
        ];
        expect(shown.map((m) => m.meetingId).toSorted()).toEqual(meetings.map((m) => m.meetingId).toSorted());
      }),
    );
  });
});

describe('the bodies of the library', () => {
  it('count meetings and take the latest name of a body', () => {
    const meetings = [
      at(1, '2026-01-01T13:00:00+01:00', { bodyName: 'Nya namnet' }),
      at(2, '2025-01-01T13:00:00+01:00', { bodyName: 'Gamla namnet' }),
    ];
    expect(bodiesOf(meetings)).toEqual([
      { bodyId: testId(201), name: 'Nya namnet', municipality: 'Granåsa kommun', meetingCount: 2 },
    ]);
  });

  it('come in Swedish order', () => {
    const meetings = ['Ödenämnden', 'Årsnämnden', 'Zonnämnden'].map((bodyName, n) =>
      at(n, '2026-01-01T13:00:00+01:00', { bodyName, bodyId: testId(300 + n) }),
    );
    expect(bodiesOf(meetings).map(({ name }) => name)).toEqual(['Zonnämnden', 'Årsnämnden', 'Ödenämnden']);
  });
});
