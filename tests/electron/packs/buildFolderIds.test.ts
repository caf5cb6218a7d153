import { describe, expect, it } from 'vitest';
import { openPack } from '../../../electron/packs/openPack.ts';
import { testId } from '../../support/testManifest.ts';
import { build, built, firstItem, issued, meetingJson, pdf, writeFolder } from './folderScene.ts';
import type { FolderContent } from './folderScene.ts';

describe('ids', () => {
  it('of body and meeting follow from municipality, body name and start', async () => {
    const { manifest } = await built({ '01 A/a.pdf': pdf('a') });
    // UUIDv5 of "Granåsa kommun\nKommunstyrelsen" in the published namespace, and of the start in the body's.
    expect(manifest.meeting.body.id).toBe('73ad13e5-d3c3-5182-80d0-93e096c2e1a0');
    expect(manifest.meeting.id).toBe('9ede6f2a-81e0-5f59-afc7-cb8add8f936d');
  });

  it('that are given win', async () => {
    const id = testId('meeting', 5);
    const result = await built({
      'meeting.json': { ...meetingJson, id, packId: testId('pack', 5) },
      '01 A/a.pdf': pdf('a'),
      '01 A/item.json': { id: testId('item', 5), documents: [{ file: 'a.pdf', id: testId('document', 5) }] },
    });
    expect(result.manifest.meeting.id).toBe(id);
    expect(result.manifest.pack.id).toBe(testId('pack', 5));
    expect(firstItem(result)).toMatchObject({
      id: testId('item', 5),
      documents: [{ id: testId('document', 5) }],
    });
  });

  const before: FolderContent = {
    '01 Budget/förslag.pdf': pdf('budget'),
    '01 Budget/item.json': { registryNumber: 'KS 2026/1' },
    '02 Detaljplan/tjänsteskrivelse.pdf': pdf('plan'),
    '02 Detaljplan/karta.pdf': pdf('karta'),
    '03 Övriga frågor/lista.pdf': pdf('lista'),
  };

  it('are kept in the next revision through renumbering, renaming, moving and replacing', async () => {
    const first = await issued(await built(before));
    const next = await built(
      {
        'meeting.json': { ...meetingJson, start: '2026-12-08T13:00:00+01:00' },
        '01 Detaljplan/tjänsteskrivelse.pdf': pdf('plan, ändrad'),
        '01 Detaljplan/ritning.pdf': pdf('karta'),
        '02 Ny punkt/ny.pdf': pdf('ny'),
        '04 Budget och plan 2027/förslag.pdf': pdf('budget'),
        '04 Budget och plan 2027/item.json': { registryNumber: 'KS 2026/1' },
      },
      { previous: first },
    );
    const [budget, plan] = first.manifest.agenda;
    const [newPlan, added, newBudget] = next.manifest.agenda;
    expect(next.manifest.pack).toMatchObject({
      id: first.manifest.pack.id,
      revision: 2,
      previous: first.manifestSha256,
      supplementTo: null,
    });
    expect(next.manifest.meeting.id).toBe(first.manifest.meeting.id);
    expect(newPlan?.id).toBe(plan?.id);
    expect(newBudget?.id).toBe(budget?.id);
    expect(newPlan?.documents.map((document) => document.id).toSorted()).toEqual(
      plan?.documents.map((document) => document.id).toSorted(),
    );
    const known = new Set(first.manifest.agenda.map((item) => item.id));
    expect(known.has(added?.id ?? '')).toBe(false);
  });

  it('do not follow the title to a matter with another registry number', async () => {
    const motion = (registryNumber: string): FolderContent => ({
      '01 Svar på motion/m.pdf': pdf(registryNumber),
      '01 Svar på motion/item.json': { registryNumber },
    });
    const first = await issued(await built(motion('KS 2026/1')));
    const next = await built(motion('KS 2026/2'), { previous: first });
    expect(firstItem(next).id).not.toBe(first.manifest.agenda[0]?.id);
  });
});

describe('a supplement', () => {
  it('carries only what the previous revision lacks, and lists the rest', async () => {
    const first = await issued(await built({ '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b') }));
    const next = await built(
      { '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b, ändrad') },
      { previous: first, supplement: true },
    );
    expect(next.sources.map((source) => source.path)).toEqual(['docs/02-b/b.pdf']);
    const written = await issued(next);
    expect(written.manifest.pack.supplementTo).toEqual({ revision: 1, manifest: first.manifestSha256 });
    const opened = await openPack(written.file);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(opened.value.carried.size).toBe(1);
    await opened.value.close();
  });
});

describe('two builds', () => {
  it('with the same folder, clock and ids are the same to the byte', async () => {
    const folder = await writeFolder({ '01 A/a.pdf': pdf('a'), '02 B/b.pdf': pdf('b') });
    const hashes = [];
    for (let i = 0; i < 2; i++) {
      const result = await build(folder);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      hashes.push((await issued(result.value)).manifestSha256);
    }
    expect(hashes[1]).toBe(hashes[0]);
  });
});
