import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AskedAct } from '../../../core/annotation/noteActs.ts';
import { quoteOf } from '../../../core/annotation/noteList.ts';
import type { IncomingNotes } from '../../../core/contract/incomingContract.ts';
import type { Result } from '../../../core/errors.ts';
import { annotatePdf, loadAnnotating } from '../../../electron/annotatedCopy/annotatePdf.ts';
import { copiedMarks } from '../../../electron/annotatedCopy/copiedMark.ts';
import { readAnnotations } from '../../../electron/annotatedCopy/readAnnotations.ts';
import { canReadAnnotations } from '../../../electron/annotatedCopy/readingFunctions.ts';
import { readIncoming } from '../../../electron/incoming/incomingNotes.ts';
import { pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { readSmallFile } from '../../../electron/preparation/readSmallFile.ts';
import { annotatedPdf, type MadeAnnotation } from '../../support/annotatedPdf.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';
import { meetingId, report, revisedMeeting, sentences } from '../../support/revisedMeeting.ts';
import { line, testPdf } from '../../support/testPdf.ts';
import type { TestPack } from '../../support/packBuilder.ts';
import { importOne, newFolder } from '../library/profileScene.ts';
import { revisionScene } from '../revisions/revisionScene.ts';

type Scene = Awaited<ReturnType<typeof revisionScene>>;
let packs: { first: TestPack; second: TestPack };
let pdfium: Awaited<ReturnType<typeof loadAnnotating>>;
let open: Scene | null = null;

beforeAll(async () => {
  packs = await revisedMeeting(await newFolder());
  pdfium = await loadAnnotating(pdfiumFile());
});
afterEach(async () => {
  await open?.close();
  open = null;
});

/** A meeting with the first revision, the bytes of its report, and a way to read files into it. */
async function scene() {
  open = await revisionScene(await newFolder());
  const { library, notes, client } = open;
  await importOne(library, packs.first.file);
  const sha256 = reportOf(packs.first);
  const stored = await library.documentFile(sha256);
  if (stored === null) throw new Error('the report is not here');
  const folder = await newFolder();
  const keep = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  const read = (file: string, isPdf?: boolean): Promise<Result<IncomingNotes>> =>
    readIncoming(
      {
        library,
        notes,
        client,
        newId: randomUUID,
        readFile: readSmallFile,
        copies: {
          read: (source) => {
            if (!canReadAnnotations(pdfium)) throw new Error('this PDFium cannot read annotations');
            return Promise.resolve(readAnnotations(pdfium, source));
          },
        },
      },
      meetingId,
      file,
      isPdf,
    );
  const take = async ({ notes: found }: IncomingNotes): Promise<number> =>
    valueOf(
      await notes.apply(
        meetingId,
        found.map(({ id, draft }): AskedAct => ({ what: 'add', id, draft })),
      ),
    );
  return {
    library,
    notes,
    keep,
    read,
    take,
    stored: stored.path,
    bytes: await readFile(stored.path),
    sha256,
  };
}

const reportOf = ({ manifest }: TestPack): string =>
  manifest.agenda.flatMap(({ documents }) => documents).find(({ id }) => id === report)?.sha256 ?? '';

/** The words "breddas till sju meter" of the fourth line of the report's first page. */
const onKept: MadeAnnotation = {
  page: 1,
  subtype: 'Highlight',
  rect: [70, 631, 470, 645],
  quads: [70, 645, 470, 645, 70, 631, 470, 631],
  colour: [0.4, 0.7, 1],
  contents: 'Varför just sju?',
  author: 'Anna Ek',
  name: 'a-1',
};
const comments: readonly MadeAnnotation[] = [
  onKept,
  { page: 1, subtype: 'Text', rect: [0, 0, 20, 20], contents: 'För bussen.', author: 'Bo Alm', answers: 0 },
  { page: 2, subtype: 'Text', rect: [500, 700, 520, 720], contents: 'Läs detta', author: 'Anna Ek' },
  {
    page: 1,
    subtype: 'Ink',
    rect: [60, 500, 200, 560],
    colour: [1, 0, 0],
    ink: [[60, 500, 120, 560, 200, 510]],
  },
  { page: 1, subtype: 'Square', rect: [60, 400, 300, 480], author: 'Anna Ek' },
  {
    page: 1,
    subtype: 'FreeText',
    rect: [60, 100, 300, 130],
    contents: 'Skrivet på sidan',
    author: 'Anna Ek',
  },
  { page: 1, subtype: 'Stamp', rect: [300, 100, 400, 130], contents: 'GODKÄND' },
];

describe('what others wrote into a copy of a document', () => {
  it('becomes private notes of one’s own where the same words stand, answers under what they answer', async () => {
    const { keep, read, bytes, sha256 } = await scene();
    const copy = await annotatedPdf(bytes, comments, 'app.alert("hej")');
    const found = valueOf(await read(await keep('Annas kopia.pdf', copy)));
    expect(found.notes.map(({ draft }) => draft.kind)).toEqual([
      'highlight',
      'ink',
      'area',
      'freeText',
      'note',
    ]);
    expect(found.notes.every(({ isHere, isOwn, place }) => !isHere && !isOwn && place === 'sure')).toBe(true);
    const [marked, ink, , , onPage] = found.notes.map(({ draft }) => draft);
    expect(marked).toMatchObject({
      noteClass: 'private',
      colour: 'blue',
      text: 'Varför just sju?\n– Bo Alm: För bussen.',
      origin: { author: 'Anna Ek', kind: 'highlight' },
      target: { source: { type: 'document', document: report } },
    });
    expect(marked && quoteOf(marked)).toBe(sentences.kept);
    expect(onPage?.target.selectors[0]).toMatchObject({ type: 'PageSelector', sha256, page: 2, quads: [] });
    expect(ink?.strokes).toMatchObject([{ points: [60, 500, 120, 560, 200, 510], colour: 'red' }]);
    expect(found.leftOut).toEqual({ stamp: 1, script: 1 });
  });

  it('is taken in once, however often and in whatever copy it comes, and back out in one step', async () => {
    const { keep, read, take, notes, bytes } = await scene();
    const first = valueOf(await read(await keep('a.pdf', await annotatedPdf(bytes, comments))));
    expect(await take(first)).toBe(5);
    const another = await annotatedPdf(bytes, [
      ...comments,
      { ...onKept, name: 'a-2', contents: 'Ny fråga' },
    ]);
    const again = valueOf(await read(await keep('b.pdf', another)));
    expect(again.notes.filter(({ isHere }) => !isHere).map(({ draft }) => draft.text)).toEqual(['Ny fråga']);
    expect(await take(again)).toBe(1);
    await notes.undo(meetingId);
    await notes.undo(meetingId);
    expect(valueOf(await notes.list(meetingId)).annotations).toEqual([]);
  });

  it('is found in a later revision by its words; what is no longer there lies in the tray', async () => {
    const { library, keep, read, bytes } = await scene();
    const deleted: MadeAnnotation = {
      ...onKept,
      page: 2,
      rect: [70, 657, 500, 672],
      quads: [70, 671, 500, 671, 70, 657, 500, 657],
      name: 'a-3',
    };
    const file = await keep('a.pdf', await annotatedPdf(bytes, [onKept, deleted]));
    await importOne(library, packs.second.file);
    const found = valueOf(await read(file));
    expect(found.notes.map(({ place, draft }) => [place, quoteOf(draft)])).toEqual([
      ['sure', sentences.kept],
      ['nowhere', sentences.deleted],
    ]);
    const [selector] = found.notes[0]?.draft.target.selectors ?? [];
    expect(selector).toMatchObject({ sha256: reportOf(packs.second), page: 2 });
  });

  it('stands where it says in the document itself', async () => {
    const { library, keep, read, bytes } = await scene();
    const { first } = packs;
    expect(valueOf(await read(await keep('same.pdf', bytes)))).toMatchObject({ notes: [], leftOut: {} });
    const stored = await library.documentFile(reportOf(first));
    expect(valueOf(await read(stored?.path ?? '', true)).notes).toEqual([]);
  });

  it('is refused when the file is none of the meeting’s documents', async () => {
    const { keep, read } = await scene();
    const other = await testPdf({
      pages: [
        line('En helt annan handling om avfall, soptunnor och återvinning i en annan kommun.', 70, 100),
      ],
    });
    const refused = await read(await keep('annat.pdf', await annotatedPdf(other, [{ ...onKept, page: 1 }])));
    expect(failureOf(refused)).toMatchObject({ code: 'incomingNoMatch', file: 'annat.pdf' });
    expect(failureOf(await read(await keep('trasig.pdf', new Uint8Array([1, 2, 3]))))).toMatchObject({
      code: 'documentDamaged',
    });
  });
});

describe('notes that Beredd wrote', () => {
  it('come back the same from an annotated copy, and not those of another meeting', async () => {
    const { keep, read, take, notes, bytes, sha256, stored } = await scene();
    await take(valueOf(await read(await keep('a.pdf', await annotatedPdf(bytes, comments)))));
    const all = valueOf(await notes.list(meetingId)).annotations;
    const output = `${await newFolder()}/kopia.pdf`;
    const elsewhere = all.slice(0, 1).map((note) => ({
      ...note,
      target: { ...note.target, meeting: randomUUID() },
    }));
    valueOf(annotatePdf(pdfium, stored, output, copiedMarks([...all, ...elsewhere], sha256, 'Maja')));
    const back = valueOf(await read(output));
    expect(back.skipped).toBe(1);
    expect(back.notes.every(({ isOwn, isHere }) => isOwn && isHere)).toBe(true);
    expect(back.notes.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    const [first] = all;
    expect(back.notes.find(({ id }) => id === first?.id)?.draft).toMatchObject({
      kind: first?.kind,
      text: first?.text,
      target: first?.target,
    });
  });
});
