import { describe, expect, it } from 'vitest';
import { deliveryStanding, withDelivered } from '../../../core/exchange/deliveries.ts';
import { testId } from '../../support/testManifest.ts';

const start = '2026-12-01T13:00:00+01:00';
const sent = '2026-11-24T10:00:00+01:00';
const at = (instant: string) => Date.parse(instant);

describe('the newest revision of a person', () => {
  it.each([
    ['notSent', null, null, '2026-11-30T10:00:00+01:00'],
    ['waiting', sent, null, '2026-11-27T09:59:00+01:00'],
    ['overdue', sent, null, '2026-11-27T10:00:00+01:00'],
    ['overdue', '2026-11-30T12:00:00+01:00', null, '2026-11-30T13:00:00+01:00'],
    ['confirmed', sent, '2026-11-25T08:00:00+01:00', '2026-11-30T10:00:00+01:00'],
    // Opened without that anybody noted it as sent.
    ['confirmed', null, '2026-11-25T08:00:00+01:00', '2026-11-30T10:00:00+01:00'],
  ])('is %s', (standing, sentAt, opened, now) => {
    const older = { revision: 1, sent, opened: '2026-11-24T12:00:00+01:00' };
    expect(deliveryStanding([older, { revision: 2, sent: sentAt, opened }], start, at(now))).toBe(standing);
  });
});

it('notes a sending once for each person and revision, and takes it away again', () => {
  const pack = testId('pack', 1);
  const members = [testId('person', 1), testId('person', 2)];
  const once = withDelivered([], { pack, revision: 1, members }, sent);
  const again = withDelivered(once, { pack, revision: 1, members: members.slice(1) }, start);
  expect(again.map((each) => each.sent)).toEqual([sent, start]);
  expect(withDelivered(again, { pack, revision: 2, members }, null)).toEqual(again);
  expect(withDelivered(again, { pack, revision: 1, members }, null)).toEqual([]);
});
