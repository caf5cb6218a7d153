import * as v from 'valibot';
import type { Result } from '../errors.ts';
import { canonicalJson } from '../pack/canonicalJson.ts';
import type { AgendaItem, PackDocument, Sealed, Sha256, Uuid } from '../pack/manifest.ts';
import { itemKinds } from '../pack/manifest.ts';
import {
  choice,
  closed,
  extensions,
  listOf,
  orNull,
  text,
  uuid,
  wholeNumber,
} from '../pack/manifestValues.ts';
import { encodeUtf8 } from '../pack/utf8.ts';
import type { SealedDocument, SealedFile } from './sealedDocument.ts';
import {
  asSealedDocuments,
  openedDocument,
  parseSealedContent,
  sealedDocumentSchema,
} from './sealedDocument.ts';

/*
 * What `sealed/<slug>/item.age` holds of an item: the complete item as canonical JSON, in which each document names the
 * sealed file of its content instead of an open one.
 */

export interface SealedItem extends Omit<AgendaItem, 'documents' | 'children'> {
  readonly documents: readonly SealedDocument[];
  readonly children: readonly SealedItem[];
}

const sealedItemSchema: v.GenericSchema<unknown, SealedItem> = closed({
  id: uuid,
  number: orNull(text),
  title: text,
  itemKind: choice(itemKinds),
  registryNumber: orNull(text),
  presenter: orNull(text),
  minutes: orNull(wholeNumber(0)),
  proposedDecision: listOf(text),
  documents: listOf(sealedDocumentSchema),
  children: listOf(v.lazy(() => sealedItemSchema)),
  conflicts: listOf(closed({ person: uuid, policy: choice(['warn', 'hide']) })),
  // Inside the seal nothing is sealed again.
  sealed: v.null('sealed-content'),
  extensions,
});

/** The bytes of `item.age` before encryption. */
export const sealedItemBytes = (item: SealedItem): Uint8Array => encodeUtf8(canonicalJson(item));

/** From decrypted bytes to the item that stands publicly as `itemId`, sealed under `slug`. Fails as parseSealedContent. */
export const parseSealedItem = (bytes: Uint8Array, itemId: Uuid, slug: string): Result<SealedItem> =>
  parseSealedContent(bytes, { id: itemId, slug }, { schema: sealedItemSchema, documents: sealedDocuments });

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
export const withSealedFiles = (
  item: AgendaItem,
  fileOf: (sha256: Sha256) => SealedFile | undefined,
): SealedItem => ({
  ...item,
  sealed: null,
  documents: asSealedDocuments(item.documents, fileOf),
  children: item.children.map((child) => withSealedFiles(child, fileOf)),
});

/** The item as a manifest would have it openly, its documents with the SHA-256s of their plaintext. */
export const openedItem = (item: SealedItem): AgendaItem => ({
  ...item,
  documents: item.documents.map(openedDocument),
  children: item.children.map(openedItem),
});

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

/** Ids of everything below the item. */
export const childIdsOf = (item: SealedItem): readonly Uuid[] =>
  item.children.flatMap((child) => [child.id, ...childIdsOf(child)]);

/** Pages of all these documents, so that page numbers are the same for everyone. */
export const pagesOfDocuments = (documents: readonly PackDocument[]): number =>
  documents.reduce((sum, { pageCount }) => sum + pageCount, 0);
