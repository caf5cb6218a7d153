import { canonicalJson } from './canonicalJson.ts';
import { entryFolder, isSealedEntry } from './entryName.ts';
import type { AgendaItem, Manifest, PackDocument, Sealed, UnitBriefing, Uuid } from './manifest.ts';

/** What may have changed in an agenda item. */
export type ItemAspect =
  | 'title'
  | 'itemKind'
  | 'registryNumber'
  | 'presenter'
  | 'proposedDecision'
  | 'conflicts'
  | 'documents' // one is new, changed, withdrawn, renamed or in another order
  | 'sealed'; // sealed, opened, another ground, or other content

/** What may have changed in a unit briefing. */
export type BriefingAspect =
  | 'unit'
  | 'presenter'
  | 'period'
  | 'start'
  | 'sections'
  | 'keyFigures'
  | 'commitments'
  | 'documents'
  | 'sealed';

export interface ComparedManifests {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly changedDocuments: ReadonlySet<Uuid>;
}

/** What differs between two states of one item. Its number, its planned minutes and its children are not content. */
export function itemAspects(
  before: AgendaItem,
  after: AgendaItem,
  compared: ComparedManifests,
): readonly ItemAspect[] {
  const plain = [
    'title',
    'itemKind',
    'registryNumber',
    'presenter',
    'proposedDecision',
    'conflicts',
  ] as const;
  const aspects: ItemAspect[] = plain.filter((key) => !isSame(before[key], after[key]));
  return [...aspects, ...sharedAspects(before, after, compared)];
}

/** What differs between two states of one unit briefing. */
export function briefingAspects(
  before: UnitBriefing,
  after: UnitBriefing,
  compared: ComparedManifests,
): readonly BriefingAspect[] {
  const plain = ['unit', 'presenter', 'period', 'start', 'sections', 'keyFigures', 'commitments'] as const;
  const aspects: BriefingAspect[] = plain.filter((key) => !isSame(before[key], after[key]));
  return [...aspects, ...sharedAspects(before, after, compared)];
}

type Holder = Pick<AgendaItem, 'documents' | 'sealed'>;

function sharedAspects(
  before: Holder,
  after: Holder,
  compared: ComparedManifests,
): ('documents' | 'sealed')[] {
  const sameDocuments =
    isSame(before.documents.map(shownOf), after.documents.map(shownOf)) &&
    !after.documents.some(({ id }) => compared.changedDocuments.has(id));
  const sameSeal = isSame(
    sealedState(before.sealed, compared.before),
    sealedState(after.sealed, compared.after),
  );
  return [...(sameDocuments ? [] : ['documents' as const]), ...(sameSeal ? [] : ['sealed' as const])];
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const shownOf = ({ id, title, documentKind }: PackDocument): unknown => ({ id, title, documentKind });

/**
 * What can be seen of a sealed item from outside. Ciphertext is reused as long as the content is the same, so other
 * hashes mean other content; `key.age` alone changes when somebody more may open it.
 */
function sealedState(sealed: Sealed | null, manifest: Manifest): unknown {
  if (sealed === null) return null;
  const content = manifest.files
    .filter(
      ({ path }) => isSealedEntry(path) && entryFolder(path) === sealed.slug && !path.endsWith('/key.age'),
    )
    .map(({ path, sha256 }) => `${path} ${sha256}`)
    .sort();
  const { reason, ground, pageCount } = sealed;
  return { reason, ground, pageCount, content };
}
