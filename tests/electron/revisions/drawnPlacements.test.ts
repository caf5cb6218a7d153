import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationDraft } from '../../../core/annotation/annotation.ts';
import type { NotePlacement } from '../../../core/annotation/anchoring/notePlacement.ts';
import { quadOfView } from '../../../core/annotation/drawn/drawnFrame.ts';
import { nearbyText } from '../../../core/annotation/drawn/nearbyText.ts';
import type { PageText } from '../../../core/text/pageText.ts';
import { layOutText } from '../../../core/text/layOutText.ts';
import type { TestPack } from '../../support/packBuilder.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { openPdf, startPdfium } from '../../support/pdfium.ts';
import { meetingId, report, roadItem } from '../../support/revisedMeeting.ts';
import { all, line, testPdf } from '../../support/testPdf.ts';
import { eventually, importOne, newFolder } from '../library/profileScene.ts';
import { revisionScene } from './revisionScene.ts';

type Scene = Awaited<ReturnType<typeof revisionScene>>;
let open: Scene | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

const prose = [
  'Gatan breddas till sju meter mellan Granån och stationen under nästa år.',
  'Kostnaden beräknas till 4,2 miljoner kronor och belastar budgeten för gator.',
  'Samrådet gav elva yttranden varav tre motsätter sig nya parkeringar i parken.',
  'Bullret vid skolan underskrider riktvärdena enligt utredningen från i våras.',
];
/** What comes before the prose moves it down the page. */
const printed = (lines: readonly string[], top: number): Promise<Uint8Array> =>
  testPdf({ pages: [all(...lines.map((text, at) => line(text, 70, top + at * 26, 11)))] });

const added = ['Sammanfattning av ärendet inför beslutet i kommunstyrelsen i oktober.'];
const withNumber = prose.map((text) => text.replace('4,2 miljoner', '5,6 miljoner'));
let before: Uint8Array;
let lowerDown: Uint8Array;
let otherNumber: Uint8Array;
let rewritten: Uint8Array;
let page: PageText;

beforeAll(async () => {
  [before, lowerDown, otherNumber, rewritten] = await Promise.all([
    printed(prose, 200),
    printed([...added, ...prose], 200),
    printed(withNumber, 200),
    printed(['Ärendet utgår.', 'Handlingen ersätts av en ny till nästa sammanträde i nämnden.'], 90),
  ]);
  const document = openPdf(await startPdfium(), before);
  const characters = document.characters(1);
  document.close();
  if (!characters.ok) throw new Error('the page cannot be read');
  page = layOutText(characters.value);
});

const pack = async (bytes: Uint8Array, revision: TestPack | null): Promise<TestPack> =>
  buildTestPack({
    folder: await newFolder(),
    name: revision === null ? 'kallelse.beredd' : 'kallelse-2.beredd',
    ...(revision === null ? {} : { pack: { revision: 2, previous: revision.manifestSha256 } }),
    agenda: [
      {
        id: roadItem,
        number: '7',
        title: 'Gatan vid stationen',
        documents: [{ id: report, title: 'Tjänsteskrivelse', bytes, pageCount: 1 }],
      },
    ],
  });

/** A circle round the cost, or beside all words. */
async function placedAfter(
  after: Uint8Array,
  where: 'onCost' | 'beside',
): Promise<NotePlacement | undefined> {
  const scene = await revisionScene(await newFolder());
  open = scene;
  const first = await pack(before, null);
  await importOne(scene.library, first.file);
  const costLine = page.lines[1];
  if (costLine === undefined) throw new Error('the page has lines');
  const frame =
    where === 'onCost'
      ? { left: 150, bottom: costLine.bottom, right: 220, top: costLine.top }
      : { left: 500, bottom: 300, right: 560, top: 330 };
  const sha256 = first.manifest.agenda[0]?.documents[0]?.sha256 ?? '';
  const near = nearbyText({ sha256, filePage: 1, page, frame, previousText: null, nextText: null });
  const { left, bottom, right, top } = frame;
  const quad = quadOfView(page.geometry, {
    left: left - page.geometry.left,
    top: page.geometry.top - top,
    width: right - left,
    height: top - bottom,
  });
  const draft: AnnotationDraft = {
    kind: 'ink',
    noteClass: 'private',
    colour: null,
    text: '',
    strokes: [{ points: [left, bottom, right, top], width: 2, colour: 'red' }],
    target: {
      meeting: meetingId,
      source: { type: 'document', document: report, item: roadItem },
      selectors: [{ type: 'PageSelector', sha256, page: 1, quads: [quad] }, ...(near === null ? [] : [near])],
    },
  };
  const note = await scene.notes.add(draft);
  await importOne(scene.library, (await pack(after, first)).file);
  const settled = async (): Promise<boolean> => {
    const view = await scene.placements.of(meetingId);
    return view.ok && view.value.looking === null;
  };
  await eventually(settled);
  const view = await scene.placements.of(meetingId);
  return note.ok && view.ok ? view.value.placements[note.value.id] : undefined;
}

const topOf = (placement: NotePlacement | undefined): number | undefined => {
  if (placement?.kind !== 'found' && placement?.kind !== 'check') return undefined;
  const [selector] = placement.target.selectors;
  return selector?.type === 'PageSelector' ? selector.quads[0]?.[1] : undefined;
};

describe('what was drawn on a page whose document was replaced', () => {
  it('goes along with the words under it', async () => {
    const placement = await placedAfter(lowerDown, 'onCost');
    expect(placement).toMatchObject({ kind: 'found', why: 'words' });
    expect(topOf(placement)).toBeCloseTo((page.lines[1]?.top ?? 0) - 26, 0);
    expect(placement).toMatchObject({
      target: { selectors: [{ type: 'PageSelector' }, { type: 'NearbyTextSelector' }] },
    });
  });

  it('is to be checked when the words under it are others now', async () => {
    const placement = await placedAfter(otherNumber, 'onCost');
    expect(placement).toMatchObject({ kind: 'check' });
    expect(topOf(placement)).toBeCloseTo(page.lines[1]?.top ?? 0, 0);
  });

  it('is to be checked when it stands beside words that have moved', async () => {
    expect(await placedAfter(lowerDown, 'beside')).toMatchObject({ kind: 'check' });
  });

  it('lies in the tray when neither its words nor its page are there', async () => {
    expect(await placedAfter(rewritten, 'onCost')).toMatchObject({ kind: 'tray', why: 'notFound' });
  });
});
