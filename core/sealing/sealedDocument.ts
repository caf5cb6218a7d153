import type * as v from 'valibot';
import type { Result } from '../errors.ts';
import { failure } from '../errors.ts';
import { parseCanonicalJson } from '../pack/canonicalJson.ts';
import { entryFolder, entryNameFault, isSealedEntry } from '../pack/entryName.ts';
import type { PackDocument, Sha256, Uuid } from '../pack/manifest.ts';
import { documentKinds } from '../pack/manifest.ts';
import {
  choice,
  closed,
  extensions,
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

/** Where a sealed document's ciphertext is, and what it becomes: size and SHA-256 are of the plaintext. */
export interface SealedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: Sha256;
  readonly mediaType: string;
}

/** A document inside a sealed item or briefing: it names the sealed file of its content instead of an open one. */
export interface SealedDocument extends Omit<PackDocument, 'sha256'> {
  readonly sealedFile: SealedFile;
}

/** The shape of a document inside a seal. */
export const sealedDocumentSchema = closed({
  id: uuid,
  title: text,
  documentKind: choice(documentKinds),
  sealedFile: closed({ path: text, size: wholeNumber(0), sha256, mediaType }),
  pageCount: wholeNumber(0),
  pages: orNull(closed({ from: wholeNumber(1), to: wholeNumber(1) })),
  personalData: truth,
  extensions,
});

/** How the content of one seal is read: its shape, and where its documents are. */
export interface SealedContentForm<T> {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly documents: (content: T) => readonly SealedDocument[];
}

/**
 * From decrypted bytes to what stands publicly as `id`, sealed under `slug`. Fails with sealedDamaged (detail.rule,
 * detail.path): another content, files outside its own folder, one path with two contents, or any rule of the manifest.
 */
export function parseSealedContent<T extends { readonly id: Uuid }>(
  bytes: Uint8Array,
  { id, slug }: { readonly id: Uuid; readonly slug: string },
  form: SealedContentForm<T>,
): Result<T> {
  const json = parseCanonicalJson(bytes);
  if (!json.ok) return damaged(json.error.detail);
  const textFault = findTextFault(json.value);
  if (textFault !== null) return damaged({ rule: textFault.rule, path: textFault.path });
  const content = checkShape(form.schema, json.value);
  if (!content.ok) return damaged(content.error.detail);
  if (content.value.id !== id) return damaged({ rule: 'other-item', path: 'id' });
  const fault = fileFault(form.documents(content.value), slug);
  return fault === null ? content : damaged(fault);
}

function fileFault(
  documents: readonly SealedDocument[],
  slug: string,
): { rule: string; path: string } | null {
  const contents = new Map<string, Sha256>();
  for (const { sealedFile, pages, pageCount } of documents) {
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

/** Puts sealed files in the place of open ones. Throws when `fileOf` knows none for a document. */
export const asSealedDocuments = (
  documents: readonly PackDocument[],
  fileOf: (sha256: Sha256) => SealedFile | undefined,
): readonly SealedDocument[] =>
  documents.map(({ sha256: open, ...document }) => {
    const sealedFile = fileOf(open);
    if (sealedFile === undefined) throw new Error('a document of a sealed item has no content');
    return { ...document, sealedFile };
  });

/** The document as a manifest has it, with the SHA-256 of its plaintext. */
export const openedDocument = ({ sealedFile, ...document }: SealedDocument): PackDocument => ({
  ...document,
  sha256: sealedFile.sha256,
});
