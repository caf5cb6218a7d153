import type { BereddError } from '../errors.ts';
import { failure } from '../errors.ts';

/** Rules of the container; the `detail.rule` of `packContainer`, `packCut` and `packNotAPack`. */
export const containerRules = [
  'directory-end', // no end record where it must be, or it says something else than the file
  'directory-size',
  'end-missing', // the file ends before its directory
  'bytes-after-end',
  'bytes-before-start', // something stands before the first entry, or a part is missing
  'entry-count',
  'entry-header', // a directory record is not one
  'entry-version',
  'entry-flags', // encryption, data descriptors, UTF-8 names
  'entry-compressed',
  'entry-time',
  'entry-size', // two different sizes, or one that needs ZIP64
  'entry-extra',
  'entry-comment',
  'entry-attributes', // links, directories, executables, text
  'entry-disk',
  'entry-name',
  'entry-name-reserved', // a name that Windows keeps for a device
  'entry-twice',
  'entry-order',
  'entry-position', // a gap, an overlap or another order than the directory's
  'entry-missing',
  'entry-unlisted', // in the ZIP but not in `files`
  'entry-too-large',
  'entry-checksum',
  'local-header', // differs from the directory
  'media-type',
] as const;
export type ContainerRule = (typeof containerRules)[number];

/** Rules of a minisign signature or key; the `detail.rule` of `packSignature`. */
export const signatureRules = [
  'signature-format',
  'signature-prehashed', // minisign's default mode; the format wants `minisign -S -l`
  'signature-other-key', // made by another key than the one in the pack
  'signature-wrong', // does not fit the bytes
  'signature-comment', // the trusted comment is not signed, or says something else than the manifest
  'key-format',
] as const;
export type SignatureRule = (typeof signatureRules)[number];

/** Rules of signed JSON; the `detail.rule` of `packManifest`. `detail.path` is the dotted way to the value. */
export const manifestRules = [
  'too-large',
  'not-utf8',
  'nested-too-deeply',
  'not-json',
  'not-canonical', // duplicate or unsorted keys, spaces, other number forms, a byte order mark
  'not-a-manifest',
  'missing-key',
  'unknown-key',
  'kind-of-value',
  'choice', // not one of the allowed words
  'uuid',
  'sha256',
  'slug',
  'instant',
  'date',
  'whole-number',
  'media-type-form',
  'path-form',
  'string-normalisation', // not NFC
  'string-surrogate',
  'string-control',
  'string-invisible', // bidirectional controls and zero-width characters
  'string-line-break',
  'id-twice',
  'path-twice',
  'sha256-twice',
  'slug-twice',
  'document-without-file',
  'page-range',
  'sealed-content', // something of a sealed item stands openly
  'open-content', // an open item lacks what only a sealed one may lack
  'sealed-files', // key.age or item.age is missing, or sealed files belong to no item
  'readme-unlisted',
  'file-size', // another size than the entry's
  'supplement-revision',
] as const;
export type ManifestRule = (typeof manifestRules)[number];

type Failure = { readonly ok: false; readonly error: BereddError };

/** The container breaks `rule`, at `entry` when one can be named. */
export const containerFailure = (rule: ContainerRule, entry?: string): Failure =>
  failure('packContainer', { detail: entry === undefined ? { rule } : { rule, entry } });

/** The signature in `entry` is refused because of `rule`. */
export const signatureFailure = (rule: SignatureRule, entry: string): Failure =>
  failure('packSignature', { detail: { rule, entry } });

/** The signed JSON breaks `rule` at `path` (dotted, empty for the whole). */
export const manifestFailure = (rule: ManifestRule, path = ''): Failure =>
  failure('packManifest', { detail: { rule, path } });
