import { itemKindFromTitle } from '../../core/agendaImport/wordsOfKind.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { ItemKind } from '../../core/pack/manifest.ts';
import type { DocumentDraft } from './buildFolderDocuments.ts';
import type { DocumentInput, ItemInput } from './buildFolderInput.ts';
import { emptyItemInput, readItemInput } from './buildFolderInput.ts';
import type { FolderFile, FolderListing } from './buildFolderListing.ts';
import { findFile, folderOf, nameOf } from './buildFolderListing.ts';
import {
  documentKindFromFileName,
  entrySlug,
  itemNameParts,
  isDocumentFile,
  titleFromFileName,
} from './buildFolderNames.ts';

/** An agenda item as its folder describes it, before anything has an id. */
export interface ItemDraft extends Omit<ItemInput, 'documents' | 'title' | 'itemKind'> {
  readonly title: string;
  readonly itemKind: ItemKind;
  readonly documents: readonly DocumentDraft[];
  readonly children: readonly ItemDraft[];
  /** The item.json it may have, for messages. */
  readonly namedIn: string;
}

const itemFile = 'item.json';

/** Items before the files they name are known to exist: folders are read first, because one may name another's files. */
interface ItemFolder {
  readonly folder: string;
  readonly input: ItemInput;
  readonly hasItemFile: boolean;
  readonly children: readonly ItemFolder[];
}

/**
 * Every item folder of FOLDER in the order of their names. A folder in it that has an item.json or begins with a number
 * is a child item; files in other folders below belong to the item. A top folder without number or item.json, all of
 * whose documents are named elsewhere, only stores them.
 */
export async function readItems(
  listing: FolderListing,
  namedInMeeting: ReadonlySet<string>,
): Promise<Result<readonly ItemDraft[]>> {
  const read = await readFolders(listing, childFolders(listing, ''));
  if (!read.ok) return read;
  const named = new Set([...namedInMeeting, ...namedFiles(listing, read.value)]);
  const items = read.value.filter((each) => !onlyStoresFiles(listing, each, named));
  const drafts: ItemDraft[] = [];
  for (const item of items) {
    const draft = draftItem(listing, item);
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }
  return ok(drafts);
}

const childFolders = (listing: FolderListing, folder: string): readonly string[] =>
  listing.folders.filter((each) => each !== '' && folderOf(each) === folder);

const itemFileOf = (listing: FolderListing, folder: string): FolderFile | undefined =>
  listing.files.find((file) => file.relative === `${folder}/${itemFile}`);

async function readFolders(
  listing: FolderListing,
  folders: readonly string[],
): Promise<Result<readonly ItemFolder[]>> {
  const items: ItemFolder[] = [];
  for (const folder of folders) {
    const file = itemFileOf(listing, folder);
    const input = file === undefined ? ok(emptyItemInput()) : await readItemInput(file);
    if (!input.ok) return input;
    const below = childFolders(listing, folder).filter((child) => isItemFolder(listing, child));
    const children = await readFolders(listing, below);
    if (!children.ok) return children;
    items.push({ folder, input: input.value, hasItemFile: file !== undefined, children: children.value });
  }
  return ok(items);
}

const isItemFolder = (listing: FolderListing, folder: string): boolean =>
  itemFileOf(listing, folder) !== undefined || itemNameParts(nameOf(folder)).number !== null;

function namedFiles(listing: FolderListing, items: readonly ItemFolder[]): readonly string[] {
  return items.flatMap((item) => [
    ...(item.input.documents ?? []).flatMap(
      ({ file }) => findFile(listing, item.folder, file)?.relative ?? [],
    ),
    ...namedFiles(listing, item.children),
  ]);
}

function onlyStoresFiles(listing: FolderListing, item: ItemFolder, named: ReadonlySet<string>): boolean {
  if (item.hasItemFile || itemNameParts(nameOf(item.folder)).number !== null) return false;
  const documents = documentFiles(listing, item);
  return documents.length > 0 && documents.every((file) => named.has(file.relative));
}

/** The documents that lie in an item's folder and in no child item's. */
function documentFiles(listing: FolderListing, item: ItemFolder): readonly FolderFile[] {
  const isBelow = (folder: string, file: FolderFile): boolean => file.relative.startsWith(`${folder}/`);
  return listing.files.filter(
    (file) =>
      isBelow(item.folder, file) &&
      !item.children.some((child) => isBelow(child.folder, file)) &&
      isDocumentFile(file.relative),
  );
}

function draftItem(listing: FolderListing, item: ItemFolder): Result<ItemDraft> {
  const { input, folder } = item;
  const fromName = itemNameParts(nameOf(folder));
  const number = input.number ?? fromName.number;
  const title = input.title ?? fromName.title;
  const slug = entrySlug(nameOf(folder));
  const namedIn = `${folder}/${itemFile}`;
  const documents =
    input.documents === null
      ? ok(documentFiles(listing, item).map((file) => unnamedDocument(file, namedIn, slug)))
      : namedDocuments(listing, input.documents, { folder, namedIn, at: 'documents', slug });
  if (!documents.ok) return documents;
  const children: ItemDraft[] = [];
  for (const child of item.children) {
    const draft = draftItem(listing, child);
    if (!draft.ok) return draft;
    children.push(draft.value);
  }
  const itemKind = input.itemKind ?? defaultItemKind(input, title, documents.value);
  return ok({ ...input, number, title, itemKind, documents: documents.value, children, namedIn });
}

function defaultItemKind(input: ItemInput, title: string, documents: readonly DocumentDraft[]): ItemKind {
  if (input.proposedDecision.length > 0) return 'decision';
  const isPrepared = documents.some((document) => document.documentKind === 'officialReport');
  return itemKindFromTitle(title) ?? (isPrepared ? 'decision' : 'other');
}

const unnamedDocument = (file: FolderFile, namedIn: string, slug: string): DocumentDraft => ({
  id: null,
  file,
  title: titleFromFileName(nameOf(file.relative)),
  documentKind: documentKindFromFileName(nameOf(file.relative)),
  pages: null,
  personalData: false,
  extensions: {},
  namedIn,
  namedAt: 'documents',
  slug,
});

/**
 * Documents that item.json or meeting.json lists. Fails with folderItem or folderMeeting, rule `file-missing`, when one
 * is not there.
 */
export function namedDocuments(
  listing: FolderListing,
  inputs: readonly DocumentInput[],
  place: { readonly folder: string; readonly namedIn: string; readonly at: string; readonly slug: string },
): Result<readonly DocumentDraft[]> {
  const drafts: DocumentDraft[] = [];
  for (const [i, input] of inputs.entries()) {
    const file = findFile(listing, place.folder, input.file);
    const namedAt = `${place.at}.${i}`;
    if (file === null) {
      return failure(place.folder === '' ? 'folderMeeting' : 'folderItem', {
        file: place.namedIn,
        detail: { rule: 'file-missing', path: `${namedAt}.file`, document: input.file },
      });
    }
    const given = unnamedDocument(file, place.namedIn, place.slug);
    drafts.push({
      ...given,
      id: input.id,
      title: input.title ?? given.title,
      documentKind: input.documentKind ?? given.documentKind,
      pages: input.pages,
      personalData: input.personalData,
      extensions: input.extensions,
      namedAt,
    });
  }
  return ok(drafts);
}

/** All items with their children, in order. */
export const flatDrafts = (items: readonly ItemDraft[]): readonly ItemDraft[] =>
  items.flatMap((item) => [item, ...flatDrafts(item.children)]);
