import type {
  AgendaItem,
  Manifest,
  PackDocument,
  PackFile,
  Sealed,
  Sha256,
  UnitBriefing,
  Uuid,
} from '../pack/manifest.ts';
import { documentHolders } from '../pack/manifestWalk.ts';
import type { Draft, DraftBriefing, DraftDocument, DraftFile, DraftItem, DraftSeal } from './draft.ts';
import { withFiles } from './draftFiles.ts';
import { numberingOf, withKeptNumbers } from './numbering.ts';
import { writableBody } from './writableBody.ts';

/** The whole item or briefing; its documents name their files by SHA-256 of the plaintext. */
export type OpenedContent =
  | { readonly type: 'item'; readonly item: AgendaItem }
  | { readonly type: 'briefing'; readonly briefing: UnitBriefing };

/** A sealed item or briefing of an issued revision, opened by someone who may. */
export interface OpenedSealed {
  readonly content: OpenedContent;
  readonly files: readonly DraftFile[];
  readonly entitled: readonly Uuid[];
}

export interface DraftFromManifest {
  readonly manifest: Manifest;
  readonly manifestSha256: Sha256;
  readonly draftId: Uuid;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** By the id of the item or briefing. */
  readonly opened: ReadonlyMap<Uuid, OpenedSealed>;
}

/**
 * An issued revision as a draft to go on from: ids of pack, meeting, items and documents, and slugs of sealed items,
 * stay. Numbers stay too: those that numbering would not give are fixed. Sealed items that could not be opened stand as
 * everyone sees them, and are named in `unopened`.
 */
export function draftFromManifest(options: DraftFromManifest): Draft {
  const { manifest, opened } = options;
  const seen = manifest.agenda.map((item) => itemFromAgenda(item, sealedAsDraft(manifest, opened)));
  const numbering = numberingOf(seen);
  const { pack, meeting, issuer } = manifest;
  const sealed = documentHolders(manifest).filter((holder) => holder.sealed !== null);
  const unopened = sealed.map(({ id }) => id).filter((id) => !opened.has(id));
  return {
    id: options.draftId,
    created: options.now,
    changed: options.now,
    packId: pack.id,
    issuer: { ...issuer },
    meeting: { ...meeting, body: writableBody(meeting.body), deadlineSource: null },
    numbering,
    items: withKeptNumbers(seen, numbering),
    briefings: manifest.briefings.map((briefing) => briefingFromPack(briefing, opened.get(briefing.id))),
    files: [...opened.values()].reduce((all, { files }) => withFiles(all, files), openFiles(manifest)),
    base: { revision: pack.revision, manifestSha256: options.manifestSha256, issued: pack.issued },
    note: '',
    returnBy: pack.returnBy,
    eraseAfter: pack.eraseAfter,
    acceptedWarnings: [],
    extensions: manifest.extensions,
    ...(unopened.length > 0 && { unopened }),
  };
}

function sealedAsDraft(
  manifest: Manifest,
  opened: ReadonlyMap<Uuid, OpenedSealed>,
): ReadonlyMap<Uuid, DraftItem> {
  const outside = new Map(documentHolders(manifest).map((holder) => [holder.id, holder.sealed]));
  return new Map(
    [...opened].flatMap(([id, { content, entitled }]) => {
      if (content.type !== 'item') return [];
      const whole = itemFromAgenda({ ...content.item, sealed: null }, new Map<Uuid, DraftItem>());
      const seal = outside.get(id);
      return [[id, seal ? { ...whole, seal: sealOfPack(seal, entitled) } : whole]];
    }),
  );
}

const sealOfPack = ({ slug, reason, ground }: Sealed, entitled: readonly Uuid[]): DraftSeal => ({
  slug,
  reason,
  ground,
  publicTitle: null,
  entitled: [...entitled],
});

/** A sealed one as it was opened; one that could not be stands as everyone sees it. */
function briefingFromPack(briefing: UnitBriefing, opened: OpenedSealed | undefined): DraftBriefing {
  if (briefing.sealed === null) return briefing;
  const whole = opened?.content.type === 'briefing' ? opened.content.briefing : briefing;
  return { ...whole, sealed: null, seal: sealOfPack(briefing.sealed, opened?.entitled ?? []) };
}

/** One item of a manifest as an item of a draft; of a sealed one the opened content, when it is given. */
export function itemFromAgenda(item: AgendaItem, opened: ReadonlyMap<Uuid, DraftItem>): DraftItem {
  const content = opened.get(item.id);
  if (content?.seal) {
    // What everyone saw stays what everyone sees.
    const publicTitle =
      item.title === content.title && content.seal.reason === 'conflict' ? null : item.title;
    return { ...content, number: item.number, seal: { ...content.seal, publicTitle } };
  }
  const { id, number, title, registryNumber, presenter, minutes, extensions, sealed } = item;
  return {
    id,
    number,
    numberFixed: number === null,
    title,
    itemKind: item.itemKind ?? 'other',
    registryNumber,
    presenter,
    minutes,
    proposedDecision: [...item.proposedDecision],
    documents: item.documents.map(documentFromPack),
    conflicts: item.conflicts.map((conflict) => ({ ...conflict })),
    seal: sealed === null ? null : { ...sealOfPack(sealed, []), publicTitle: title },
    extensions,
    children: item.children.map((child) => itemFromAgenda(child, opened)),
  };
}

function documentFromPack({
  id,
  title,
  documentKind,
  sha256,
  pages,
  personalData,
  extensions,
}: PackDocument): DraftDocument {
  return { id, title, documentKind, file: sha256, pages, personalData, withOriginal: false, extensions };
}

/** The files of open documents; pages of a file that is only shown in parts are those known of. */
function openFiles(manifest: Manifest): DraftFile[] {
  const byHash = new Map(manifest.files.map((file) => [file.sha256, file]));
  const pageCounts = new Map<Sha256, number>();
  for (const { documents } of documentHolders(manifest)) {
    for (const { sha256, pages, pageCount } of documents) {
      pageCounts.set(sha256, Math.max(pageCounts.get(sha256) ?? 0, pages?.to ?? pageCount));
    }
  }
  return [...pageCounts].flatMap(([sha256, pageCount]) => {
    const file = byHash.get(sha256);
    return file === undefined ? [] : [draftFileOf(file, pageCount)];
  });
}

const draftFileOf = ({ path, size, sha256, mediaType }: PackFile, pageCount: number): DraftFile => ({
  sha256,
  size,
  name: path.slice(path.lastIndexOf('/') + 1),
  mediaType,
  pageCount: mediaType === 'application/pdf' ? pageCount : null,
  condition: 'readable',
  pagesWithoutText: null,
  converted: null,
});
