import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../../core/library/views.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import { failure } from '../../../core/errors.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { verifyPack } from '../../../electron/packs/verifyPack.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { plainAgenda, testId } from '../../support/testManifest.ts';
import { testSigner } from '../../support/testSigner.ts';
import { importOne, newFolder, openLibrary } from './profileScene.ts';

const meetingId = testId('meeting', 1);
let folder: string;
let library: LibraryService;

beforeEach(async () => {
  folder = await newFolder();
  library = await openLibrary(folder);
});

async function twoRevisions() {
  const first = await buildTestPack();
  const second = await buildTestPack({
    name: 'rev2.beredd',
    supplementTo: first,
    pack: { revision: 2, previous: first.manifestSha256 },
    agenda: [...plainAgenda, { title: 'Ny punkt', documents: [{ title: 'Ny handling' }] }],
  });
  return { first, second };
}

const documentsOf = async (id = meetingId) => {
  const view = library.meetingView(id);
  return (view?.agenda ?? []).flatMap((item) => item.documents);
};

describe('taking in a pack', () => {
  it('stores documents by content and manifest and signature as received', async () => {
    const pack = await buildTestPack();
    const outcome = await importOne(library, pack.file);
    expect(outcome).toMatchObject({ file: 'kallelse.beredd', result: { kind: 'added', revision: 1 } });
    const documents = pack.manifest.files.filter((file) => file.path !== 'README.txt');
    expect((await readdir(path.join(folder, 'documents'))).toSorted()).toEqual(
      documents.map((file) => file.sha256).toSorted(),
    );
    expect(await readdir(path.join(folder, 'packs', testId('pack', 1)))).toEqual([
      '1.issuer.pub',
      '1.manifest.json',
      '1.minisig',
    ]);
  });

  it('asks for the six words of a key it does not know, until they are confirmed', async () => {
    const { result } = await importOne(library, (await buildTestPack()).file);
    if (result.kind === 'refused') throw new Error('not taken in');
    expect(result.issuer.keyState).toBe('notConfirmed');
    expect(result.issuer.words).toHaveLength(6);
    await library.confirmKey(result.issuer.key, true);
    expect(library.view().meetings[0]?.issuer.keyState).toBe('known');
    const again = await openLibrary(folder);
    expect(again.view().meetings[0]?.issuer.keyState).toBe('known');
  });

  it('says of a pack that is here already that it is known, and reads none of its documents', async () => {
    const pack = await buildTestPack();
    await importOne(library, pack.file);
    const watched = await openLibrary(folder, {
      packs: { openPack, verifyPack: () => Promise.reject(new Error('read again')) },
    });
    expect(await importOne(watched, pack.file)).toMatchObject({ result: { kind: 'known' } });
  });

  it('tells its progress, from opening to done', async () => {
    const told: ImportProgress[] = [];
    const pack = await buildTestPack();
    await library.importFiles([pack.file], { job: 'j1', onProgress: (progress) => told.push(progress) });
    expect([...new Set(told.map((each) => each.phase))]).toEqual(['opening', 'verifying', 'storing', 'done']);
    expect(told.every((each) => each.job === 'j1' && each.file === 'kallelse.beredd')).toBe(true);
  });

  it('refuses a cut file by name and leaves the library as it was', async () => {
    await importOne(library, (await buildTestPack()).file);
    const before = library.view();
    const whole = await readFile((await buildTestPack({ pack: { revision: 2 } })).file);
    const cut = path.join(folder, 'cut.beredd');
    await writeFile(cut, whole.subarray(0, whole.length - 40));
    expect(await importOne(library, cut)).toMatchObject({
      file: 'cut.beredd',
      result: { kind: 'refused', error: { code: 'packCut', file: 'cut.beredd' } },
    });
    expect(library.view()).toEqual(before);
  });

  it('names a damaged document, keeps the others, and takes the document from a whole copy later', async () => {
    const pack = await buildTestPack();
    const bytes = await readFile(pack.file);
    const damaged = path.join(folder, 'damaged.beredd');
    const at = bytes.indexOf('Tj\u00e4nsteskrivelse', 0, 'latin1');
    bytes[at] = 0x58;
    await writeFile(damaged, bytes);
    expect(await importOne(library, damaged)).toMatchObject({
      result: { kind: 'added', damagedDocuments: ['Tjänsteskrivelse'] },
    });
    expect((await documentsOf()).map((each) => each.available)).toEqual([true, false]);
    expect(await importOne(library, pack.file)).toMatchObject({
      result: { kind: 'known', damagedDocuments: [] },
    });
    expect((await documentsOf()).every((each) => each.available)).toBe(true);
  });
});

