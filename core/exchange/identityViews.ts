import type { BereddError } from '../errors.ts';
import type { CalendarDate, Instant, Sha256, Uuid } from '../pack/manifest.ts';

/** Somebody in a roster of the library, for the question "who are you?". */
export interface RosterCandidate {
  readonly person: Uuid;
  readonly name: string;
  readonly party: string;
  readonly role: 'chair' | 'viceChair' | 'member' | 'substitute';
  readonly bodyId: Uuid;
  readonly bodyName: string;
}

/** The person of this computer, as the window shows it. No secrets. */
export interface IdentityView {
  /** `none`: nothing secret is kept here; `locked`: the passphrase was not given since the start. */
  readonly state: 'none' | 'locked' | 'open';
  readonly protection: 'system' | 'passphrase' | null;
  /** The system has a key store, so that no passphrase is needed. */
  readonly systemProtects: boolean;
  readonly person: {
    readonly person: Uuid;
    readonly name: string;
    readonly roles: readonly string[];
    readonly bodyNames: readonly string[];
    /** The six words that the secretary compares. */
    readonly words: readonly string[];
    readonly created: Instant;
  } | null;
  readonly candidates: readonly RosterCandidate[];
  /** Bodies that were asked about: whether their secretary may know what was opened. */
  readonly receipts: readonly {
    readonly bodyId: Uuid;
    readonly bodyName: string;
    readonly agreed: boolean;
  }[];
}

/** What became of a key letter. */
export type LetterOutcome = { readonly file: string } & (
  | { readonly kind: 'taken'; readonly meetingId: Uuid; readonly title: string }
  | { readonly kind: 'refused'; readonly error: BereddError }
);

/** Whether and how the secretary of a meeting's body may know what was opened. */
export interface ReceiptState {
  readonly meetingId: Uuid;
  readonly revision: number;
  readonly bodyName: string;
  /** Null: not asked yet. `unasked` when there is no identity to sign with. */
  readonly agreed: boolean | null;
  readonly canSign: boolean;
}

/** A meeting whose documents are to be given back or erased. */
export interface DueMeeting {
  readonly meetingId: Uuid;
  readonly title: string;
  readonly start: Instant;
  readonly returnBy: CalendarDate | null;
  readonly eraseAfter: CalendarDate | null;
  /** `due`: the date has come; `soon`: within two weeks. */
  readonly state: 'due' | 'soon';
}

/** What disposing of a meeting's pack would take away, and what stays. */
export interface DisposalPlan {
  readonly meetingId: Uuid;
  readonly title: string;
  readonly documentCount: number;
  readonly bytes: number;
  readonly noteCount: number;
  /** Notes that quote a sealed text: the person decides for each. */
  readonly quoting: readonly { readonly noteId: Uuid; readonly quote: string; readonly text: string }[];
  readonly canSign: boolean;
}

export interface Disposed {
  readonly documentCount: number;
  readonly receipt: string | null;
}

/** Which revision a receipt is about. */
export interface ReceiptSubject {
  readonly pack: Uuid;
  readonly revision: number;
  readonly manifest: Sha256;
}
