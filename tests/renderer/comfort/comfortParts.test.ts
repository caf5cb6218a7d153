import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MeetingView } from '../../../core/library/views.ts';
import { defaultComfort, steppedRate, steppedRuler } from '../../../core/settings/comfortSettings.ts';
import { withPagesSeen } from '../../../renderer/app/workspace/seenInView.ts';
import { pageColours, pageLook } from '../../../renderer/features/reader/comfort/pageLooks.ts';
import { nextStop, rulerStops } from '../../../renderer/features/reader/comfort/rulerStops.ts';
import { pageOf } from '../../core/text/charactersOf.ts';
import { sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';

describe('the look of pages', () => {
  it('is none for paper, and the same object for the same choice', () => {
    expect(pageLook(defaultComfort)).toBeNull();
    const dark = { ...defaultComfort, pageColours: 'dark' as const };
    expect(pageLook(dark)).toBe(pageLook({ ...dark }));
    expect(pageLook(dark)).not.toBe(pageLook({ ...dark, recoloursScans: true }));
  });

  it('has the paper that the style sheet puts behind pages that are not drawn yet', () => {
    const tokens = readFileSync('renderer/ui/tokens.css', 'utf8');
    for (const [name, { paper }] of Object.entries(pageColours)) {
      const hex = paper.map((part) => part.toString(16).padStart(2, '0')).join('');
      expect(tokens).toContain(`--paper-${name}: #${hex};`);
    }
  });
});

describe('stops of the reading ruler', () => {
  it('are the lines from above, cells beside each other made one', () => {
    const page = pageOf(
      { text: 'Rubrik', x: 50, y: 700, size: 20 },
      { text: 'Vänster', x: 50, y: 600 },
      { text: 'Höger', x: 400, y: 601 },
      { text: 'Sist', x: 50, y: 580 },
    );
    const stops = rulerStops(page);
    expect(stops.map(({ middle }) => Math.round(middle))).toEqual([90, 195, 215]);
    expect(nextStop(stops, 90, 1)?.middle).toBe(stops[1]?.middle);
    expect(nextStop(stops, 100, -1)?.middle).toBe(stops[0]?.middle);
    expect(nextStop(stops, 215, 1)).toBeNull();
  });

  it('and speeds stay within what is offered', () => {
    expect([steppedRuler(20, -1), steppedRuler(236, 1)]).toEqual([20, 240]);
    expect([steppedRate(1, 1), steppedRate(3, 1), steppedRate(0.5, -1), steppedRate(1.1, -1)]).toEqual([
      1.25, 3, 0.5, 1,
    ]);
  });
});

describe('pages seen, in the view of the meeting', () => {
  const seen = (id: string) => sampleDocument(1, { id, seenPages: [[1, 1]] });
  const child = sampleItem(2, { documents: [seen('b')] });
  const meeting = sampleView({ agenda: [sampleItem(1, { documents: [seen('a')], children: [child] })] });
  const childOf = (view: MeetingView) => view.agenda[0]?.children[0]?.documents[0];

  it('are added wherever the document stands', () => {
    const changed = withPagesSeen(meeting, 'b', [[2, 3]]);
    expect(childOf(changed)?.seenPages).toEqual([[1, 3]]);
    expect(changed.agenda[0]?.documents[0]?.seenPages).toEqual([[1, 1]]);
  });

  it('leave the view as it is when they were known', () => {
    expect(withPagesSeen(meeting, 'b', [[1, 1]])).toBe(meeting);
    expect(withPagesSeen(meeting, 'elsewhere', [[1, 1]])).toBe(meeting);
  });
});
