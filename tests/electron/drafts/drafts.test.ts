import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftsService } from '../../../electron/drafts/draftsService.ts';
import { draftId, sampleDocument, sampleFile, sampleItem } from '../../support/draftBuilders.ts';
import { errorOf, newFolder, openSome, valueOf } from './draftScene.ts';

const addItem = (n: number) => ({ do: 'addItem' as const, item: sampleItem(n), parent: null, at: 99 });

async function someDraft(service: DraftsService): Promise<string> {
  const view = valueOf(await service.create({ from: 'nothing', bodyId: null, kind: 'meeting' }));
  return view.draft.id;
}

describe('a draft', () => {
  it('is on disk when an edit is answered, and the same in the next program', async () => {
    const folder = newFolder();
    const service = await openSome(folder);
    const id = await someDraft(service);
    valueOf(await service.edit(id, addItem(1)));
    const edited = valueOf(
      await service.edit(id, { do: 'setMeeting', patch: { title: 'Nämndmöte', place: 'Salen' } }),
    );
    // Nothing is closed: the program might as well have been killed here.
    const again = valueOf(await (await openSome(folder)).open(id));
    expect(again.draft).toEqual(edited.draft);
    expect(again).toMatchObject({ canUndo: false, canRedo: false });
  });

  it('is taken back and done again, on disk too', async () => {
    const folder = newFolder();
    const service = await openSome(folder);
    const id = await someDraft(service);
    const first = valueOf(await service.edit(id, addItem(1)));
    valueOf(await service.edit(id, addItem(2)));
    const undone = valueOf(await service.undo(id));
    expect(undone).toMatchObject({ canUndo: true, canRedo: true, undoes: 'addItem', redoes: 'addItem' });
    expect(undone.draft.items).toEqual(first.draft.items);
    const other = await openSome(folder);
    expect(valueOf(await other.open(id)).draft.items).toHaveLength(1);
    expect(valueOf(await service.redo(id)).draft.items).toHaveLength(2);
  });

  it('stays as it was when an edit does not fit it', async () => {
    const service = await openSome(newFolder());
    const id = await someDraft(service);
    const error = errorOf(await service.edit(id, { do: 'removeItem', itemId: draftId('item', 7) }));
    expect(error).toMatchObject({ code: 'draftEdit', detail: { rule: 'itemUnknown' } });
    expect(valueOf(await service.open(id))).toMatchObject({ canUndo: false });
  });

  it('does edits in the order they were asked for', async () => {
    const service = await openSome(newFolder());
    const id = await someDraft(service);
    await Promise.all([1, 2, 3, 4, 5].map((n) => service.edit(id, addItem(n))));
    const { draft } = valueOf(await service.open(id));
    expect(draft.items.map(({ id: item, number }) => [item, number])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [draftId('item', n), String(n)]),
    );
  });

  it('is listed, the one changed last first, and gone from list and disk when it is removed', async () => {
    const folder = newFolder();
    let now = Date.UTC(2026, 10, 20, 9, 0);
    const service = await openSome(folder, { now: () => (now += 1000) });
    const [first, second] = [await someDraft(service), await someDraft(service)];
    valueOf(await service.edit(first, addItem(1)));
    expect((await service.list()).map(({ draftId: id }) => id)).toEqual([first, second]);
    const told: number[] = [];
    service.onListChanged((list) => told.push(list.length));
    valueOf(await service.remove(first));
    expect((await (await openSome(folder)).list()).map(({ draftId: id }) => id)).toEqual([second]);
    expect(fs.existsSync(path.join(folder, 'drafts', first))).toBe(false);
    expect(errorOf(await service.open(first)).code).toBe('draftUnknown');
    await expect.poll(() => told).toEqual([1]);
  });

  it.each(['../profile', 'x', '', '..', `${'0'.repeat(36)}`])('is unknown under the id "%s"', async (id) => {
    const service = await openSome(newFolder());
    expect(errorOf(await service.open(id)).code).toBe('draftUnknown');
    expect(errorOf(await service.remove(id)).code).toBe('draftUnknown');
  });

  it('is as it was one change earlier when its file is damaged, and says so', async () => {
    const folder = newFolder();
    const service = await openSome(folder);
    const id = await someDraft(service);
    valueOf(await service.edit(id, addItem(1)));
    valueOf(await service.edit(id, addItem(2)));
    const file = path.join(folder, 'drafts', id, 'draft.json');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Ärende 2', 'Ärende 9'));
    const view = valueOf(await (await openSome(folder)).open(id));
    expect(view.draft.items).toHaveLength(1);
    expect(view.recovered).toMatch(/^draft\.json\.damaged-/);
  });

  it('is set aside and told when it cannot be read at all, and other drafts open', async () => {
    const folder = newFolder();
    const service = await openSome(folder);
    const [broken, whole] = [await someDraft(service), await someDraft(service)];
    for (const name of ['draft.json', 'draft.json.previous'])
      fs.writeFileSync(path.join(folder, 'drafts', broken, name), '{"format":"beredd-store"}\n{}');
    const other = await openSome(folder);
    const error = errorOf(await other.open(broken));
    expect(error.code).toBe('draftDamaged');
    expect(fs.existsSync(path.join(folder, 'drafts', broken, String(error.detail?.['setAside'])))).toBe(true);
    expect((await other.list()).find(({ draftId: id }) => id === broken)).toMatchObject({ damaged: true });
    expect(errorOf(await other.open(broken)).code).toBe('draftDamaged');
    expect(valueOf(await other.open(whole)).draft.id).toBe(whole);
  });

  it('of a newer Beredd is refused and not touched', async () => {
    const folder = newFolder();
    const service = await openSome(folder);
    const id = await someDraft(service);
    const file = path.join(folder, 'drafts', id, 'draft.json');
    const { createHash } = await import('node:crypto');
    const body = Buffer.from('{"draft":{}}\n');
    const sha256 = createHash('sha256').update('draft\n2\n3\n').update(body).digest('hex');
    const head = {
      format: 'beredd-store',
      kind: 'draft',
      version: 2,
      generation: 3,
      length: body.length,
      sha256,
    };
    const bytes = `${JSON.stringify(head)}\n${body.toString()}`;
    fs.writeFileSync(file, bytes);
    expect(errorOf(await (await openSome(folder)).open(id)).code).toBe('profileNewer');
    expect(fs.readFileSync(file, 'utf8')).toBe(bytes);
  });

  it('keeps files while undo may bring them back, and lets go of them at the next start', async () => {
    const folder = newFolder();
    const service = await openSome(folder);
    const id = await someDraft(service);
    const source = path.join(newFolder(), 'karta.pdf');
    fs.writeFileSync(source, 'bytes of a map');
    const taken = valueOf(await valueOf(await service.contents(id)).take(source, { sealed: false }));
    const file = sampleFile('karta.pdf', { sha256: taken.sha256, size: taken.size });
    valueOf(await service.edit(id, addItem(1)));
    const documents = [sampleDocument(1, { file: file.sha256 })];
    valueOf(
      await service.edit(id, {
        do: 'addDocuments',
        itemId: draftId('item', 1),
        at: 0,
        documents,
        files: [file],
      }),
    );
    valueOf(await service.edit(id, { do: 'removeDocuments', documentIds: [draftId('document', 1)] }));
    const stored = path.join(service.filesFolder(id), file.sha256);
    expect(fs.readFileSync(stored, 'utf8')).toBe('bytes of a map');
    expect(valueOf(await service.undo(id)).draft.files).toEqual([file]);
    valueOf(await service.redo(id));
    const other = await openSome(folder);
    valueOf(await other.open(id));
    expect(fs.existsSync(stored)).toBe(false);
  });
});

