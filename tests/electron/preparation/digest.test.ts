import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { ok } from '../../../core/errors.ts';
import { emptyDigest, withDigestItem } from '../../../core/preparation/digest/digestChoice.ts';
import { digestHandlers } from '../../../electron/ipc/digest.ts';
import type { LibraryService } from '../../../electron/library/libraryService.ts';
import type { PreparationData } from '../../../electron/preparation/preparationStore.ts';
import { openPreparationStore } from '../../../electron/preparation/preparationStore.ts';
import type { DurableStore } from '../../../electron/storage/store.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { testId } from '../../support/testManifest.ts';
import { importOne, newFolder, openLibrary } from '../library/profileScene.ts';

const meetingId = testId('meeting', 1);
const [open, closed] = [testId('item', 1), testId('item', 2)];
let library: LibraryService;
let store: DurableStore<PreparationData>;
let saved: { name: string; text: string }[];
let notes: readonly Annotation[];

const note = (n: number, changes: Partial<Annotation>): Annotation => ({
  id: testId('part', n),
  kind: 'note',
  noteClass: 'private',
  colour: null,
  target: { meeting: meetingId, source: { type: 'item', item: open }, selectors: [] },
  text: '',
  createdAt: n,
  modifiedAt: n,
  conflictingTexts: [],
  ...changes,
});

function handlers() {
  return digestHandlers({
    library,
    store,
    // As if the person's key opened the sealed item.
    unlocked: (view) => ({
      ...view,
      agenda: view.agenda.map((item) => (item.sealed === null ? item : { ...item, title: 'Vård av barn' })),
    }),
    standingNotes: {
      list: () =>
        Promise.resolve(ok({ meetingId, annotations: notes, canUndo: false, canRedo: false, damage: null })),
    },
    now: () => Date.UTC(2026, 10, 22),
    save: async (suggested, extension, bytes) => {
      saved.push({ name: `${suggested}.${extension}`, text: new TextDecoder().decode(await bytes()) });
      return ok({ file: `/hem/${suggested}.${extension}` });
    },
  });
}

beforeEach(async () => {
  const folder = await newFolder();
  library = await openLibrary(folder);
  const pack = await buildTestPack({
    agenda: [
      { id: open, title: 'Gatan', documents: [{}] },
      { id: closed, title: 'Sekretess', sealed: {} },
    ],
  });
  await importOne(library, pack.file);
  const opened = await openPreparationStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  [saved, notes] = [[], []];
});

describe('the public digest', () => {
  test('is composed from what is stored, and what was chosen is remembered', async () => {
    expect(await handlers().digestChoice({ meetingId })).toEqual({ ok: true, value: null });
    const choice = withDigestItem(emptyDigest('sv', 'Rubrik'), open, {
      isChosen: true,
      publicText: 'Till alla.',
    });
    expect(await handlers().composeDigest({ meetingId, choice })).toMatchObject({
      ok: true,
      value: { document: { title: 'Rubrik', language: 'sv' }, warnings: [] },
    });
    expect(await handlers().digestChoice({ meetingId })).toEqual({ ok: true, value: choice });
  });

  test('has nothing of a sealed item or a private note, whatever the window asks for', async () => {
    notes = [
      note(1, { text: 'Hemligt om gatan' }),
      note(2, { text: 'Öppet om gatan', noteClass: 'toOffice' }),
      note(3, {
        target: { meeting: meetingId, source: { type: 'item', item: closed }, selectors: [] },
        text: 'x',
        noteClass: 'toOffice',
      }),
    ];
    const ids = notes.map(({ id }) => id);
    let choice = withDigestItem(emptyDigest('en', 'Heading'), open, {
      isChosen: true,
      notes: ids,
      quotes: ids,
    });
    choice = withDigestItem(choice, closed, { isChosen: true, notes: ids, publicText: 'Om det slutna.' });
    await handlers().saveDigest({ meetingId, choice, as: 'html' });
    await handlers().saveDigest({ meetingId, choice, as: 'markdown' });
    expect(saved.map(({ name }) => name)).toEqual(['Heading.html', 'Heading.md']);
    for (const { text } of saved) {
      expect(text).toContain('Öppet om gatan');
      expect(text).not.toMatch(/Hemligt|slutna|Sekretess/);
    }
  });

  test('warns when a sealed item is mentioned by the title that only the person may read', async () => {
    const choice = withDigestItem(emptyDigest('sv', 'Rubrik'), open, {
      isChosen: true,
      publicText: 'Om vård av barn.',
    });
    expect(await handlers().composeDigest({ meetingId, choice })).toMatchObject({
      value: { warnings: [{ kind: 'sealedTitle', words: 'Vård av barn' }] },
    });
  });
});
