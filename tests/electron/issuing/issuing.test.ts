import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { newAgeIdentity, recipientOf } from '../../../electron/sealing/ageBox.ts';
import { draftId } from '../../support/draftBuilders.ts';
import { completeBriefing } from '../../support/sealedPack.ts';
import { failure } from '../../../core/errors.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { testSigner } from '../../support/testSigner.ts';
import { issuingScene, itemWith, job, sealed } from './issuingScene.ts';

describe('issuing a first revision', () => {
  test('writes one signed pack to every place, and the office reads it as a member will', async () => {
    const scene = await issuingScene();
    const file = await scene.file('Detaljplan');
    scene.draft = { ...scene.draft, items: [itemWith(1, file)], files: [file] };
    const issued = valueOf(await scene.issuing.issue(job(), scene.order({ saveAs: true, note: 'Välkomna' })));
    expect(issued?.revision).toBe(1);
    expect(issued?.words).toHaveLength(6);
    expect(await scene.filesIn(scene.shared)).toEqual(['Kommunstyrelsen 2026-12-01 rev 1.beredd']);
    expect(await scene.filesIn(scene.saved)).toEqual(['Kallelse.beredd']);
    const [meeting] = scene.library.view().meetings;
    expect(meeting).toMatchObject({ revision: 1, packNote: 'Välkomna', missingDocumentCount: 0 });
    expect(meeting?.issuer).toMatchObject({ keyState: 'known', key: testSigner().publicKey.line });
    expect(scene.draft.base).toMatchObject({ revision: 1, manifestSha256: issued?.manifestSha256 });
    expect(scene.issuing.issued(scene.draft.meeting.id)).toHaveLength(1);
    expect(await scene.filesIn(scene.workFolder)).toEqual([]);
  });

  test('tells how far it is, in the order of the work', async () => {
    const scene = await issuingScene();
    const file = await scene.file('Budget');
    scene.draft = { ...scene.draft, items: [itemWith(1, file, { seal: sealed })], files: [file] };
    valueOf(await scene.issuing.issue(job(), scene.order()));
    const phases = scene.progress.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(['sealing', 'writing', 'checking', 'publishing']);
  });

  test('is refused while pre-flight has errors', async () => {
    const scene = await issuingScene();
    scene.findings = [
      {
        key: 'noItems',
        code: 'noItems',
        severity: 'error',
        accepted: false,
        itemId: null,
        documentId: null,
        person: null,
        page: null,
        detail: {},
      },
    ];
    expect(failureOf(await scene.issuing.issue(job(), scene.order()))).toMatchObject({
      code: 'draftNotReady',
      detail: { count: 1 },
    });
    expect(await scene.filesIn(scene.shared)).toEqual([]);
  });

  test('does nothing when no file is chosen', async () => {
    const scene = await issuingScene();
    scene.answer.file = null;
    expect(valueOf(await scene.issuing.issue(job(), scene.order({ saveAs: true })))).toBeNull();
    expect(scene.library.view().meetings).toEqual([]);
  });

  test('publishes nothing and remembers nothing when the disk fills while the pack is written', async () => {
    const full = () => Promise.resolve(failure('diskFull', { file: 'pack.beredd' }));
    const scene = await issuingScene({
      packs: { writePack: full, verifyPack: () => Promise.reject(new Error('not asked')) },
    });
    const file = await scene.file('Budget');
    scene.draft = { ...scene.draft, items: [itemWith(1, file)], files: [file] };
    await writeFile(path.join(scene.saved, 'Kallelse.beredd'), 'the old pack');
    const issued = await scene.issuing.issue(job(), scene.order({ saveAs: true }));
    expect(failureOf(issued).code).toBe('diskFull');
    expect(await readFile(path.join(scene.saved, 'Kallelse.beredd'), 'utf8')).toBe('the old pack');
    expect(await scene.filesIn(scene.shared)).toEqual([]);
    expect(scene.draft.base).toBeNull();
  });

  test('goes on with the other places when one is gone, says which, and puts the pack there later', async () => {
    const scene = await issuingScene();
    const file = await scene.file('Budget');
    scene.draft = { ...scene.draft, items: [itemWith(1, file)], files: [file] };
    await rm(scene.shared, { recursive: true });
    const issued = valueOf(await scene.issuing.issue(job(), scene.order({ saveAs: true })));
    const wrong = issued?.publications.filter(({ error }) => error !== null) ?? [];
    expect(wrong.map(({ placeId, error }) => [placeId, error?.code])).toEqual([
      [scene.placeId, 'watchedFolderGone'],
    ]);
    await mkdir(scene.shared);
    const again = valueOf(await scene.issuing.publishAgain(job(), issued?.issueId ?? '', scene.placeId));
    expect(again?.publications).toHaveLength(2);
    expect(await scene.filesIn(scene.shared)).toEqual(['Kallelse.beredd']);
  });
});

