import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure, ok } from '../errors.ts';
import { canonicalJson, parseCanonicalJson } from '../pack/canonicalJson.ts';
import { entryFolder, entryNameFault, isSealedEntry } from '../pack/entryName.ts';
import type { AgendaItem, PackDocument, Sealed, Sha256 } from '../pack/manifest.ts';
import { documentKinds, itemKinds } from '../pack/manifest.ts';
import {
  choice,
  closed,
  extensions,
  listOf,
  mediaType,
  orNull,
  sha256,
  text,
  truth,
  uuid,
  wholeNumber,
} from '../pack/manifestValues.ts';
import { checkShape } from '../pack/signedJson.ts';
import { findTextFault } from '../pack/textRules.ts';
import { encodeUtf8 } from '../pack/utf8.ts';

/*
 * What `sealed/<slug>/item.age` holds: the complete item as canonical JSON, in which each document names the sealed
 * file of its content instead of an open one.
 */

/** Where a sealed document's ciphertext is, and what it becomes: size and SHA-256 are of the plaintext. */
export interface SealedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: Sha256;
  readonly mediaType: string;
}

export interface SealedDocument extends Omit<PackDocument, 'sha256'> {
  readonly sealedFile: SealedFile;
}

export interface SealedItem extends Omit<AgendaItem, 'documents' | 'children'> {
  readonly documents: readonly SealedDocument[];
  readonly children: readonly SealedItem[];
}

const sealedDocument = closed({
  id: uuid,
  title: text,
  documentKind: choice(documentKinds),
  sealedFile: closed({ path: text, size: wholeNumber(0), sha256, mediaType }),
  pageCount: wholeNumber(0),
  pages: orNull(closed({ from: wholeNumber(1), to: wholeNumber(1) })),
  personalData: truth,
  extensions,
});

const sealedItemSchema: v.GenericSchema<unknown, SealedItem> = closed({
  id: uuid,
  number: orNull(text),
  title: text,
  itemKind: choice(itemKinds),
  registryNumber: orNull(text),
  presenter: orNull(text),
  minutes: orNull(wholeNumber(0)),
  proposedDecision: listOf(text),
  documents: listOf(sealedDocument),
  children: listOf(v.lazy(() => sealedItemSchema)),
  conflicts: listOf(closed({ person: uuid, policy: choice(['warn', 'hide']) })),
  // Inside the seal nothing is sealed again.
  sealed: v.null('sealed-content'),
  extensions,
});

/** The bytes of `item.age` before encryption. */
export const sealedItemBytes = (item: SealedItem): Uint8Array => encodeUtf8(canonicalJson(item));

/**
 * From decrypted bytes to the item that stands publicly as `itemId`, sealed under `slug`. Fails with sealedDamaged
 * (detail.rule, detail.path): another item, files outside its own folder, one path with two contents, or any rule of the
 * manifest.
 */
export function parseSealedItem(bytes: Uint8Array, itemId: string, slug: string): Result<SealedItem> {
  const json = parseCanonicalJson(bytes);
  if (!json.ok) return damaged(json.error.detail);
  const textFault = findTextFault(json.value);
  if (textFault !== null) return damaged({ rule: textFault.rule, path: textFault.path });
  const item = checkShape(sealedItemSchema, json.value);
  if (!item.ok) return damaged(item.error.detail);
  if (item.value.id !== itemId) return damaged({ rule: 'other-item', path: 'id' });
  const fault = fileFault(item.value, slug);
  return fault === null ? item : damaged(fault);
}

function fileFault(item: SealedItem, slug: string): { rule: string; path: string } | null {
  const contents = new Map<string, Sha256>();
  for (const { sealedFile, pages, pageCount } of sealedDocuments(item)) {
    const { path } = sealedFile;
    const isOwn = entryNameFault(path) === null && isSealedEntry(path) && entryFolder(path) === slug;
    if (!isOwn) return { rule: 'path-form', path: 'documents' };
    if ((contents.get(path) ?? sealedFile.sha256) !== sealedFile.sha256) {
      return { rule: 'path-twice', path: 'documents' };
    }
    contents.set(path, sealedFile.sha256);
    const isSound = pages === null || (pages.to >= pages.from && pages.to - pages.from + 1 === pageCount);
    if (!isSound) return { rule: 'page-range', path: 'documents' };
  }
  return null;
}

const damaged = (detail: Readonly<Record<string, string | number>> | undefined): ReturnType<typeof failure> =>
  failure('sealedDamaged', { detail: { rule: 'kind-of-value', ...detail } });

/** All documents of the item and its children, in page order. */
export const sealedDocuments = (item: SealedItem): readonly SealedDocument[] => [
  ...item.documents,
  ...item.children.flatMap(sealedDocuments),
];

/** Documents of a complete item and its children, in page order. */
export const documentsOf = (item: AgendaItem): readonly PackDocument[] => [
  ...item.documents,
  ...item.children.flatMap(documentsOf),
];

/** Puts sealed files in the place of open ones. Throws when `fileOf` knows none for a document. */
export function withSealedFiles(
  item: AgendaItem,
  fileOf: (sha256: Sha256) => SealedFile | undefined,
): SealedItem {
  return {
    ...item,
    sealed: null,
    documents: item.documents.map(({ sha256: open, ...document }) => {
      const sealedFile = fileOf(open);
      if (sealedFile === undefined) throw new Error('a document of a sealed item has no content');
      return { ...document, sealedFile };
    }),
    children: item.children.map((child) => withSealedFiles(child, fileOf)),
  };
}

/** The face that everyone sees: number and public title, and how many pages it has. */
export const publicFace = (
  item: Pick<AgendaItem, 'id' | 'number'>,
  title: string,
  sealed: Sealed,
): AgendaItem => ({
  id: item.id,
  number: item.number,
  title,
  itemKind: null,
  registryNumber: null,
  presenter: null,
  minutes: null,
  proposedDecision: [],
  documents: [],
  children: [],
  conflicts: [],
  sealed,
  extensions: {},
});

/** Pages of the item with its children, so that page numbers are the same for everyone. */
export const sealedPageCount = (item: AgendaItem): number =>
  documentsOf(item).reduce((sum, { pageCount }) => sum + pageCount, 0);

/** Checks that decrypted bytes are what the item names. Fails with sealedDamaged. */
export function checkPlain(
  file: SealedFile,
  plain: { readonly size: number; readonly sha256: Sha256 },
): Result<void> {
  if (plain.size !== file.size) return damaged({ rule: 'file-size', path: file.path });
  return plain.sha256 === file.sha256 ? ok(undefined) : damaged({ rule: 'sha256', path: file.path });
}
