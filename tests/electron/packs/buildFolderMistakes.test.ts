import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testId } from '../../support/testManifest.ts';
import { build, meetingJson, pdf, writeFolder } from './folderScene.ts';
import type { FolderContent } from './folderScene.ts';

describe('a mistake', () => {
  const refusal = async (content: FolderContent) => {
    const result = await build(await writeFolder(content));
    return result.ok ? null : result.error;
  };
  const item = (json: unknown): FolderContent => ({
    '07 Plan/a.pdf': pdf('a'),
    '07 Plan/item.json': typeof json === 'string' ? json : JSON.stringify(json),
  });

  it.each([
    ['that is not JSON', '{', 'not-json', ''],
    ['with an unknown key', { titel: 'x' }, 'unknown-key', 'titel'],
    ['with a word that is none', { itemKind: 'beslut' }, 'choice', 'itemKind'],
    ['with a value of the wrong kind', { minutes: 'tjugo' }, 'kind-of-value', 'minutes'],
    [
      'that names a file that is not there',
      { documents: [{ file: 'b.pdf' }] },
      'file-missing',
      'documents.0.file',
    ],
    [
      'that names a file outside FOLDER',
      { documents: [{ file: '../../../etc/hostname' }] },
      'file-missing',
      'documents.0.file',
    ],
    [
      'with pages that the file does not have',
      { documents: [{ file: 'a.pdf', pages: { from: 1, to: 2 } }] },
      'page-range',
      'documents.0.pages',
    ],
    ['with invisible characters', { title: 'Pl\u200ban' }, 'string-invisible', 'title'],
    [
      'with an id used twice',
      { id: testId('item', 1), documents: [{ file: 'a.pdf', id: testId('item', 1) }] },
      'id-twice',
      'documents.0.id',
    ],
  ])('in an item.json %s is told with folder, place and rule', async (_, json, rule, at) => {
    expect(await refusal(item(json))).toMatchObject({
      code: 'folderItem',
      file: '07 Plan',
      detail: { rule, path: at },
    });
  });

  it('in meeting.json is told with place and rule', async () => {
    const { start: _start, ...rest } = meetingJson;
    expect(await refusal({ 'meeting.json': rest, ...item({}) })).toMatchObject({
      code: 'folderMeeting',
      detail: { rule: 'missing-key', path: 'start' },
    });
    expect(await refusal({ 'meeting.json': { ...meetingJson, start: '1 juni' }, ...item({}) })).toMatchObject(
      {
        code: 'folderMeeting',
        detail: { rule: 'instant', path: 'start' },
      },
    );
  });

  it.each([
    [
      'an HTML page',
      '<!doctype html><title>404</title>',
      { code: 'documentNotPdf', detail: { looksLike: 'html' } },
    ],
    ['an empty file', '', { code: 'documentNotPdf', detail: { looksLike: 'empty' } }],
    ['a damaged PDF', '%PDF-1.4\n%%EOF', { code: 'documentDamaged' }],
  ])('like %s under the name of a PDF is refused by its name', async (_, content, error) => {
    expect(await refusal({ '07 Plan/skrivelse.pdf': content })).toMatchObject({
      file: '07 Plan/skrivelse.pdf',
      ...error,
    });
  });

  it('like no item, no folder or no meeting.json is told', async () => {
    expect(await refusal({})).toMatchObject({ code: 'folderEmpty' });
    expect(await build('/finns/inte')).toMatchObject({ error: { code: 'folderUnreadable' } });
    const bare = await writeFolder({});
    await mkdir(path.join(bare, '01 A'));
    expect(await build(path.join(bare, '01 A'))).toMatchObject({
      error: { code: 'folderMeeting', detail: { rule: 'file-missing' } },
    });
  });

  it('like a link that leads out of FOLDER is told', async () => {
    const folder = await writeFolder({ '01 A/a.pdf': pdf('a') });
    const outside = path.join(await writeFolder({}), 'hemlig.pdf');
    await writeFile(outside, pdf('hemlig'));
    await symlink(outside, path.join(folder, '01 A/länk.pdf'));
    expect(await build(folder)).toMatchObject({
      error: { code: 'folderUnreadable', file: '01 A/länk.pdf', detail: { rule: 'outside' } },
    });
  });
});
