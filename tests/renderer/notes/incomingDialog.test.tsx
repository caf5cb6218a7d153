import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskedAct } from '../../../core/annotation/noteActs.ts';
import type { IncomingNote, IncomingNotes } from '../../../core/contract/incomingContract.ts';
import { failure, ok, type BereddError } from '../../../core/errors.ts';
import { IncomingDialog } from '../../../renderer/features/notes/incoming/IncomingDialog.tsx';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';
import { testId } from '../../support/libraryBuilders.ts';
import { addMissingBrowserParts } from '../workspace/browserParts.ts';
import { sampleDocument, sampleItem, sampleView } from '../workspace/meetingBuilders.ts';

const document = sampleDocument(1);
const meeting = sampleView({ agenda: [sampleItem(1, { documents: [document] })] });
const note = (n: number, more: Partial<IncomingNote> = {}): IncomingNote => ({
  id: testId(8000 + n),
  isOwn: false,
  isHere: false,
  place: 'sure',
  time: null,
  ...more,
  draft: {
    kind: 'highlight',
    noteClass: 'private',
    colour: 'yellow',
    text: `Text ${n}`,
    origin: { author: 'Anna Ek', kind: 'highlight' },
    target: {
      meeting: testId(1),
      source: { type: 'document', document: document.id, item: testId(501) },
      selectors: [
        { type: 'PageSelector', sha256: document.sha256, page: n, quads: [] },
        { type: 'TextQuoteSelector', exact: `ord ${n}`, prefix: '', suffix: '', normalisation: 1 },
      ],
    },
    ...more.draft,
  },
});

const taken: AskedAct[][] = [];
let closed = 0;
let refusal: BereddError | null = null;

async function show(found: Partial<IncomingNotes> | BereddError | null): Promise<void> {
  render(
    <MessagesProvider language="sv">
      <IncomingDialog
        read={() =>
          Promise.resolve(
            found === null
              ? ok(null)
              : 'code' in found
                ? failure(found.code, found.file === undefined ? {} : { file: found.file })
                : ok({ meeting, found: { file: 'kopia.pdf', notes: [], leftOut: {}, skipped: 0, ...found } }),
          )
        }
        onTake={(acts) => {
          taken.push([...acts]);
          return Promise.resolve(refusal);
        }}
        onClose={() => (closed += 1)}
      />
    </MessagesProvider>,
  );
  await waitFor(() => expect(screen.queryByText(/^Läser filen/)).toBeNull());
}
const boxes = (): HTMLInputElement[] => screen.queryAllByRole<HTMLInputElement>('checkbox');

describe('taking in what others wrote', () => {
  beforeEach(() => {
    addMissingBrowserParts();
    taken.length = 0;
    closed = 0;
    refusal = null;
  });
  afterEach(cleanup);

  it('lists who wrote what where, in reading order, and takes what is chosen', async () => {
    await show({ notes: [note(3), note(2)] });
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows[0]).toContain('s. 2 (12 i paketet)');
    expect(rows[0]).toContain('ord 2');
    expect(rows[0]).toContain('Från Anna Ek, överstrykning i PDF');
    fireEvent.click(boxes()[0] ?? globalThis.document.body);
    expect(screen.getByText('1 av 2 valda')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Hämta in 1' }));
    await waitFor(() => expect(closed).toBe(1));
    expect(taken).toEqual([[{ what: 'add', id: note(3).id, draft: note(3).draft }]]);
  });

  it('chooses all or none, and not what is here already', async () => {
    await show({ notes: [note(1, { isHere: true }), note(2), note(3)] });
    expect(boxes().map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
    expect(screen.getByText('Finns redan')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Välj inga' }));
    expect(boxes().some(({ checked }) => checked)).toBe(false);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Hämta in' }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Välj alla' }));
    expect(screen.getByRole('button', { name: 'Hämta in 2' })).toBeTruthy();
  });

  it('says whose place is uncertain or unknown, and names what is left out', async () => {
    await show({
      notes: [note(1, { place: 'check' }), note(2, { place: 'nowhere' })],
      leftOut: { stamp: 2, script: 1, tooMany: 4 },
      skipped: 1,
    });
    expect(screen.getByText('Platsen är osäker, kontrollera den')).toBeTruthy();
    expect(screen.getByText('Platsen hittades inte: hamnar i lådan')).toBeTruthy();
    for (const words of [
      '2 stämplar',
      '1 skript (körs aldrig)',
      /^4 kommentarer utöver/,
      /^1 anteckning som hör/,
    ])
      expect(screen.getByText(words)).toBeTruthy();
  });

  it('says that there is nothing, or why the file cannot be used', async () => {
    await show({ notes: [] });
    expect(screen.getByText('Filen har inga kommentarer')).toBeTruthy();
    cleanup();
    await show({ code: 'incomingNoMatch', file: 'annat.pdf' });
    expect(screen.getByText('annat.pdf är inte någon av mötets handlingar')).toBeTruthy();
  });

  it('stays with the choice when the notes cannot be stored', async () => {
    refusal = { code: 'diskFull' };
    await show({ notes: [note(1)] });
    fireEvent.click(screen.getByRole('button', { name: 'Hämta in 1' }));
    await screen.findByRole('alert');
    expect(closed).toBe(0);
    expect(boxes()[0]?.checked).toBe(true);
  });

  it('closes when no file was chosen', async () => {
    await show(null).catch(() => undefined);
    await waitFor(() => expect(closed).toBe(1));
  });
});
