import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftFile } from '../../../core/draft/draft.ts';
import type { DraftsService } from '../../../electron/drafts/draftsService.ts';
import { noVault } from '../../support/draftParts.ts';
import type { DraftVault } from '../../../electron/identity/draftVault.ts';
import { draftId, sampleDocument, sampleFile, sampleItem, sampleSeal } from '../../support/draftBuilders.ts';
import { errorOf, filesBelow, newFolder, openSome, someVault, valueOf } from './draftScene.ts';

const canary = 'KANARIEFÅGEL-8f3a';
const item = draftId('item', 1);
/** Larger than a piece of an age file, so that ranges reach over pieces. */
const secretBytes = Buffer.concat([Buffer.from(canary), randomBytes(150_000), Buffer.from(canary)]);

async function addFile(
  service: DraftsService,
  id: string,
  n: number,
  bytes: Uint8Array,
  itemId = item,
): Promise<DraftFile> {
  const source = path.join(newFolder(), `${n}.pdf`);
  fs.writeFileSync(source, bytes);
  const taken = valueOf(await valueOf(await service.contents(id)).take(source, { sealed: false }));
  const file = sampleFile(`${canary} ${n}.pdf`, { sha256: taken.sha256, size: taken.size });
  const documents = [sampleDocument(n, { title: `${canary} handling`, file: file.sha256 })];
  valueOf(await service.edit(id, { do: 'addDocuments', itemId, at: 0, documents, files: [file] }));
  return file;
}

/** A draft with one item that is full of the canary. */
async function canaryDraft(folder: string, vault: DraftVault) {
  const service = await openSome(folder, { vault });
  const { id } = valueOf(await service.create({ from: 'nothing', bodyId: null, kind: 'meeting' })).draft;
  const secret = sampleItem(1, {
    title: `${canary} rubrik`,
    presenter: `${canary} föredragande`,
    registryNumber: canary,
    proposedDecision: [`${canary} beslut`],
    children: [sampleItem(2, { title: `${canary} underärende` })],
  });
  valueOf(await service.edit(id, { do: 'addItem', item: secret, parent: null, at: 0 }));
  valueOf(await service.edit(id, { do: 'addItem', item: sampleItem(3), parent: null, at: 1 }));
  const file = await addFile(service, id, 1, secretBytes);
  return { service, id, file };
}

const seal = (service: DraftsService, id: string) =>
  service.edit(id, { do: 'setSeal', itemId: item, seal: sampleSeal({ entitled: [draftId('person', 77)] }) });

function withCanary(folder: string): readonly string[] {
  const words = [Buffer.from(canary), Buffer.from(draftId('person', 77))];
  return filesBelow(folder)
    .filter(({ name, bytes }) => words.some((word) => bytes.includes(word) || name.includes(word.toString())))
    .map(({ name }) => name);
}

