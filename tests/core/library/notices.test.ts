import { describe, expect, it } from 'vitest';
import { decideKey } from '../../../core/library/keyDecision.ts';
import { dismissNotice, libraryNotices, withNotice } from '../../../core/library/notices.ts';
import type { StoredNotice } from '../../../core/library/libraryData.ts';
import { emptyLibrary } from '../../../core/library/libraryData.ts';
import { testId } from '../../support/testManifest.ts';
import { importAll, noon, scenePack, sha256 } from './libraryScene.ts';

const titleOf = () => 'Kommunstyrelsen';
const notices = (data: Parameters<typeof libraryNotices>[0]) => libraryNotices(data, titleOf);
const kinds = (data: Parameters<typeof libraryNotices>[0]) => notices(data).map((each) => each.kind);

describe('notices of what was taken in', () => {
  it('raises an alarm for one revision with two contents', () => {
    const data = importAll([scenePack({ pack: { note: 'a' } }), scenePack({ pack: { note: 'b' } })]);
    expect(notices(data)).toMatchObject([{ kind: 'fork', severity: 'alarm', detail: { revision: 1 } }]);
  });

  it('raises an alarm when a revision builds on another content than the one that is here', () => {
    const first = scenePack();
    const second = scenePack({ pack: { revision: 2, previous: sha256('något annat') } });
    expect(kinds(importAll([first, second]))).toEqual(['fork']);
    const honest = scenePack({ pack: { revision: 2, previous: first.manifestSha256 } });
    expect(kinds(importAll([first, honest]))).toEqual([]);
  });

  it('tells of revisions missing in between until they come', () => {
    const [first, fourth] = [scenePack(), scenePack({ pack: { revision: 4 } })];
    expect(notices(importAll([first, fourth]))).toMatchObject([
      { kind: 'gap', severity: 'info', detail: { from: 2, to: 3 } },
    ]);
    const filled = [scenePack({ pack: { revision: 2 } }), scenePack({ pack: { revision: 3 } })];
    expect(kinds(importAll([first, fourth, ...filled]))).toEqual([]);
  });

  it('raises an alarm for a known pack under another key', () => {
    const data = importAll([scenePack(), scenePack({ issuerKey: 'RWkey-b', seenAt: noon + 1 })]);
    expect(notices(data)).toMatchObject([{ kind: 'foreignKey', severity: 'alarm', at: noon + 1 }]);
  });

  it('raises one alarm for a known body under an unknown key, until that key is confirmed', () => {
    const others = [2, 3].map((number) =>
      scenePack({
        issuerKey: 'RWkey-b',
        pack: { id: testId('pack', number) },
        meeting: { id: testId('meeting', number) },
      }),
    );
    const data = decideKey(importAll([scenePack(), ...others]), 'RWkey-a', true, noon);
    expect(data && kinds(data)).toEqual(['foreignKey']);
    const settled = data && decideKey(data, 'RWkey-b', true, noon + 1);
    expect(settled && kinds(settled)).toEqual([]);
  });
});

describe('putting notices away', () => {
  const refused: StoredNotice = {
    id: 'refused:/delad/x.beredd',
    kind: 'refused',
    severity: 'problem',
    at: noon,
    meetingId: null,
    meetingTitle: null,
    file: 'x.beredd',
    detail: {},
    error: { code: 'packSignature', file: 'x.beredd' },
  };

  it('forgets a stored notice', () => {
    const data = withNotice(emptyLibrary(), refused);
    expect(kinds(data)).toEqual(['refused']);
    expect(dismissNotice(data, refused.id)).toEqual(emptyLibrary());
  });

  it('shows a notice once however often it is told', () => {
    expect(withNotice(withNotice(emptyLibrary(), refused), refused).notices).toHaveLength(1);
  });

  it('keeps an alarm away until there is something new to it', () => {
    const forked = importAll([scenePack({ pack: { note: 'a' } }), scenePack({ pack: { note: 'b' } })]);
    const [alarm] = notices(forked);
    const away = dismissNotice(forked, alarm?.id ?? '');
    expect(kinds(away)).toEqual([]);
    expect(kinds(importAll([scenePack({ pack: { note: 'c' } })], away))).toEqual(['fork']);
  });

  it('shows a code of a later version as unexpected', () => {
    const data = withNotice(emptyLibrary(), { ...refused, error: { code: 'somethingNew' } });
    expect(notices(data)[0]?.error?.code).toBe('unexpected');
  });
});
