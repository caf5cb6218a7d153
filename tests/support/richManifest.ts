import type { Manifest } from '../../core/pack/manifest.ts';
import { testId, testManifest } from './testManifest.ts';

/** A manifest in which every key of the format is used somewhere. Its documents' bytes do not matter. */
export const richManifest: Manifest = makeRichManifest();

function makeRichManifest(): Manifest {
  const { manifest, sources } = testManifest({
    extensions: { 'se.example.registry': { version: 2 } },
    pack: {
      revision: 3,
      previous: 'e'.repeat(64),
      note: 'Punkt 2 kompletterad\nPunkt 4 är ny',
      supplementTo: { revision: 2, manifest: 'e'.repeat(64) },
      returnBy: '2026-12-15',
      eraseAfter: '2027-12-31',
    },
    meeting: {
      end: '2026-12-01T17:00:00+01:00',
      webcast: 'https://granasa.example/webb-tv',
      summonsDeadline: '2026-11-24',
      body: {
        id: testId('body', 1),
        name: 'Kommunstyrelsen',
        roster: {
          members: [
            { id: testId('person', 1), name: 'Maj-Britt Öhrnell', party: 'Bygdepartiet', role: 'chair' },
            { id: testId('person', 2), name: 'Åke Sjölander', party: 'Samling Granåsa', role: 'substitute' },
          ],
          // oxlint-disable-next-line unicorn/no-thenable
          callIn: [{ party: 'Bygdepartiet', then: ['Samling Granåsa'] }],
          source: 'KF § 12/2026',
        },
      },
    },
    agenda: [
      {
        title: 'Detaljplan för Kyrkbyn',
        registryNumber: 'KS 2026/117',
        presenter: 'Planarkitekt Siv Ängsmo',
        minutes: 20,
        proposedDecision: ['Kommunstyrelsen antar planen.', 'Paragrafen justeras omedelbart.'],
        conflicts: [{ person: testId('person', 2), policy: 'warn' }],
        documents: [{ title: 'Tjänsteskrivelse', pageCount: 2, pages: { from: 11, to: 12 } }],
      },
      {
        title: 'Ekonomi',
        itemKind: 'information',
        documents: [{ title: 'Uppföljning', personalData: true }],
        children: [{ number: '2.1', title: 'Tertial 2', itemKind: 'information' }],
      },
      { title: 'Övrigt', number: '3', itemKind: 'other' },
      { title: 'Sekretessärende', number: '4', sealed: { ground: 'OSL 26 kap. 1 §', pageCount: 6 } },
    ],
    briefings: [
      {
        presenter: 'Enhetschef Rut Falk',
        period: '2026',
        start: '2026-12-01T14:00:00+01:00',
        minutes: 15,
        sections: [
          {
            id: testId('part', 1),
            sectionKind: 'challenges',
            title: 'Utmaningar',
            points: [
              { id: testId('part', 2), text: 'Många system\natt hålla i drift', themes: ['digitalisering'] },
            ],
          },
        ],
        keyFigures: [
          {
            id: testId('part', 3),
            name: 'Anställda',
            unitOfMeasure: 'personer',
            value: 839,
            asOf: '2026-10-31',
            scope: 'hela kommunen',
            source: 'Personalsystemet',
            note: 'Tillsvidareanställda',
            series: [{ asOf: '2025-10-31', value: 812.5 }],
            baselines: [{ label: 'nyår', asOf: '2026-01-01', value: 820, why: 'budgetår' }],
          },
        ],
        commitments: [
          {
            id: testId('part', 4),
            what: 'Plan för e-arkiv',
            who: 'IT-chefen',
            due: '2026-12-31',
            state: 'underWay',
            reported: 'Upphandling pågår',
            evidence: 'KS 2026/88',
          },
        ],
        documents: [
          { title: 'Bildspel', documentKind: 'attachment', pageCount: 0, mediaType: 'application/pdf' },
        ],
      },
      { sealed: { reason: 'conflict', ground: null } },
    ],
  });
  const files = sources.map(({ path }, i) => ({
    path,
    size: 100 + i,
    sha256: (i + 1).toString(16).padStart(64, '0'),
    mediaType: 'application/pdf',
  }));
  const readme = {
    path: 'README.txt',
    size: 10,
    sha256: 'f'.repeat(64),
    mediaType: 'text/plain; charset=utf-8',
  };
  // The documents' hashes are those of the files in the order they were made.
  const bySource = new Map(sources.map(({ path }, i) => [path, files[i]?.sha256 ?? '']));
  const documents = [...bySource].filter(([path]) => path.startsWith('docs/')).map(([, sha256]) => sha256);
  let next = 0;
  const withHash = <T extends { readonly sha256: string }>(document: T): T => ({
    ...document,
    sha256: documents[next++] ?? '',
  });
  return {
    ...manifest,
    agenda: manifest.agenda.map((item) => ({ ...item, documents: item.documents.map(withHash) })),
    briefings: manifest.briefings.map((briefing) => ({
      ...briefing,
      documents: briefing.documents.map(withHash),
    })),
    files: [readme, ...files],
  };
}
