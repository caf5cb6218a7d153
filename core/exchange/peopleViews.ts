import type { BereddError } from '../errors.ts';
import type { DeliveryStanding, RevisionOfPerson } from './deliveries.ts';
import type { SigningKeyEntry } from '../issuing/issuing.ts';
import type { Instant, Uuid } from '../pack/manifest.ts';

/** What became of one file that was taken in. */
export type ExchangeOutcome = { readonly file: string } & (
  | {
      readonly kind: 'card';
      readonly person: Uuid;
      readonly name: string;
      /** `otherKey`: the person has a new signing key, and the six words must be compared again. */
      readonly standing: 'new' | 'same' | 'renewed' | 'otherKey';
    }
  | { readonly kind: 'receipt'; readonly name: string; readonly revision: number; readonly disposed: boolean }
  | { readonly kind: 'refused'; readonly error: BereddError }
);

/** Somebody whose card is here. */
export interface PersonEntry {
  readonly person: Uuid;
  readonly name: string;
  readonly roles: readonly string[];
  readonly bodyNames: readonly string[];
  readonly issued: Instant;
  /** The six words of the person's signing key. */
  readonly words: readonly string[];
  /** When they were compared, milliseconds since 1970; null: nothing is encrypted for this card yet. */
  readonly compared: number | null;
  /** The roster's member whose card it is; null when nobody in a roster has the card's id. */
  readonly member: { readonly id: Uuid; readonly name: string } | null;
}

/** A member of a roster that the office has, whether with a card or not. */
export interface MemberEntry {
  readonly id: Uuid;
  readonly name: string;
  readonly party: string;
  readonly bodyName: string;
  readonly card: 'none' | 'notCompared' | 'compared';
}

/** One signer in the municipality's list. */
export interface SignerEntry {
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Ids of the bodies it may issue for; null: all. */
  readonly bodies: readonly Uuid[] | null;
  readonly from: string;
  readonly to: string | null;
  readonly removed: Instant | null;
}

/** The municipality's root, of which only the public half is here. */
export interface MunicipalityEntry {
  readonly name: string;
  readonly rootKey: string;
  readonly words: readonly string[];
  readonly version: number;
  readonly signers: readonly SignerEntry[];
  /** The six words of the root before, when it named this one in a letter. */
  readonly oldWords: readonly string[] | null;
}

/** What the screen of people and keys shows. */
export interface PeopleView {
  readonly people: readonly PersonEntry[];
  readonly members: readonly MemberEntry[];
  readonly keys: readonly SigningKeyEntry[];
  readonly municipality: MunicipalityEntry | null;
  /** What the office makes packs for, and bodies of packs in the library. */
  readonly bodies: readonly { readonly id: Uuid; readonly name: string }[];
  /** Whether making a key needs a passphrase: the system has no key store, and none was chosen yet. */
  readonly asksPassphrase: 'no' | 'new' | 'unlock';
}

/** Per person and meeting. */
export interface MeetingPeopleView {
  readonly meetingId: Uuid;
  readonly title: string;
  readonly start: Instant;
  readonly revision: number;
  /** The revisions that are here, the oldest first. */
  readonly revisions: readonly { readonly revision: number; readonly issued: Instant }[];
  readonly sealedItems: readonly {
    readonly id: Uuid;
    readonly number: string | null;
    readonly title: string;
  }[];
  readonly rows: readonly MeetingPersonRow[];
}

export interface MeetingPersonRow {
  readonly member: Uuid;
  readonly name: string;
  readonly party: string;
  readonly role: 'chair' | 'viceChair' | 'member' | 'substitute' | null;
  readonly card: 'none' | 'notCompared' | 'compared';
  /** Every revision here, the oldest first, as the view's own list has them. */
  readonly revisions: readonly RevisionOfPerson[];
  /** How it stands with the newest one. */
  readonly standing: DeliveryStanding;
  /** The highest revision that the person has confirmed to have opened. */
  readonly openedRevision: number | null;
  readonly opened: Instant | null;
  readonly disposed: Instant | null;
  /** Ids of the sealed items the person may open, by the pack or by a key letter. */
  readonly maySee: readonly Uuid[];
}
