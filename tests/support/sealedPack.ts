import { createHash } from 'node:crypto';
import type { AgendaItem, Manifest, PackHeader, UnitBriefing } from '../../core/pack/manifest.ts';
import type { PackSource } from '../../electron/packs/packs.ts';
import type { PackToWrite } from '../../electron/packs/writePack.ts';
import { writePack } from '../../electron/packs/writePack.ts';
import { newAgeIdentity, recipientOf } from '../../electron/sealing/ageBox.ts';
import type {
  SealedBriefingForPack,
  SealedItemForPack,
  SealingDocument,
} from '../../electron/sealing/sealItem.ts';
import type { PreviousSealing } from '../../electron/sealing/sealingRecord.ts';
import { sealBriefing, sealItem } from '../../electron/sealing/sealItem.ts';
import { valueOf } from './packReading.ts';
import type { ItemSpec } from './testManifest.ts';
import { testId, testManifest } from './testManifest.ts';
import { temporaryFolder } from './temporaryFolders.ts';
import { testSigner } from './testSigner.ts';

export interface Person {
  readonly id: string;
  readonly identity: string;
  readonly recipient: string;
}

/** People with age keys of their own. */
export const people = (count: number): Promise<readonly Person[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const identity = await newAgeIdentity();
      return { id: testId('person', i + 1), identity, recipient: await recipientOf(identity) };
    }),
  );

/** A complete item by what matters, and the bytes of its documents. */
export function completeItem(spec: ItemSpec, number: number): { item: AgendaItem; bytes: Uint8Array[] } {
  const { manifest, sources } = testManifest({ agenda: [spec] });
  const [made] = manifest.agenda;
  if (made === undefined) throw new Error('no item was made');
  const documents = made.documents.map((document, i) => ({
    ...document,
    id: testId('document', 1000 + number * 100 + i),
  }));
  const bytes = sources.flatMap(({ content }) =>
    'bytes' in content && createdHere(content.bytes, documents) ? [content.bytes] : [],
  );
  return { item: { ...made, id: testId('item', 1000 + number), number: String(number), documents }, bytes };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const createdHere = (bytes: Uint8Array, documents: AgendaItem['documents']): boolean =>
  documents.some((document) => document.sha256 === sha256(bytes));

export const sealingDocument = (bytes: Uint8Array): SealingDocument => ({
  sha256: sha256(bytes),
  size: bytes.length,
  mediaType: 'application/pdf',
  content: { bytes },
});

export interface SealSpec {
  readonly item: AgendaItem;
  readonly bytes: readonly Uint8Array[];
  readonly entitled: readonly Person[];
  readonly previous?: PreviousSealing | null;
  readonly folder?: string;
}

export async function seal({
  item,
  bytes,
  entitled,
  previous,
  folder,
}: SealSpec): Promise<SealedItemForPack> {
  return valueOf(
    await sealItem({
      item,
      publicTitle: 'Sekretessärende',
      reason: 'secrecy',
      ground: 'OSL 26 kap. 1 §',
      documents: bytes.map(sealingDocument),
      recipients: entitled.map(({ recipient }) => recipient),
      previous: previous ?? null,
      folder: folder ?? (await newFolder()),
    }),
  );
}

/** A complete briefing with one point, one figure, one commitment and one document. */
export function completeBriefing(secret: string, bytes: Uint8Array, number = 1): UnitBriefing {
  const id = (n: number): string => testId('briefing', 1000 + number * 10 + n);
  return {
    id: id(0),
    unit: { id: id(1), name: 'Räddningstjänsten' },
    presenter: 'Räddningschefen',
    series: 'annual',
    period: '2026',
    start: null,
    minutes: 20,
    sections: [
      {
        id: id(2),
        sectionKind: 'challenges',
        title: 'Utmaningar',
        points: [{ id: id(3), text: secret, themes: ['beredskap'] }],
      },
    ],
    keyFigures: [
      {
        id: id(4),
        name: 'Larm',
        unitOfMeasure: null,
        value: 149,
        asOf: '2026-10-31',
        scope: null,
        source: null,
        note: null,
        series: [],
        baselines: [],
      },
    ],
    commitments: [
      { id: id(5), what: 'Plan klar', who: null, due: null, state: 'given', reported: null, evidence: null },
    ],
    documents: [
      {
        id: id(6),
        title: 'Insatsplan',
        documentKind: 'attachment',
        sha256: sha256(bytes),
        pageCount: 3,
        pages: null,
        personalData: false,
        extensions: {},
      },
    ],
    sealed: null,
    extensions: {},
  };
}

export interface BriefingSealSpec extends Omit<SealSpec, 'item' | 'bytes'> {
  readonly briefing: UnitBriefing;
  readonly bytes: Uint8Array;
}

export async function sealOfBriefing({
  briefing,
  bytes,
  entitled,
  previous,
  folder,
}: BriefingSealSpec): Promise<SealedBriefingForPack> {
  return valueOf(
    await sealBriefing({
      briefing,
      reason: 'secrecy',
      ground: 'OSL 18 kap. 13 §',
      documents: [sealingDocument(bytes)],
      recipients: entitled.map(({ recipient }) => recipient),
      previous: previous ?? null,
      folder: folder ?? (await newFolder()),
    }),
  );
}

export const newFolder = (): Promise<string> => Promise.resolve(temporaryFolder('beredd-sealing-'));

/** Writes a pack with an open item and these sealed ones. */
export async function writeSealedPack(
  file: string,
  sealed: readonly (SealedItemForPack | SealedBriefingForPack)[],
  pack: Partial<PackHeader> = {},
  root?: PackToWrite['root'],
): Promise<Manifest> {
  const { manifest, sources } = testManifest({
    pack,
    agenda: [{ title: 'Val av justerare', documents: [{}] }],
  });
  const items = sealed.flatMap((each) => ('publicItem' in each ? [each.publicItem] : []));
  const briefings = sealed.flatMap((each) => ('publicBriefing' in each ? [each.publicBriefing] : []));
  const all: PackSource[] = [...sources, ...sealed.flatMap((each) => each.sources)];
  const draft = {
    ...manifest,
    agenda: [...manifest.agenda.map((item) => ({ ...item, number: '0' })), ...items],
    briefings: [...manifest.briefings, ...briefings],
  };
  return valueOf(
    await writePack(file, { manifest: draft, sources: all, signer: testSigner(), ...(root && { root }) }),
  ).manifest;
}
