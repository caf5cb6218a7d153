import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { freeEntryPath } from '../../core/pack/entryNaming.ts';
import type { DocumentKind, PackDocument, PackFile, Sha256, Uuid } from '../../core/pack/manifest.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { FolderFile } from './buildFolderListing.ts';
import { nameOf } from './buildFolderListing.ts';
import { entryFileName, mediaTypeOfFile } from './buildFolderNames.ts';
import type { PackSource } from './packs.ts';

/**
 * The number of pages of a PDF file. Fails with documentNotPdf (detail.looksLike), documentEncrypted, documentDamaged or
 * documentTooSlow.
 */
export type CountPages = (file: string) => Promise<Result<number>>;

/** One document as the folder names it, before it has an id. */
export interface DocumentDraft {
  readonly id: Uuid | null;
  readonly file: FolderFile;
  readonly title: string;
  readonly documentKind: DocumentKind;
  readonly pages: PackDocument['pages'];
  readonly personalData: boolean;
  readonly extensions: PackDocument['extensions'];
  /** For messages: the item.json or meeting.json that names it, and where in it. */
  readonly namedIn: string;
  readonly namedAt: string;
  /** Folder part of its entry's name. */
  readonly slug: string;
}

/** What was found out about a file's content. */
export interface MeasuredFile {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  /** 0 when not a paged format. */
  readonly pageCount: number;
}

/**
 * Reads every file once: hash, size and, of PDFs, pages. Fails with what is wrong with the first bad one, by its name in
 * FOLDER.
 */
export async function measureFiles(
  drafts: readonly DocumentDraft[],
  countPages: CountPages,
): Promise<Result<ReadonlyMap<string, MeasuredFile>>> {
  const measured = new Map<string, MeasuredFile>();
  for (const { file } of drafts) {
    if (measured.has(file.relative)) continue;
    const result = await measure(file, countPages);
    if (!result.ok) return { ok: false, error: { ...result.error, file: file.relative } };
    measured.set(file.relative, result.value);
  }
  return ok(measured);
}

async function measure(file: FolderFile, countPages: CountPages): Promise<Result<MeasuredFile>> {
  const mediaType = mediaTypeOfFile(file.relative);
  const pages = mediaType === 'application/pdf' ? await countPages(file.path) : ok(0);
  if (!pages.ok) return pages;
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(file.path)) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    return diskFailure(error, file.path);
  }
  return ok({ sha256: hash.digest('hex'), size, mediaType, pageCount: pages.value });
}

function ownPageCount(draft: DocumentDraft, measured: MeasuredFile): Result<number> {
  const { pages } = draft;
  if (pages === null) return ok(measured.pageCount);
  if (pages.from <= pages.to && pages.to <= measured.pageCount) return ok(pages.to - pages.from + 1);
  return failure(draft.namedIn.endsWith('meeting.json') ? 'folderMeeting' : 'folderItem', {
    file: draft.namedIn,
    detail: { rule: 'page-range', path: `${draft.namedAt}.pages`, document: draft.file.relative },
  });
}

export interface PlacedFiles {
  readonly files: readonly PackFile[];
  readonly sources: readonly PackSource[];
  /** File part of the entry's name by SHA-256. */
  readonly entryFiles: ReadonlyMap<Sha256, string>;
}

/** Gives each content one entry, named after the first document that shows it; equal names get a number. */
export function placeFiles(
  drafts: readonly DocumentDraft[],
  measured: ReadonlyMap<string, MeasuredFile>,
): PlacedFiles {
  const files: PackFile[] = [];
  const sources: PackSource[] = [];
  const entryFiles = new Map<Sha256, string>();
  const taken = new Set<string>();
  for (const { file, slug } of drafts) {
    const content = measured.get(file.relative);
    if (content === undefined || entryFiles.has(content.sha256)) continue;
    const path = freeEntryPath(slug, entryFileName(nameOf(file.relative)), taken);
    entryFiles.set(content.sha256, nameOf(path));
    files.push({ path, size: content.size, sha256: content.sha256, mediaType: content.mediaType });
    sources.push({ path, content: { file: file.path }, mediaType: content.mediaType });
  }
  return { files, sources, entryFiles };
}

/** The number of own pages of every document; fails with folderItem or folderMeeting when a range does not fit its file. */
export function countOwnPages(
  documents: readonly DocumentDraft[],
  measured: ReadonlyMap<string, MeasuredFile>,
): Result<ReadonlyMap<DocumentDraft, number>> {
  const counts = new Map<DocumentDraft, number>();
  for (const document of documents) {
    const pages = ownPageCount(document, contentOf(measured, document));
    if (!pages.ok) return pages;
    counts.set(document, pages.value);
  }
  return ok(counts);
}

/** What was measured of a document's file. */
export function contentOf(
  measured: ReadonlyMap<string, MeasuredFile>,
  document: DocumentDraft,
): MeasuredFile {
  const content = measured.get(document.file.relative);
  if (content === undefined) throw new Error(`${document.file.relative} was not measured`);
  return content;
}
