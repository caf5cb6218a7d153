import { describe, expect, it } from 'vitest';
import type { BriefingSection, Manifest } from '../../../core/pack/manifest.ts';
import { oldDocumentIn } from '../../../core/revisionDiff/oldDocument.ts';
import { whatsNew } from '../../../core/revisionDiff/whatsNew.ts';
import type { DocumentSpec, ManifestSpec } from '../../support/testManifest.ts';
import { testId, testManifest } from '../../support/testManifest.ts';

const [road, school] = [testId('item', 1), testId('item', 2)];
const [report, annex] = [testId('document', 1), testId('document', 2)];

const manifest = (spec: ManifestSpec, revision = 1): Manifest => ({
  ...testManifest({ ...spec, pack: { revision } }).manifest,
  files: [],
});
const document = (id: string, title: string, sha256: string, more: DocumentSpec = {}): DocumentSpec => ({
  id,
  title,
  sha256: sha256.repeat(64),
  pageCount: 2,
  ...more,
});
const agenda = (roadDocuments: readonly DocumentSpec[], schoolDocuments: readonly DocumentSpec[]) => ({
  agenda: [
    { id: road, number: '1', title: 'Gatan', documents: roadDocuments },
    { id: school, number: '2', title: 'Skolan', documents: schoolDocuments },
  ],
});

const before = manifest(
  agenda([document(report, 'Tjänsteskrivelse', 'a'), document(annex, 'Bilaga', 'b')], []),
);
const news = (after: Manifest, wasRead: (id: string) => boolean = () => false) =>
  whatsNew({ before, after, isSeen: false, wasRead: ({ id }) => wasRead(id) });

describe('what is new between two revisions', () => {
  it('is nothing when nothing differs', () => {
    expect(
      news(
        manifest(agenda([document(report, 'Tjänsteskrivelse', 'a'), document(annex, 'Bilaga', 'b')], []), 2),
      ).holders,
    ).toEqual([]);
  });

  it('names a document that moved under both items, without comparing it with itself', () => {
    const { holders } = news(
      manifest(agenda([document(report, 'Tjänsteskrivelse', 'a')], [document(annex, 'Bilaga', 'b')]), 2),
    );
    expect(holders.map(({ id, documents }) => [id, documents])).toMatchObject([
      [road, [{ id: annex, change: 'movedAway', elsewhere: { number: '2', title: 'Skolan' }, after: null }]],
      [
        school,
        [{ id: annex, change: 'movedHere', elsewhere: { number: '1', title: 'Gatan' }, before: null }],
      ],
    ]);
  });

  it('holds changed sections of a briefing against each other, point by point', () => {
    const section = (n: number, title: string, points: readonly string[]): BriefingSection => ({
      id: testId('part', n),
      sectionKind: 'other',
      title,
      points: points.map((text, at) => ({
        id: testId('part', 100 * n + at),
        text,
        themes: [],
        source: null,
      })),
    });
    const unit = (sections: readonly BriefingSection[]) => ({
      briefings: [{ id: testId('briefing', 1), sections }],
    });
    const first = manifest(
      unit([
        section(1, 'Uppdrag', ['Vi lagar mat.']),
        section(2, 'Utmaning', ['Svinn.']),
        section(3, 'Samma', ['Ja.']),
      ]),
    );
    const second = manifest(
      unit([section(1, 'Uppdrag', ['Vi lagar mat.', 'Vi diskar.']), section(3, 'Samma', ['Ja.'])]),
      2,
    );
    const { holders } = whatsNew({ before: first, after: second, isSeen: false, wasRead: () => false });
    expect(holders).toMatchObject([
      {
        type: 'briefing',
        aspects: [],
        sections: [
          { title: 'Uppdrag', before: ['Vi lagar mat.'], after: ['Vi lagar mat.', 'Vi diskar.'] },
          { title: 'Utmaning', before: ['Svinn.'], after: [] },
        ],
      },
    ]);
  });

  it('names documents that were added, replaced, renamed and withdrawn', () => {
    const added = testId('document', 3);
    const { holders } = news(
      manifest(agenda([document(report, 'Tjänsteutlåtande', 'c'), document(added, 'Karta', 'd')], []), 2),
      (id) => id === report,
    );
    expect(holders).toMatchObject([
      {
        id: road,
        wasRead: false,
        documents: [
          { id: report, change: 'replaced', previousTitle: 'Tjänsteskrivelse', wasRead: true },
          { id: added, change: 'added', before: null },
          { id: annex, change: 'withdrawn', after: null },
        ],
      },
    ]);
  });

  it('tells documents that share a file apart by their pages', () => {
    const pages = (from: number, to: number): DocumentSpec => ({
      pages: { from, to },
      pageCount: to - from + 1,
    });
    const first = manifest(
      agenda([document(report, 'Ett', 'a', pages(1, 2)), document(annex, 'Två', 'a', pages(3, 5))], []),
    );
    const second = manifest(
      agenda([document(report, 'Ett', 'a', pages(1, 3)), document(annex, 'Två', 'a', pages(4, 5))], []),
      2,
    );
    const { holders } = whatsNew({ before: first, after: second, isSeen: false, wasRead: () => true });
    expect(holders[0]?.documents).toMatchObject([
      { change: 'replaced', before: { pages: { from: 1, to: 2 } }, after: { pages: { from: 1, to: 3 } } },
      { change: 'replaced', before: { pages: { from: 3, to: 5 } }, after: { pages: { from: 4, to: 5 } } },
    ]);
  });

  it('counts an item as read when all it had was', () => {
    const after = manifest(
      agenda([document(report, 'Tjänsteskrivelse', 'x'), document(annex, 'Bilaga', 'b')], []),
      2,
    );
    expect(news(after, () => true).holders[0]?.wasRead).toBe(true);
    expect(news(after, (id) => id === report).holders[0]?.wasRead).toBe(false);
  });
});

describe('an old document', () => {
  it('is found in the newest revision that had these bytes', () => {
    const later = manifest(agenda([document(report, 'Nytt namn', 'a')], []), 2);
    const newest = manifest(agenda([document(report, 'Ännu ett', 'e')], []), 3);
    expect(oldDocumentIn([newest, later, before], report, 'a'.repeat(64))).toMatchObject({
      title: 'Nytt namn',
      revision: 2,
    });
    expect(oldDocumentIn([newest, later, before], report, '9'.repeat(64))).toBeNull();
  });
});
