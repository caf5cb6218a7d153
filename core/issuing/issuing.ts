import * as v from 'valibot';
import type { BereddError } from '../errors.ts';
import type { Instant, Sha256, Uuid } from '../pack/manifest.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** A key of this office that packs can be signed with. */
export interface SigningKeyEntry {
  readonly keyId: string;
  readonly name: string;
  /** The six words readers compare. */
  readonly words: readonly string[];
  /** Asked for at each use; a key that the system's key store keeps needs none. */
  readonly needsPassphrase: boolean;
}

/** A folder that another program keeps in step with the members' computers. */
export interface PublicationPlace {
  readonly id: Uuid;
  readonly folder: string;
  readonly state: 'ready' | 'gone' | 'readOnly';
}

/** What issuing a draft now would come to. Bytes are those of the documents; a pack adds some kilobytes. */
export interface IssuePlan {
  readonly draftId: Uuid;
  readonly revision: number;
  readonly title: string;
  readonly full: { readonly bytes: number; readonly documents: number };
  /** Null for a first revision. */
  readonly supplement: {
    readonly bytes: number;
    readonly documents: number;
    readonly toRevision: number;
  } | null;
  readonly sealedItemCount: number;
  /** Names of people who may open a sealed item but have no card here: it stays shut for them. */
  readonly withoutCard: readonly string[];
  readonly errorCount: number;
  readonly openWarningCount: number;
  readonly keys: readonly SigningKeyEntry[];
  readonly places: readonly PublicationPlace[];
  readonly note: string;
}

export const issueOrderSchema = v.object({
  draftId: uuid,
  carry: v.picklist(['full', 'supplement']),
  /** "What is new", as readers see it. */
  note: v.pipe(v.string(), v.maxLength(4000)),
  keyId: v.pipe(v.string(), v.maxLength(100)),
  passphrase: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  /** Asks where to save a file. */
  saveAs: v.boolean(),
  places: v.pipe(v.array(uuid), v.maxLength(50)),
});
export type IssueOrder = v.InferOutput<typeof issueOrderSchema>;

/** Where a pack was put, or why it was not; what failed can be tried again alone. */
export interface Publication {
  readonly placeId: Uuid | null;
  readonly file: string;
  readonly error: BereddError | null;
}

/** A revision that this office issued, as remembered. */
export interface IssuedPack {
  readonly issueId: Uuid;
  readonly meetingId: Uuid;
  readonly packId: Uuid;
  readonly revision: number;
  readonly title: string;
  readonly issued: Instant;
  readonly carry: 'full' | 'supplement';
  readonly bytes: number;
  readonly manifestSha256: Sha256;
  readonly words: readonly string[];
  readonly publications: readonly Publication[];
}

export interface IssueProgress {
  readonly job: string;
  readonly phase: 'sealing' | 'writing' | 'checking' | 'publishing';
  readonly bytesDone: number;
  readonly bytesTotal: number;
}
