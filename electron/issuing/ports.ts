import type { Draft } from '../../core/draft/draft.ts';
import type { Finding } from '../../core/preflight/finding.ts';
import type { Result } from '../../core/errors.ts';
import type { SigningKeyEntry } from '../../core/issuing/issuing.ts';
import type { Sha256, Uuid } from '../../core/pack/manifest.ts';
import type { Signer } from '../crypto/minisignFiles.ts';
import type { PackToWrite } from '../packs/writePack.ts';
import type { PlainContent } from '../sealing/encryptFile.ts';
import type { SealingRecord } from '../sealing/sealingRecord.ts';

/** What issuing asks of the drafts. */
export interface DraftsToIssue {
  readonly open: (
    draftId: Uuid,
  ) => Promise<Result<{ readonly draft: Draft; readonly findings: readonly Finding[] }>>;
  /** The bytes of one of the draft's files; those of sealed items are decrypted on the way, never on disk. */
  readonly content: (draftId: Uuid, sha256: Sha256) => Promise<Result<PlainContent>>;
  /** The draft goes on from what was issued: base, and the slugs that its sealed items have now. */
  readonly wasIssued: (
    draftId: Uuid,
    issued: {
      readonly base: NonNullable<Draft['base']>;
      readonly slugs: ReadonlyMap<Uuid, string>;
    },
  ) => Promise<Result<void>>;
}

/** The office's own signing keys. */
export interface SigningKeys {
  readonly list: () => Promise<readonly SigningKeyEntry[]>;
  /** Fails with keyUnreadable or keyPassphrase. */
  readonly signer: (keyId: string, passphrase: string | null) => Promise<Result<Signer>>;
  /** The municipality's root and its list of signers, when the office has them. */
  readonly root: () => Promise<PackToWrite['root'] | null>;
}

/** Who may open sealed items, and what was sealed before. */
export interface SealingMemory {
  /** `age1…` of those who have a card, and the ids of those who have none. */
  readonly recipients: (
    people: readonly Uuid[],
  ) => Promise<{ readonly recipients: readonly string[]; readonly withoutCard: readonly Uuid[] }>;
  readonly record: (packId: Uuid, itemId: Uuid) => Promise<Result<SealingRecord | null>>;
  readonly keep: (packId: Uuid, records: ReadonlyMap<Uuid, SealingRecord>) => Promise<Result<void>>;
}

/** The system's dialogs and programs that issuing uses. */
export interface IssuingDialogs {
  readonly choosePackToSave: (suggestedName: string) => Promise<string | null>;
  readonly choosePublicationFolder: () => Promise<string | null>;
  readonly choosePdfToSave: (suggestedName: string) => Promise<string | null>;
  readonly chooseFolderToSaveIn: () => Promise<string | null>;
  readonly showInFolder: (file: string) => void;
}

export type Reporter = (error: unknown) => void;