describe('issuing a later revision', () => {
  test('as a supplement carries only what is new, and readers of the first have everything', async () => {
    const scene = await issuingScene();
    const [kept, old, fresh] = [await scene.file('Plan'), await scene.file('Budget'), await scene.file('Ny')];
    scene.draft = { ...scene.draft, items: [itemWith(1, kept), itemWith(2, old)], files: [kept, old] };
    valueOf(await scene.issuing.issue(job(), scene.order()));
    scene.draft = {
      ...scene.draft,
      items: [itemWith(1, kept), itemWith(2, fresh)],
      files: [kept, old, fresh],
    };
    const issued = valueOf(await scene.issuing.issue(job(), scene.order({ carry: 'supplement' })));
    expect(issued).toMatchObject({ revision: 2, carry: 'supplement' });
    const name = 'Kommunstyrelsen 2026-12-01 rev 2 komplettering.beredd';
    const pack = valueOf(await openPack(path.join(scene.shared, name)));
    expect([...pack.carried]).toContain(fresh.sha256);
    expect([...pack.carried]).not.toContain(kept.sha256);
    expect(pack.manifest.pack.previous).toBe(pack.manifest.pack.supplementTo?.manifest);
    await pack.close();
    expect(scene.library.view().meetings[0]).toMatchObject({ revision: 2, missingDocumentCount: 0 });
  });

  test('carries the same ciphertext for a sealed item that did not change', async () => {
    const scene = await issuingScene();
    const [open, secret] = [await scene.file('Plan'), await scene.file('Hemligt')];
    const items = [itemWith(1, open), itemWith(2, secret, { seal: sealed, title: 'Personärende' })];
    scene.draft = { ...scene.draft, items, files: [open, secret] };
    valueOf(await scene.issuing.issue(job(), scene.order()));
    valueOf(await scene.issuing.issue(job(), scene.order({ carry: 'supplement' })));
    const revisions = valueOf(await scene.library.revisions(scene.draft.meeting.id)).manifests;
    const sealedFiles = revisions.map(({ manifest }) =>
      manifest.files
        .filter((file) => file.path.startsWith('sealed/'))
        .map((file) => `${file.path} ${file.sha256}`)
        .toSorted(),
    );
    expect(sealedFiles[0]).toHaveLength(3);
    expect(sealedFiles[1]).toEqual(sealedFiles[0]);
    const names = await scene.filesIn(scene.shared);
    const supplement = names.find((name) => name.includes('komplettering')) ?? '';
    const pack = valueOf(await openPack(path.join(scene.shared, supplement)));
    const carriedPaths = pack.manifest.files.filter(({ sha256 }) => pack.carried.has(sha256));
    expect(carriedPaths.map((file) => file.path)).toEqual([]);
    expect(JSON.stringify(pack.manifest)).not.toContain('Personärende');
    await pack.close();
  });

  test('seals a briefing like an item: its unit alone stands openly, and the next revision carries the same ciphertext', async () => {
    const scene = await issuingScene();
    const [open, plan] = [await scene.file('Plan'), await scene.file('Insatsplan')];
    const whole = completeBriefing('Skyddsrum saknas', Buffer.from(''));
    const documents = whole.documents.map((document) => ({ ...document, sha256: plan.sha256, pageCount: 1 }));
    const briefing = { ...whole, documents, seal: sealed };
    scene.draft = { ...scene.draft, items: [itemWith(1, open)], briefings: [briefing], files: [open, plan] };
    valueOf(await scene.issuing.issue(job(), scene.order()));
    valueOf(await scene.issuing.issue(job(), scene.order({ carry: 'supplement' })));
    const [second, first] = valueOf(await scene.library.revisions(scene.draft.meeting.id)).manifests;
    const sealedFiles = (manifest: Manifest | undefined) =>
      (manifest?.files ?? []).filter(({ path: name }) => name.startsWith('sealed/'));
    expect(sealedFiles(first?.manifest)).toHaveLength(3);
    expect(sealedFiles(second?.manifest)).toEqual(sealedFiles(first?.manifest));
    expect(second?.manifest.briefings).toMatchObject([
      {
        id: whole.id,
        unit: whole.unit,
        presenter: null,
        sections: [],
        documents: [],
        sealed: { pageCount: 1 },
      },
    ]);
    expect(JSON.stringify(first?.manifest)).not.toMatch(/Skyddsrum|Insatsplan|Räddningschefen/);
    expect(first?.manifest.files.map(({ sha256 }) => sha256)).not.toContain(plan.sha256);
  });

  test('gives the key to nobody whom the item is hidden from, whoever was chosen', async () => {
    const asked: (readonly string[])[] = [];
    const recipient = await recipientOf(await newAgeIdentity());
    const scene = await issuingScene({
      sealing: {
        recipients: (people) => {
          asked.push(people);
          return Promise.resolve({ recipients: [recipient], withoutCard: [] });
        },
        record: () => Promise.resolve({ ok: true, value: null }),
        keep: () => Promise.resolve({ ok: true, value: undefined }),
      },
    });
    const secret = await scene.file('Hemligt');
    const [may, mayNot, warned] = [1, 2, 3].map((n) => draftId('person', n));
    if (may === undefined || mayNot === undefined || warned === undefined) throw new Error('nobody');
    const seal = { ...sealed, reason: 'conflict' as const, entitled: [may, mayNot, warned] };
    const conflicts = [
      { person: mayNot, policy: 'hide' as const },
      { person: warned, policy: 'warn' as const },
    ];
    const items = [itemWith(1, secret, { seal, conflicts })];
    scene.draft = { ...scene.draft, items, files: [secret] };
    valueOf(await scene.issuing.issue(job(), scene.order()));
    expect(asked).toEqual([[may, warned]]);
  });

  test('says which revision is missing when the one before is not here', async () => {
    const scene = await issuingScene();
    const file = await scene.file('Plan');
    scene.draft = {
      ...scene.draft,
      items: [itemWith(1, file)],
      files: [file],
      base: { revision: 3, manifestSha256: 'a'.repeat(64), issued: '2026-11-20T08:00:00+01:00' },
    };
    const issued = await scene.issuing.issue(job(), scene.order({ carry: 'supplement' }));
    expect(failureOf(issued)).toMatchObject({ code: 'packBaseMissing', detail: { revision: 3 } });
  });
});
