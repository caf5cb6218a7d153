import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NotePlacement, PlacementsView } from '../../../core/annotation/anchoring/notePlacement.ts';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { ok } from '../../../core/errors.ts';
import { testId } from '../../support/libraryBuilders.ts';
import { sampleNote } from './meetingBuilders.ts';
import { openWorkspace } from './openWorkspace.tsx';
import { readerSeen } from './ReaderStandIn.tsx';

vi.mock('../../../renderer/features/reader/Reader.tsx', () => import('./ReaderStandIn.tsx'));

const oldFile = 'f'.repeat(64);
const newFile = '1'.padStart(64, '0');

/** A note on a file that the meeting does not have any more. */
const old = (n: number): Annotation => {
  const note = sampleNote(n);
  return {
    ...note,
    target: {
      ...note.target,
      selectors: note.target.selectors.map((selector) =>
        selector.type === 'PageSelector' ? { ...selector, sha256: oldFile } : selector,
      ),
    },
  };
};

const foundAt = (n: number, page: number, words: string): Annotation['target'] => ({
  ...sampleNote(n).target,
  selectors: [
    { type: 'PageSelector', sha256: newFile, page, quads: [[1, 9, 5, 9, 1, 8, 5, 8]] },
    { type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '', normalisation: 1 },
  ],
});

const view = (
  placements: Readonly<Record<string, NotePlacement>>,
  looking: PlacementsView['looking'] = null,
): PlacementsView => ({ meetingId: testId(1), revision: 2, placements, looking });

const check: NotePlacement = {
  kind: 'check',
  why: 'words',
  score: 0.9,
  target: foundAt(1, 3, 'markerade ord ett'),
};
const tray: NotePlacement = { kind: 'tray', why: 'notFound', heading: { type: 'item', id: testId(501) } };

async function opened(placements: Readonly<Record<string, NotePlacement>>, notes = [old(1), old(2)]) {
  const workspace = await openWorkspace({ annotations: notes });
  act(() => workspace.emit('placements.changed', view(placements)));
  return workspace;
}

const cardOf = (words: string): HTMLElement => {
  const card = screen.getAllByRole('article').find((each) => each.textContent.includes(words));
  if (card === undefined) throw new Error(`no note with ${words}`);
  return card;
};
const press = (name: string, within_: HTMLElement = document.body): void =>
  void fireEvent.click(within(within_).getByRole('button', { name }));
const edits = (calls: readonly { name: string; args: unknown }[]) =>
  calls.filter(({ name }) => name === 'notes.edit').map(({ args }) => args);