describe('supplements', () => {
  it('are shown without their base, say which revision they need, and are complete when it comes', async () => {
    const { first, second } = await twoRevisions();
    await importOne(library, second.file);
    expect(library.view().meetings[0]).toMatchObject({
      revision: 2,
      missingDocumentCount: 2,
      needsRevision: 1,
    });
    expect(await importOne(library, first.file)).toMatchObject({ result: { kind: 'older' } });
    expect(library.view().meetings[0]).toMatchObject({
      revision: 2,
      missingDocumentCount: 0,
      needsRevision: null,
    });
  });

  it('give the same library before and after their base', async () => {
    const { first, second } = await twoRevisions();
    const now = () => Date.parse('2026-11-24T12:00:00+01:00');
    const views = [];
    for (const order of [
      [first, second],
      [second, first, second],
    ]) {
      const own = await openLibrary(await newFolder(), { now });
      for (const pack of order) await importOne(own, pack.file);
      views.push(own.view());
    }
    expect(views[1]).toEqual(views[0]);
  });
});

describe('packs that contradict each other', () => {
  it('keeps a fork beside the first, with an alarm', async () => {
    const one = await buildTestPack();
    const other = await buildTestPack({ pack: { note: 'Annat innehåll' } });
    await importOne(library, one.file);
    await importOne(library, other.file);
    expect(library.view().notices.map((notice) => notice.kind)).toEqual(['fork']);
    const shelf = await readdir(path.join(folder, 'packs', testId('pack', 1)));
    expect(shelf.filter((name) => name.endsWith('.manifest.json'))).toHaveLength(2);
  });

  it('keeps a known pack id under another key apart and goes on showing the first', async () => {
    const mine = await importOne(library, (await buildTestPack()).file);
    if (mine.result.kind === 'refused') throw new Error('not taken in');
    await library.confirmKey(mine.result.issuer.key, true);
    const foreign = await buildTestPack({ signer: testSigner(2), pack: { revision: 5 } });
    expect(await importOne(library, foreign.file)).toMatchObject({
      result: { kind: 'keptApart', issuer: { keyState: 'changed' } },
    });
    expect(library.view().meetings[0]).toMatchObject({ revision: 1, issuer: { keyState: 'known' } });
    expect(library.view().notices.map((notice) => notice.kind)).toEqual(['foreignKey']);
  });
});

