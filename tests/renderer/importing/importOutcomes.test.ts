import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../core/library/views.ts';
import {
  firstContacts,
  needsList,
  worthTelling,
} from '../../../renderer/features/importing/importOutcomes.ts';
import { sampleIssuer, sampleMeeting, sampleOutcome, testId } from '../../support/libraryBuilders.ts';

const stranger = sampleIssuer({ keyState: 'notConfirmed', key: 'RWnew' });
const refused = (code: 'packCut' | 'cancelled'): ImportOutcome => ({
  file: 'a.beredd',
  result: { kind: 'refused', error: { code } },
});

describe('what is told of an import', () => {
  it('leaves out what the person stopped', () => {
    expect(worthTelling([refused('cancelled'), refused('packCut')])).toEqual([refused('packCut')]);
  });

  it('is a list as soon as something is refused, kept apart or damaged, or there are several', () => {
    expect(needsList([sampleOutcome()])).toBe(false);
    expect(needsList([])).toBe(false);
    expect(needsList([refused('packCut')])).toBe(true);
    expect(needsList([sampleOutcome({ kind: 'keptApart' })])).toBe(true);
    expect(needsList([sampleOutcome({ damagedDocuments: ['Bilaga 2'] })])).toBe(true);
    expect(needsList([sampleOutcome(), sampleOutcome()])).toBe(true);
  });
});

describe('first contact', () => {
  const added = sampleOutcome({ issuer: stranger });
  const itsMeeting = sampleMeeting({ issuer: stranger });

  it('asks about a key never met before', () => {
    expect(firstContacts([added], [])).toEqual([stranger]);
  });

  it('asks also when the library shows the new meeting already', () => {
    expect(firstContacts([added], [itsMeeting])).toEqual([stranger]);
  });

  it('asks once about a key that comes with several packs', () => {
    const second = sampleOutcome({ issuer: stranger, meetingId: testId(2) });
    expect(firstContacts([added, second], [])).toEqual([stranger]);
  });

  it('does not ask again when other packs of that key were here, whatever the answer was', () => {
    const earlier = sampleMeeting({ meetingId: testId(7), issuer: stranger });
    expect(firstContacts([added], [earlier])).toEqual([]);
  });

  it('does not ask about a known key, nor about packs that are updated or refused', () => {
    expect(firstContacts([sampleOutcome()], [])).toEqual([]);
    expect(firstContacts([sampleOutcome({ kind: 'updated', issuer: stranger })], [])).toEqual([]);
    expect(firstContacts([refused('packCut')], [])).toEqual([]);
  });
});
