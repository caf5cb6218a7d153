import type { Sha256 } from '../pack/manifest.ts';
import type { Draft, DraftDocument, DraftFile } from './draft.ts';
import { allDraftItems } from './agendaTree.ts';

/** Hashes of all contents that a draft needs: of its documents, its briefings' and of originals that are kept. */
export function neededContents(draft: Pick<Draft, 'items' | 'briefings' | 'files'>): ReadonlySet<Sha256> {
  const named = new Set([
    ...allDraftItems(draft.items).flatMap(({ documents }) => documents.flatMap(({ file }) => file ?? [])),
    ...draft.briefings.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256)),
  ]);
  const originals = draft.files
    .filter(({ sha256 }) => named.has(sha256))
    .flatMap(({ converted }) => converted?.original ?? []);
  return new Set([...named, ...originals]);
}

/** The draft with only the files it needs. The bytes of the others may go when no undo can bring them back. */
export function withNeededFiles(draft: Draft): Draft {
  const needed = neededContents(draft);
  const files = draft.files.filter(({ sha256 }) => needed.has(sha256));
  return files.length === draft.files.length ? draft : { ...draft, files };
}

/** The draft's files with new ones; a file it knows already keeps its place and takes what is new about it. */
export function withFiles(files: readonly DraftFile[], added: readonly DraftFile[]): DraftFile[] {
  const byHash = new Map([...files, ...added].map((file) => [file.sha256, file]));
  return [...byHash.values()];
}

/** The file a document shows; null while it is missing. */
export const fileOf = (
  draft: Pick<Draft, 'files'>,
  document: Pick<DraftDocument, 'file'>,
): DraftFile | null => draft.files.find(({ sha256 }) => sha256 === document.file) ?? null;

/** Pages of a document itself: its range, or its whole file; 0 when it is missing or not paged. */
export function ownPageCount(draft: Pick<Draft, 'files'>, document: DraftDocument): number {
  if (document.file === null) return 0;
  const { pages } = document;
  if (pages !== null) return Math.max(0, pages.to - pages.from + 1);
  return fileOf(draft, document)?.pageCount ?? 0;
}