describe('cancelling and failing', () => {
  it('takes several imports in turn, and cancels one without touching the others', async () => {
    const packs = await Promise.all(
      [1, 2, 3].map((number) =>
        buildTestPack({
          pack: { id: testId('pack', number) },
          meeting: { id: testId('meeting', number), title: `Möte ${number}` },
        }),
      ),
    );
    const stop = new AbortController();
    const [a, b, c] = packs.map((pack, i) =>
      library.importFiles([pack.file], { job: `j${i}`, ...(i === 1 && { signal: stop.signal }) }),
    );
    stop.abort();
    expect((await a)?.[0]?.result.kind).toBe('added');
    expect((await b)?.[0]?.result).toMatchObject({ kind: 'refused', error: { code: 'cancelled' } });
    expect((await c)?.[0]?.result.kind).toBe('added');
    expect(
      library
        .view()
        .meetings.map((meeting) => meeting.title)
        .toSorted(),
    ).toEqual(['Möte 1', 'Möte 3']);
  });

  it('refuses a file on which the pack process dies, and takes in the others', async () => {
    const { file } = await buildTestPack();
    const bugs: unknown[] = [];
    const own = await openLibrary(folder, {
      onUnexpected: (error) => bugs.push(error),
      packs: {
        verifyPack,
        openPack: (name) =>
          name === 'ond.beredd' ? Promise.reject(new Error('the pack process is gone')) : openPack(name),
      },
    });
    const outcomes = await own.importFiles(['ond.beredd', file], { job: 'x' });
    expect(outcomes.map((outcome) => outcome.result)).toMatchObject([
      { kind: 'refused', error: { code: 'unexpected', file: 'ond.beredd' } },
      { kind: 'added' },
    ]);
    expect(bugs).toHaveLength(1);
  });

  it('gives a disk that fills up its room back, and takes the pack in when there is more', async () => {
    const first = await buildTestPack();
    await importOne(library, first.file);
    const documents = [{ title: 'Ny handling' }, { title: 'Nyare handling' }];
    const pack = await buildTestPack({
      name: 'rev2.beredd',
      pack: { revision: 2, previous: first.manifestSha256 },
      agenda: [...plainAgenda, { title: 'Ny punkt', documents }],
    });
    const here = () => readdir(path.join(folder, 'documents'));
    const before = await here();
    let room = 1;
    const own = await openLibrary(folder, {
      packs: {
        verifyPack,
        openPack: async (file) => {
          const opened = await openPack(file);
          if (!opened.ok) return opened;
          return {
            ok: true,
            value: {
              ...opened.value,
              extractDocument: async (...args) =>
                room-- > 0
                  ? opened.value.extractDocument(...args)
                  : failure('diskFull', { file: 'handling' }),
            },
          };
        },
      },
    });
    expect(await importOne(own, pack.file)).toMatchObject({
      result: { kind: 'refused', error: { code: 'diskFull', file: 'rev2.beredd' } },
    });
    expect(await here()).toEqual(before);
    expect(own.view().meetings).toMatchObject([{ revision: 1 }]);
    room = 10;
    expect(await importOne(own, pack.file)).toMatchObject({ result: { kind: 'updated' } });
    expect(await here()).toHaveLength(before.length + 2);
  });
});

describe('documents', () => {
  it('are found by hash with their media type, and only when a pack lists them and they are here', async () => {
    const pack = await buildTestPack();
    await importOne(library, pack.file);
    const sha256 = pack.manifest.files.at(-1)?.sha256 ?? '';
    expect(await library.documentFile(sha256)).toEqual({
      path: path.join(folder, 'documents', sha256),
      mediaType: 'application/pdf',
    });
    expect(await library.documentFile('0'.repeat(64))).toBeNull();
    await writeFile(path.join(folder, 'documents', '1'.repeat(64)), 'ingen lista nämner mig');
    const again = await openLibrary(folder);
    expect(await again.documentFile('1'.repeat(64))).toBeNull();
  });

  it('of an older revision are still found', async () => {
    const { first, second } = await twoRevisions();
    const rewritten = await buildTestPack({
      name: 'rev3.beredd',
      pack: { revision: 3 },
      agenda: [{ title: 'Enda punkten', documents: [{ title: 'Ny' }] }],
    });
    for (const pack of [first, second, rewritten]) await importOne(library, pack.file);
    const again = await openLibrary(folder);
    expect(await again.documentFile(first.manifest.files.at(-1)?.sha256 ?? '')).not.toBeNull();
  });

  it('are read again on request: what the disk changed or lost is named and can be taken in anew', async () => {
    const pack = await buildTestPack();
    await importOne(library, pack.file);
    const [damaged, lost] = await documentsOf();
    await writeFile(path.join(folder, 'documents', damaged?.sha256 ?? ''), 'annat');
    expect(await library.verifyMeeting(meetingId)).toMatchObject({
      value: { damaged: [damaged?.title], missing: [] },
    });
    expect(library.view().meetings[0]?.missingDocumentCount).toBe(1);
    expect(lost?.available).toBe(true);
    await importOne(library, pack.file);
    expect(await library.verifyMeeting(meetingId)).toEqual({ ok: true, value: { damaged: [], missing: [] } });
  });
});