describe('notes after a revision', () => {
  afterEach(cleanup);

  it('stand where they were found, with what to look at said in words and drawn on the page', async () => {
    await opened({ [testId(3001)]: check });
    const card = cardOf('markerade ord ett');
    expect(card.textContent).toContain('Flyttad, kontrollera');
    expect(card.textContent).toContain('Mycket likt (90 % av bokstäverna)');
    expect(card.textContent).toContain('Stod tidigare: ”markerade ord 1”');
    expect(readerSeen.props?.marks).toMatchObject([
      { id: testId(3001), sha256: newFile, filePage: 3, needsCheck: true },
    ]);
  });

  it('are confirmed: the place that was found becomes their own', async () => {
    const { calls } = await opened({ [testId(3001)]: check });
    press('Rätt plats');
    await waitFor(() =>
      expect(edits(calls)).toEqual([
        { meetingId: testId(1), id: testId(3001), patch: { target: check.target, inTray: false } },
      ]),
    );
  });

  it('are kept in the tray and taken out of it', async () => {
    const { calls, emit } = await opened({ [testId(3001)]: check });
    press('Lägg i lådan');
    await waitFor(() => expect(edits(calls)).toHaveLength(1));
    act(() => emit('placements.changed', view({ [testId(3001)]: { ...tray, why: 'byPerson' } })));
    press('Ta ur lådan', cardOf('markerade ord 1'));
    await waitFor(() =>
      expect(edits(calls).at(-1)).toMatchObject({ id: testId(3001), patch: { inTray: false } }),
    );
  });

  it('lie in the tray of their item with their old words', async () => {
    await opened({ [testId(3001)]: tray });
    const section = screen.getByRole('region', { name: 'I lådan: 1 anteckning' });
    expect(section.textContent).toContain('markerade ord 1');
    expect(section.textContent).toContain('Texten finns inte kvar i handlingarna.');
  });

  it('are placed on words that the person selects', async () => {
    const { calls } = await opened({ [testId(3001)]: tray });
    press('Flytta …', cardOf('markerade ord 1'));
    await waitFor(() => expect(readerSeen.props?.isPlacing).toBe(true));
    const { selectors } = foundAt(1, 4, 'nya ord');
    act(() =>
      readerSeen.props?.onMark({
        kind: 'note',
        colour: null,
        documentId: testId(1001),
        itemId: testId(501),
        briefingId: null,
        quote: 'nya ord',
        page: 4,
        selectors,
      }),
    );
    await waitFor(() =>
      expect(edits(calls)).toMatchObject([
        { id: testId(3001), patch: { inTray: false, target: { selectors } } },
      ]),
    );
    expect(readerSeen.props?.isPlacing).toBe(false);
  });

  it('are left where they are when moving is cancelled with Escape', async () => {
    const { calls } = await opened({ [testId(3001)]: tray });
    press('Flytta …', cardOf('markerade ord 1'));
    expect(await screen.findByText('Var ska anteckningen stå?')).toBeTruthy();
    fireEvent.keyDown(window, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByText('Var ska anteckningen stå?')).toBeNull());
    expect(edits(calls)).toEqual([]);
  });

  it('are counted when they have no certain place, and shown one after the other', async () => {
    await opened({ [testId(3001)]: check, [testId(3002)]: tray });
    expect(screen.getByText('En anteckning att kontrollera. En i lådan.')).toBeTruthy();
    const active = () =>
      screen.getAllByRole('article').find((each) => each.dataset['active'] === 'true')?.textContent ?? '';
    press('Visa nästa');
    await waitFor(() => expect(active()).toContain('markerade ord 2'));
    press('Visa nästa');
    await waitFor(() => expect(active()).toContain('markerade ord ett'));
    expect(readerSeen.went.at(-1)).toMatchObject(['goTo', testId(1001), 3, [[1, 9, 5, 9, 1, 8, 5, 8]]]);
  });

  it('tell how far the looking has come, and it can be ended', async () => {
    const { emit, calls } = await opened({});
    act(() => emit('placements.looking', { meetingId: testId(1), looking: { done: 3, total: 12 } }));
    act(() => emit('placements.changed', view({}, { done: 3, total: 12 })));
    expect(await screen.findByText('Anteckningarna söks upp i den nya revideringen: 3 av 12')).toBeTruthy();
    press('Avbryt');
    expect(calls.some(({ name }) => name === 'placements.cancel')).toBe(true);
  });

  it('are shown in the document they were made on', async () => {
    const { answer } = await opened({ [testId(3001)]: tray });
    answer({
      revisions: {
        oldDocument: () =>
          Promise.resolve(
            ok({
              id: testId(1001),
              title: 'Handling 1',
              revision: 1,
              version: {
                sha256: oldFile,
                pages: null,
                pageCount: 3,
                mediaType: 'application/pdf',
                size: 10,
              },
            }),
          ),
      },
    });
    press('Visa i den gamla versionen', cardOf('markerade ord 1'));
    expect(await screen.findByRole('heading', { name: 'Handling 1, revidering 1' })).toBeTruthy();
    expect(readerSeen.props?.documents).toMatchObject([{ sha256: oldFile, pageCount: 3 }]);
    expect(readerSeen.props?.marks).toHaveLength(2);
    press('Tillbaka till revidering 2');
    await waitFor(() => expect(readerSeen.props?.documents[0]?.sha256).toBe(newFile));
  });
});
