import { createHash } from 'node:crypto';
import type {
  AgendaItem,
  Meeting,
  PackDocument,
  PackHeader,
  Sealed,
  UnitBriefing,
} from '../../core/pack/manifest.ts';
import type { PackSource } from '../../electron/packs/packs.ts';
import type { ManifestDraft } from '../../electron/packs/writePack.ts';
import { tinyPdf } from './tinyPdf.ts';

export type IdKind =
  'pack' | 'meeting' | 'body' | 'person' | 'item' | 'document' | 'briefing' | 'unit' | 'part';
const kindDigits: Record<IdKind, string> = {
  pack: '1',
  meeting: '2',
  body: '3',
  person: '4',
  item: '5',
  document: '6',
  briefing: '7',
  unit: '8',
  part: '9',
};

/** The same UUID for the same kind and number, always. */
export const testId = (kind: IdKind, number: number): string =>
  `${kindDigits[kind].repeat(8)}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** A document by what matters in a test. Same `bytes` (by default a one-page PDF of its title), same file in the pack. */
export type DocumentSpec = Partial<PackDocument> & {
  readonly bytes?: Uint8Array;
  readonly path?: string;
  readonly mediaType?: string;
};

/** An item by what matters in a test. With `sealed` everything else but id, number and title becomes empty. */
export type ItemSpec = Partial<Omit<AgendaItem, 'documents' | 'children' | 'sealed'>> & {
  readonly documents?: readonly DocumentSpec[];
  readonly children?: readonly ItemSpec[];
  readonly sealed?: Partial<Sealed> | null;
};

export type BriefingSpec = Partial<Omit<UnitBriefing, 'documents' | 'sealed'>> & {
  readonly documents?: readonly DocumentSpec[];
  readonly sealed?: Partial<Sealed> | null;
};

export interface ManifestSpec {
  readonly pack?: Partial<PackHeader>;
  readonly issuer?: ManifestDraft['issuer'];
  readonly meeting?: Partial<Meeting>;
  readonly agenda?: readonly ItemSpec[];
  readonly briefings?: readonly BriefingSpec[];
  readonly requires?: readonly string[];
  readonly extensions?: ManifestDraft['extensions'];
}

/** Two items with a document each. */
export const plainAgenda: readonly ItemSpec[] = [
  { title: 'Val av justerare', itemKind: 'formality', documents: [{ title: 'Föredragningslista' }] },
  {
    title: 'Detaljplan för Kyrkbyn',
    registryNumber: 'KS 2026/117',
    presenter: 'Planarkitekt Siv Ängsmo',
    proposedDecision: ['Kommunstyrelsen antar planen.'],
    documents: [{ title: 'Tjänsteskrivelse' }],
  },
];

/** A complete manifest without `files`, and the sources of everything it refers to. */
export function testManifest(spec: ManifestSpec = {}): { manifest: ManifestDraft; sources: PackSource[] } {
  const maker = new ManifestMaker();
  const agenda = maker.items(spec.agenda ?? plainAgenda);
  const briefings = (spec.briefings ?? []).map((briefing) => maker.briefing(briefing));
  const manifest: ManifestDraft = {
    format: 'beredd',
    version: 1,
    requires: spec.requires ?? [],
    extensions: spec.extensions ?? {},
    pack: { ...plainHeader, ...spec.pack },
    issuer: spec.issuer ?? { municipality: 'Granåsa kommun', office: 'Kommunkansliet' },
    meeting: { ...plainMeeting, ...spec.meeting },
    agenda,
    briefings,
  };
  return { manifest, sources: [...maker.sources.values()] };
}

const plainHeader: PackHeader = {
  id: testId('pack', 1),
  revision: 1,
  previous: null,
  issued: '2026-11-24T09:30:00+01:00',
  note: '',
  supplementTo: null,
  returnBy: null,
  eraseAfter: null,
};

const plainMeeting: Meeting = {
  id: testId('meeting', 1),
  kind: 'meeting',
  state: 'scheduled',
  title: 'Kommunstyrelsen 1 december 2026',
  body: { id: testId('body', 1), name: 'Kommunstyrelsen', roster: null },
  start: '2026-12-01T13:00:00+01:00',
  end: null,
  place: 'Kommunhuset, Storsalen',
  webcast: null,
  summonsDeadline: null,
  extensions: {},
};

const plainItem = {
  itemKind: 'decision',
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  conflicts: [],
  extensions: {},
} as const;

const sealedItem = { ...plainItem, itemKind: null, documents: [], children: [] } as const;

const plainBriefing = {
  presenter: null,
  period: null,
  start: null,
  minutes: null,
  sections: [],
  keyFigures: [],
  commitments: [],
  extensions: {},
} as const;

class ManifestMaker {
  readonly sources = new Map<string, PackSource>();
  #items = 0;
  #documents = 0;
  #briefings = 0;

  items(specs: readonly ItemSpec[]): AgendaItem[] {
    return specs.map((spec) => this.#item(spec));
  }

  #item({ documents = [], children = [], sealed = null, ...rest }: ItemSpec): AgendaItem {
    this.#items += 1;
    const number = this.#items;
    const id = rest.id ?? testId('item', number);
    const named = { id, number: rest.number ?? String(number), title: rest.title ?? `Punkt ${number}` };
    if (sealed !== null) return { ...sealedItem, ...named, sealed: this.#seal(sealed, number) };
    return {
      ...plainItem,
      ...rest,
      ...named,
      documents: documents.map((document) => this.#document(document)),
      children: this.items(children),
      sealed: null,
    };
  }

  briefing({ documents = [], sealed = null, ...rest }: BriefingSpec): UnitBriefing {
    this.#briefings += 1;
    const number = this.#briefings;
    const id = rest.id ?? testId('briefing', number);
    const unit = rest.unit ?? { id: testId('unit', number), name: `Enhet ${number}` };
    if (sealed !== null) {
      return {
        ...plainBriefing,
        id,
        unit,
        series: null,
        documents: [],
        sealed: this.#seal(sealed, 1000 + number),
      };
    }
    return {
      ...plainBriefing,
      series: 'annual',
      ...rest,
      id,
      unit,
      documents: documents.map((document) => this.#document(document)),
      sealed: null,
    };
  }

  #document({ bytes: given, path, mediaType, ...rest }: DocumentSpec): PackDocument {
    this.#documents += 1;
    const number = this.#documents;
    const title = rest.title ?? `Handling ${number}`;
    const bytes = given ?? tinyPdf(title);
    const sha256 = rest.sha256 ?? createHash('sha256').update(bytes).digest('hex');
    const source = this.sources.get(sha256);
    if (source === undefined && rest.sha256 === undefined) {
      const entry = path ?? `docs/${sha256.slice(0, 12)}/handling.pdf`;
      this.sources.set(sha256, { path: entry, content: { bytes }, ...(mediaType && { mediaType }) });
    }
    return {
      id: testId('document', number),
      documentKind: 'officialReport',
      pageCount: 1,
      pages: null,
      personalData: false,
      extensions: {},
      ...rest,
      title,
      sha256,
    };
  }

  // The reader never opens these, so any bytes will do for ciphertext.
  #seal(sealed: Partial<Sealed>, number: number): Sealed {
    const slug = sealed.slug ?? number.toString(16).padStart(16, '0');
    for (const name of ['key.age', 'item.age', '0001.age']) {
      const path = `sealed/${slug}/${name}`;
      this.sources.set(path, {
        path,
        content: { bytes: new Uint8Array(Buffer.from(`ciphertext of ${path}`)) },
      });
    }
    return { reason: 'secrecy', ground: 'OSL 26 kap. 1 §', pageCount: 4, ...sealed, slug };
  }
}
