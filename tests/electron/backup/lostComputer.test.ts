import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { openPack } from '../../../electron/packs/openPack.ts';
import { draftId } from '../../support/draftBuilders.ts';
import { valueOf } from '../../support/packReading.ts';
import { beredd, newFolder } from '../cli/cliScene.ts';
import { env, keysPassphrase, passphrase, reopened } from './belongings.ts';
import type { OfficeComputer } from './officeComputer.ts';
import { addDocument, begunDraft, officeComputer } from './officeComputer.ts';

const order = (office: OfficeComputer, id: string, place: string, carry: 'full' | 'supplement') => ({
  draftId: id,
  carry,
  note: '',
  keyId: office.keys.officeKeys.list()[0]?.keyId ?? '',
  passphrase: null,
  saveAs: false,
  places: [place],
});

const sealedFiles = ({ files }: Manifest): readonly string[] =>
  files
    .filter(({ path: entry }) => entry.startsWith('sealed/'))
    .map(({ path: entry, sha256 }) => `${entry} ${sha256}`);

test('a secretary who lost the computer goes on from the backup: same chain, same key, same ciphertext', async () => {
  const root = await newFolder();
  const shared = path.join(root, 'gemensam');
  await mkdir(shared);
  const old = await officeComputer(path.join(root, 'gammal'));
  valueOf(await old.keys.officeKeys.make('Kansliet', keysPassphrase));
  const [place] = valueOf(await old.issuing.places.add(shared));
  const id = await begunDraft(old, path.join(root, 'filer'));
  const body = { id: draftId('body', 1), name: 'Kommunstyrelsen', roster: null };
  valueOf(await old.drafts.edit(id, { do: 'setBody', body }));
  valueOf(await old.drafts.edit(id, { do: 'setIssuer', municipality: 'Granåsa kommun', office: 'Kansliet' }));
  const patch = { title: 'Kommunstyrelsen', start: '2026-12-01T13:00:00+01:00', place: 'Sessionssalen' };
  valueOf(await old.drafts.edit(id, { do: 'setMeeting', patch }));
  valueOf(await old.issuing.issuing.issue('j1', order(old, id, place?.id ?? '', 'full')));
  valueOf(await old.backup.save(path.join(root, 'allt.beredd-backup'), passphrase));
  await old.close();

  const [pack] = await readdir(shared);
  const restored = await beredd(root, ['restore', '--profile', 'ny', 'allt.beredd-backup'], env);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  const renewed = await reopened(path.join(root, 'ny'));
  await renewed.library.importFiles([path.join(shared, pack ?? '')], { job: 'j2' });
  expect(renewed.issuing.issuing.issued(view(renewed).meetingId)).toHaveLength(1);
  await addDocument(renewed, id, { item: 1, document: 9 }, 'Ny karta', path.join(root, 'filer', 'ny.pdf'));
  const [again] = await renewed.issuing.places.list();
  expect(again?.folder).toBe(shared);
  valueOf(await renewed.issuing.issuing.issue('j3', order(renewed, id, again?.id ?? '', 'supplement')));

  const { meetingId, revision, issuer } = view(renewed);
  expect(revision).toBe(2);
  const [second, first] = valueOf(await renewed.library.revisions(meetingId)).manifests;
  if (first === undefined || second === undefined) throw new Error('a revision is missing');
  expect(second.manifest.pack).toMatchObject({ id: first.manifest.pack.id, previous: first.sha256 });
  expect(sealedFiles(second.manifest)).toEqual(sealedFiles(first.manifest));
  expect(sealedFiles(first.manifest)).toHaveLength(3);
  expect(issuer.keyState).toBe('known');
  expect(renewed.library.view().notices.filter(({ kind }) => kind !== 'imported')).toEqual([]);

  const supplement = (await readdir(shared)).find((name) => name !== pack) ?? '';
  const opened = valueOf(await openPack(path.join(shared, supplement)));
  expect(opened.manifest.files.filter(({ sha256 }) => opened.carried.has(sha256))).toHaveLength(1);
  await opened.close();
  await renewed.close();
});

function view({ library }: OfficeComputer) {
  const [meeting] = library.view().meetings;
  if (meeting === undefined) throw new Error('no meeting');
  return meeting;
}
