import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allBytes } from './streamBytes.ts';
import { openIssuedSealed } from '../../../electron/drafts/openIssuedSealed.ts';
import { newFolder as newLibraryFolder, importOne, openLibrary } from '../library/profileScene.ts';
import { completeItem, people, seal, writeSealedPack } from '../../support/sealedPack.ts';
import { errorOf, filesBelow, openSome, someVault, valueOf } from './draftScene.ts';

const canary = 'KANARIEFÅGEL-77c1';

/** A library with an issued pack of one open and one sealed item, and what the office kept of the sealing. */
async function issued() {
  const folder = await newLibraryFolder();
  const library = await openLibrary(folder);
  const [person] = await people(1);
  if (person === undefined) throw new Error('nobody');
  const bytes = Buffer.from(`%PDF-1.7 ${canary} `.repeat(9000));
  const spec = completeItem(
    { title: `${canary} ärende`, documents: [{ title: 'Utredning', bytes, pageCount: 3 }] },
    1,
  );
  const sealed = await seal({ ...spec, entitled: [person] });
  const file = path.join(await newLibraryFolder(), 'ks.beredd');
  const manifest = await writeSealedPack(file, [sealed]);
  await importOne(library, file);
  const openSealed = openIssuedSealed({
    library,
    sealings: {
      record: (_pack, item) =>
        Promise.resolve({ ok: true, value: item === spec.item.id ? sealed.record : null }),
    },
    memberOf: (recipient) => (recipient === person.recipient ? person.id : null),
  });
  return { folder, library, manifest, item: spec.item, bytes, openSealed, person };
}

describe('a draft of an issued revision', () => {
  it('has its ids, files and sealed items, and nothing of the sealed ones on disk but encrypted', async () => {
    const { folder, library, manifest, item, bytes, openSealed, person } = await issued();
    const service = await openSome(folder, { library, openSealed, vault: await someVault() });
    const { draft, findings } = valueOf(
      await service.create({ from: 'revision', meetingId: manifest.meeting.id }),
    );
    expect(findings).toEqual([]);
    expect(draft.base).toMatchObject({ revision: manifest.pack.revision });
    expect(draft.items.map(({ id }) => id)).toEqual(manifest.agenda.map(({ id }) => id));
    const sealed = draft.items.find(({ id }) => id === item.id);
    expect(sealed).toMatchObject({
      title: `${canary} ärende`,
      seal: { reason: 'secrecy', publicTitle: 'Sekretessärende', entitled: [person.id] },
      documents: [{ id: item.documents[0]?.id, title: 'Utredning' }],
    });
    const contents = valueOf(await service.contents(draft.id));
    const secret = valueOf(await contents.stream(sealed?.documents[0]?.file ?? ''));
    expect((await allBytes(secret)).equals(bytes)).toBe(true);
    const open = draft.items.find(({ seal: closed }) => closed === null)?.documents[0]?.file ?? '';
    expect(contents.plainFile(open)).not.toBeNull();
    expect(filesBelow(folder).filter(({ bytes: found }) => found.includes(canary))).toEqual([]);
    await library.flush();
  });

  it('is the one that is under way already, not a second one', async () => {
    const { folder, library, manifest, openSealed } = await issued();
    const service = await openSome(folder, { library, openSealed, vault: await someVault() });
    const first = valueOf(await service.create({ from: 'revision', meetingId: manifest.meeting.id }));
    const second = valueOf(await service.create({ from: 'revision', meetingId: manifest.meeting.id }));
    expect(second.draft.id).toBe(first.draft.id);
    expect(await service.list()).toHaveLength(1);
    const base = { revision: 2, manifestSha256: 'b'.repeat(64), issued: '2026-11-25T09:00:00+01:00' };
    const marked = valueOf(await service.markIssued(first.draft.id, base, new Map()));
    expect(marked).toMatchObject({ canUndo: false, draft: { base, note: '' } });
  });

  it('keeps a sealed item that cannot be opened as everyone sees it, and cannot be issued so', async () => {
    const { folder, library, manifest, item } = await issued();
    const service = await openSome(folder, { library });
    const { draft } = valueOf(await service.create({ from: 'revision', meetingId: manifest.meeting.id }));
    expect(draft.items.find(({ id }) => id === item.id)).toMatchObject({
      title: 'Sekretessärende',
      seal: { entitled: [] },
    });
    expect(draft.unopened).toEqual([item.id]);
  });

  it('gives the order of business for the next meeting without documents and sealed items', async () => {
    const { folder, library, manifest } = await issued();
    const service = await openSome(folder, { library });
    const { draft } = valueOf(await service.create({ from: 'copy', meetingId: manifest.meeting.id }));
    expect(draft.items.map(({ title, documents }) => [title, documents.length])).toEqual([
      ['Val av justerare', 0],
    ]);
    expect(draft).toMatchObject({ base: null, meeting: { start: null } });
    expect(draft.meeting.id).not.toBe(manifest.meeting.id);
    const unknown = await service.create({ from: 'copy', meetingId: draft.meeting.id });
    expect(errorOf(unknown).code).toBe('meetingUnknown');
  });
});