describe('bodies and templates', () => {
  const settings = {
    municipality: 'Granåsa kommun',
    office: 'Kommunkansliet',
    place: 'Salen',
    startTime: '13:00',
    summonsDays: 7,
    summonsSource: 'KL 5 kap. 15 §',
    numbering: { style: 'section' as const, first: 1 },
    conflictPolicy: 'warn' as const,
  };
  const body = { id: draftId('body', 9), name: 'Kommunfullmäktige', roster: null };

  it('are kept, and a draft of the body begins with what is known of it', async () => {
    const folder = newFolder();
    valueOf(await (await openSome(folder)).saveBody(body, settings));
    const service = await openSome(folder);
    expect(service.bodies()).toEqual([{ body, settings, templates: [] }]);
    const { draft } = valueOf(await service.create({ from: 'nothing', bodyId: body.id, kind: 'meeting' }));
    expect(draft.meeting).toMatchObject({ body, place: 'Salen', deadlineSource: 'KL 5 kap. 15 §' });
    expect(draft.numbering.style).toBe('section');
  });

  it('move the deadline with the meeting, by the rule of the body', async () => {
    const service = await openSome(newFolder());
    valueOf(await service.saveBody(body, settings));
    const { draft } = valueOf(await service.create({ from: 'nothing', bodyId: body.id, kind: 'meeting' }));
    const set = (patch: object) => service.edit(draft.id, { do: 'setMeeting', patch });
    const first = valueOf(await set({ start: '2026-12-01T13:00:00+01:00' }));
    expect(first.draft.meeting.summonsDeadline).toBe('2026-11-24');
    valueOf(await set({ summonsDeadline: '2026-11-20' }));
    const moved = valueOf(await set({ start: '2026-12-02T13:00:00+01:00' }));
    expect(moved.draft.meeting.summonsDeadline).toBe('2026-11-20');
  });

  it('make a draft with new ids and without documents', async () => {
    const service = await openSome(newFolder());
    valueOf(await service.saveBody(body, settings));
    const { draft } = valueOf(await service.create({ from: 'nothing', bodyId: body.id, kind: 'meeting' }));
    const roll = sampleItem(1, { itemKind: 'formality', numberFixed: true, title: 'Upprop' });
    valueOf(await service.edit(draft.id, { do: 'addItem', item: roll, parent: null, at: 0 }));
    valueOf(await service.edit(draft.id, addItem(2)));
    const [entry] = valueOf(await service.saveTemplate(draft.id, 'Ordinarie'));
    const templateId = entry?.templates[0]?.id ?? '';
    const made = valueOf(await service.create({ from: 'template', bodyId: body.id, templateId }));
    expect(made.draft.items.map(({ title, number }) => [title, number])).toEqual([
      ['Upprop', null],
      ['Ärende 2', '§ 1'],
    ]);
    expect(made.draft.items.map(({ id }) => id)).not.toContain(draftId('item', 2));
    expect(valueOf(await service.removeTemplate(body.id, templateId))[0]?.templates).toEqual([]);
  });
});