describe('a sealed item of a draft', () => {
  it('is on disk in no other way than encrypted, from the moment the sealing is answered', async () => {
    const folder = newFolder();
    const { service, id } = await canaryDraft(folder, await someVault());
    expect(withCanary(folder).length).toBeGreaterThan(1);
    const view = valueOf(await seal(service, id));
    expect(withCanary(folder)).toEqual([]);
    expect(view.draft.items[0]?.title).toContain(canary);
    valueOf(await service.edit(id, { do: 'setItem', itemId: item, patch: { title: `${canary} ny rubrik` } }));
    await service.close();
    expect(withCanary(folder)).toEqual([]);
  });

  it('is the same in the next program, its documents too', async () => {
    const folder = newFolder();
    const vault = await someVault();
    const { service, id, file } = await canaryDraft(folder, vault);
    const sealed = valueOf(await seal(service, id));
    const other = await openSome(folder, { vault });
    const view = valueOf(await other.open(id));
    expect(view.draft).toEqual(sealed.draft);
    expect(view.lockedItems).toEqual([]);
    const served = await other.findFile(id, file.sha256);
    if (served === null || 'path' in served) throw new Error('not served from memory');
    expect(served.size).toBe(secretBytes.length);
    const part = valueOf(await served.read(60_000, 140_000));
    expect(Buffer.from(part).equals(secretBytes.subarray(60_000, 140_001))).toBe(true);
    expect(withCanary(folder)).toEqual([]);
  });

  it('shows its public side while it is locked, and only its content cannot be changed', async () => {
    const folder = newFolder();
    const vault = await someVault();
    const { service, id, file } = await canaryDraft(folder, vault);
    valueOf(await seal(service, id));
    vault.lock();
    const other = await openSome(folder, { vault });
    const view = valueOf(await other.open(id));
    expect(view.lockedItems).toEqual([item]);
    expect(view.draft.items[0]).toMatchObject({ title: 'Sekretessärende', documents: [], children: [] });
    expect(await other.findFile(id, file.sha256)).toBeNull();
    const change = await other.edit(id, { do: 'setItem', itemId: item, patch: { title: 'Annan' } });
    expect(errorOf(change).code).toBe('draftLocked');
    valueOf(await other.edit(id, { do: 'setItem', itemId: draftId('item', 3), patch: { title: 'Öppet' } }));
    valueOf(await other.edit(id, { do: 'moveItem', itemId: item, parent: null, at: 1 }));
    vault.unlock();
    await other.keysChanged();
    const { draft, lockedItems } = valueOf(await other.open(id));
    expect(lockedItems).toEqual([]);
    expect(draft.items[1]).toMatchObject({ title: `${canary} rubrik`, number: '2' });
    expect(valueOf(await other.undo(id)).draft.items[0]?.title).toBe(`${canary} rubrik`);
    expect(withCanary(folder)).toEqual([]);
  });

  it('goes out of sight and out of memory when the vault is locked, and comes back', async () => {
    const folder = newFolder();
    const vault = await someVault();
    const { service, id, file } = await canaryDraft(folder, vault);
    const sealed = valueOf(await seal(service, id));
    const told: string[] = [];
    service.onChanged((view) => told.push(JSON.stringify(view)));
    vault.lock();
    await service.keysChanged();
    expect(told.at(-1)).not.toContain(canary);
    expect(await service.findFile(id, file.sha256)).toBeNull();
    expect(valueOf(await service.open(id))).toMatchObject({ lockedItems: [item], canUndo: false });
    expect(errorOf(await service.edit(id, { do: 'setSeal', itemId: item, seal: null })).code).toBe(
      'draftLocked',
    );
    valueOf(await service.edit(id, { do: 'setItem', itemId: draftId('item', 3), patch: { title: 'Öppet' } }));
    vault.unlock();
    await service.keysChanged();
    const { draft } = valueOf(await service.open(id));
    expect(draft.items[0]).toEqual(sealed.draft.items[0]);
    expect(draft.files).toEqual(sealed.draft.files);
    expect(draft.items[1]?.title).toBe('Öppet');
    expect(await service.findFile(id, file.sha256)).not.toBeNull();
  });

  it('cannot be made while there is no key, and then nothing has changed', async () => {
    const folder = newFolder();
    const { service, id } = await canaryDraft(folder, noVault);
    expect(errorOf(await seal(service, id)).code).toBe('draftLocked');
    expect(valueOf(await service.open(id)).draft.items[0]?.seal).toBeNull();
  });

  it('comes open again when its seal is taken back', async () => {
    const folder = newFolder();
    const { service, id, file } = await canaryDraft(folder, await someVault());
    valueOf(await seal(service, id));
    valueOf(await service.undo(id));
    const plain = valueOf(await service.contents(id)).plainFile(file.sha256);
    expect(plain === null ? null : fs.readFileSync(plain).equals(secretBytes)).toBe(true);
    valueOf(await service.redo(id));
    expect(withCanary(folder)).toEqual([]);
  });

  it('leaves the file of a document that an open item shows too', async () => {
    const folder = newFolder();
    const { service, id, file } = await canaryDraft(folder, await someVault());
    const documents = [sampleDocument(5, { file: file.sha256 })];
    const other = draftId('item', 3);
    valueOf(await service.edit(id, { do: 'addDocuments', itemId: other, at: 0, documents, files: [] }));
    valueOf(await seal(service, id));
    expect(valueOf(await service.contents(id)).plainFile(file.sha256)).not.toBeNull();
    valueOf(await service.edit(id, { do: 'removeDocuments', documentIds: [draftId('document', 5)] }));
    expect(withCanary(folder)).toEqual([]);
  });

  it('takes new files without ever writing them openly', async () => {
    const folder = newFolder();
    const { service, id } = await canaryDraft(folder, await someVault());
    valueOf(await seal(service, id));
    const bytes = Buffer.concat([Buffer.from(canary), randomBytes(1000)]);
    const source = path.join(newFolder(), 'ny.pdf');
    fs.writeFileSync(source, bytes);
    const contents = valueOf(await service.contents(id));
    const { sha256, size } = valueOf(await contents.take(source, { sealed: true }));
    expect(contents.plainFile(sha256)).toBeNull();
    expect(withCanary(folder)).toEqual([]);
    const file = sampleFile('ny.pdf', { sha256, size });
    const documents = [sampleDocument(8, { file: sha256 })];
    valueOf(await service.edit(id, { do: 'addDocuments', itemId: item, at: 0, documents, files: [file] }));
    expect(withCanary(folder)).toEqual([]);
    valueOf(await service.sealFile(id, file, source));
    expect(errorOf(await service.sealFile(id, sampleFile('annan'), source)).code).toBe('documentDamaged');
  });

  it('tells a document as damaged when a bit of its ciphertext was changed', async () => {
    const folder = newFolder();
    const vault = await someVault();
    const { service, id, file } = await canaryDraft(folder, vault);
    valueOf(await seal(service, id));
    const cipher = filesBelow(service.filesFolder(id)).find(({ name }) => name.endsWith('.age'));
    if (cipher === undefined) throw new Error('no ciphertext');
    const changed = Buffer.from(cipher.bytes);
    changed.writeUInt8(changed.readUInt8(changed.length - 1_000) ^ 1, changed.length - 1_000);
    fs.writeFileSync(path.join(service.filesFolder(id), cipher.name), changed);
    const served = await service.findFile(id, file.sha256);
    if (served === null || 'path' in served) throw new Error('not served from memory');
    expect(errorOf(await served.read(140_000, 150_000)).code).toBe('documentDamaged');
    expect(errorOf(await service.undo(id)).code).toBe('documentDamaged');
    expect(valueOf(await service.open(id)).draft.items[0]?.seal).not.toBeNull();
  });
});
