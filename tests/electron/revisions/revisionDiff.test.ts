import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestPack } from '../../support/packBuilder.ts';
import {
  annex,
  bicycleItem,
  meetingId,
  report,
  revisedMeeting,
  roadItem,
} from '../../support/revisedMeeting.ts';
import { importOne, newFolder } from '../library/profileScene.ts';
import { revisionScene } from './revisionScene.ts';

type Scene = Awaited<ReturnType<typeof revisionScene>>;

let first: TestPack;
let second: TestPack;
let scene: Scene;

beforeAll(async () => {
  ({ first, second } = await revisedMeeting(await newFolder()));
});
afterEach(() => scene.close());

/** The first revision was opened and read; then the second came. */
async function revised(): Promise<void> {
  scene = await revisionScene(await newFolder());
  await importOne(scene.library, first.file);
  await scene.library.meeting(meetingId);
  for (const id of [report, annex]) await scene.library.setReadState(meetingId, id, 'read');
  await scene.library.flush();
  await importOne(scene.library, second.file);
}

const readStates = (): readonly string[] =>
  scene.library.meetingView(meetingId)?.agenda[0]?.documents.map(({ readState }) => readState) ?? [];

describe('what is new', () => {
  it('is nothing to be said while there is one revision', async () => {
    scene = await revisionScene(await newFolder());
    await importOne(scene.library, first.file);
    expect(await scene.revisionDiff.whatsNew(meetingId)).toEqual({ ok: true, value: null });
  });

  it('names place, proposed decision, replaced documents and withdrawn items', async () => {
    await revised();
    expect(await scene.revisionDiff.whatsNew(meetingId)).toMatchObject({
      value: {
        since: { revision: 1 },
        now: { revision: 2 },
        isSeen: false,
        meeting: { movedFrom: { place: 'Kommunhuset, Storsalen' }, place: 'Sal B' },
        holders: [
          {
            id: roadItem,
            change: 'changed',
            wasRead: true,
            proposedDecision: {
              before: ['Planen godkänns med början i oktober.', 'Planen ställs ut för granskning.'],
              after: ['Planen godkänns med början i september.', 'Planen ställs ut för granskning.'],
            },
            documents: [
              { id: report, change: 'replaced', wasRead: true },
              { id: annex, change: 'replaced', wasRead: true },
            ],
          },
          { id: bicycleItem, change: 'withdrawn', wasRead: false },
        ],
      },
    });
  });

  it('is compared with the revision before once it was seen', async () => {
    await revised();
    await scene.library.markSeen(meetingId);
    expect(await scene.revisionDiff.whatsNew(meetingId)).toMatchObject({
      value: { isSeen: true, since: { revision: 1 } },
    });
  });
});

describe('a replaced document', () => {
  it('is unread when its words are others, and stays read when only its layout is', async () => {
    await revised();
    expect(readStates()).toEqual(['unread', 'unread']);
    await scene.revisionDiff.settleReadStates(meetingId);
    expect(readStates()).toEqual(['unread', 'read']);
    const [report_, annex_] = scene.library.meetingView(meetingId)?.agenda[0]?.documents ?? [];
    expect([report_?.change, annex_?.change]).toEqual(['changed', 'none']);
  });

  it('tells which words are others', async () => {
    await revised();
    const compared = await scene.revisionDiff.compare(randomUUID(), meetingId, report);
    if (!compared.ok) throw new Error('it cannot be compared');
    expect(compared.value.verdict).toBe('text');
    const words = compared.value.passages.flatMap((passage) =>
      passage.kind === 'same' ? [] : passage.words,
    );
    expect(
      words
        .filter(({ kind }) => kind === 'added')
        .map(({ text }) => text)
        .join(' '),
    ).toContain('5,6');
  });

  it('can be shown as it was', async () => {
    await revised();
    const sha256 = first.manifest.agenda[0]?.documents[0]?.sha256 ?? '';
    expect(await scene.revisionDiff.oldDocument(meetingId, report, sha256)).toMatchObject({
      value: { id: report, title: 'Tjänsteskrivelse', revision: 1, version: { sha256, pageCount: 2 } },
    });
    expect(await scene.revisionDiff.oldDocument(meetingId, report, '0'.repeat(64))).toEqual({
      ok: true,
      value: null,
    });
  });

  it('fails as missing when there is nothing to compare it with', async () => {
    await revised();
    expect(await scene.revisionDiff.compare(randomUUID(), meetingId, randomUUID())).toMatchObject({
      error: { code: 'documentMissing' },
    });
  });
});
