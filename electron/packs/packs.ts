import type { Result } from '../../core/errors.ts';
import type { Manifest, Sha256 } from '../../core/pack/manifest.ts';

/**
 * What the rest of the shell may ask of pack files. `openPack` checks the tail only and takes milliseconds at any
 * size; `verifyPack` reads every byte and belongs in a utility process.
 */
export interface OpenedPack {
  readonly file: string;
  readonly manifest: Manifest;
  /** The raw bytes as received, kept beside the library. */
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly manifestSha256: Sha256;
  /** minisign public key line `RW…` of META-INF/issuer.pub. */
  readonly issuerKey: string;
  /** META-INF/root.pub when the pack has one. */
  readonly rootKey: string | null;
  /** META-INF/trust.json, whose signature by the root key was checked, with that signature. */
  readonly trustBytes: Uint8Array | null;
  readonly trustSignatureBytes: Uint8Array | null;
  /** SHA-256s of documents whose bytes are in this file (a supplement carries only some). */
  readonly carried: ReadonlySet<Sha256>;
  /** Streams one document, checking header, CRC and SHA-256; fails with packDocumentDamaged and writes nothing final. */
  readonly extractDocument: (
    sha256: Sha256,
    targetFile: string,
    signal?: AbortSignal,
  ) => Promise<Result<void>>;
  readonly close: () => Promise<void>;
}

export interface VerifyReport {
  readonly bytes: number;
  readonly documents: number;
  /** Paths whose bytes are not what was signed; the rest stays readable. */
  readonly damaged: readonly string[];
}

export type OpenPack = (file: string) => Promise<Result<OpenedPack>>;
export type VerifyPack = (
  file: string,
  options: { signal?: AbortSignal; onProgress?: (bytesDone: number, bytesTotal: number) => void },
) => Promise<Result<VerifyReport>>;

/** A document to put into a pack: a file on disk, or bytes. */
export interface PackSource {
  readonly path: string;
  readonly content: { readonly file: string } | { readonly bytes: Uint8Array };
  /** Told by the path's extension when left out. */
  readonly mediaType?: string;
}
