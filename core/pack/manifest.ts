/**
 * The shape of `manifest.json`, version 1, as published in the pack format. These are the types that everything
 * else speaks; `parseManifest` (parseManifest.ts) is the only way from bytes to them.
 */
export type Uuid = string;
/** 64 lower-case hex digits. */
export type Sha256 = string;
/** RFC 3339 with offset. */
export type Instant = string;
/** `YYYY-MM-DD`. */
export type CalendarDate = string;

export type Extensions = { readonly [key: string]: unknown };

export interface Manifest {
  readonly format: 'beredd';
  readonly version: 1;
  readonly requires: readonly string[];
  readonly extensions: Extensions;
  readonly pack: PackHeader;
  readonly issuer: { readonly municipality: string; readonly office: string };
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly briefings: readonly UnitBriefing[];
  readonly files: readonly PackFile[];
}

export interface PackHeader {
  readonly id: Uuid;
  readonly revision: number;
  readonly previous: Sha256 | null;
  readonly issued: Instant;
  readonly note: string;
  readonly supplementTo: { readonly revision: number; readonly manifest: Sha256 } | null;
  readonly returnBy: CalendarDate | null;
  readonly eraseAfter: CalendarDate | null;
}

export type MeetingKind = 'meeting' | 'operationsDay';
export type MeetingState = 'scheduled' | 'cancelled';

export interface Meeting {
  readonly id: Uuid;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly title: string;
  readonly body: Body;
  readonly start: Instant;
  readonly end: Instant | null;
  readonly place: string | null;
  readonly webcast: string | null;
  readonly summonsDeadline: Instant | CalendarDate | null;
  readonly extensions: Extensions;
}

export type MemberRole = 'chair' | 'viceChair' | 'member' | 'substitute';

export interface Body {
  readonly id: Uuid;
  readonly name: string;
  readonly roster: Roster | null;
}

export interface Roster {
  readonly members: readonly RosterMember[];
  readonly callIn: readonly { readonly party: string; readonly then: readonly string[] }[];
  readonly source: string | null;
}

export interface RosterMember {
  readonly id: Uuid;
  readonly name: string;
  readonly party: string;
  readonly role: MemberRole;
}

export const itemKinds = [
  'decision',
  'information',
  'notification',
  'formality',
  'election',
  'question',
  'other',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface AgendaItem {
  readonly id: Uuid;
  readonly number: string | null;
  readonly title: string;
  readonly itemKind: ItemKind | null;
  readonly registryNumber: string | null;
  readonly presenter: string | null;
  readonly minutes: number | null;
  readonly proposedDecision: readonly string[];
  readonly documents: readonly PackDocument[];
  readonly children: readonly AgendaItem[];
  readonly conflicts: readonly { readonly person: Uuid; readonly policy: 'warn' | 'hide' }[];
  readonly sealed: Sealed | null;
  readonly extensions: Extensions;
}

export interface Sealed {
  /** 16 hex digits. */
  readonly slug: string;
  readonly reason: 'secrecy' | 'conflict';
  readonly ground: string | null;
  readonly pageCount: number;
}

export const documentKinds = ['officialReport', 'attachment', 'minutesExtract', 'summons', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface PackDocument {
  readonly id: Uuid;
  readonly title: string;
  readonly documentKind: DocumentKind;
  readonly sha256: Sha256;
  /** The document's own pages; 0 when not a paged format. */
  readonly pageCount: number;
  /** 1-based and inclusive pages of a file that several documents share. */
  readonly pages: { readonly from: number; readonly to: number } | null;
  readonly personalData: boolean;
  readonly extensions: Extensions;
}

export const briefingSeries = ['annual', 'weekly', 'other'] as const;
export type BriefingSeries = (typeof briefingSeries)[number];

export interface UnitBriefing {
  readonly id: Uuid;
  readonly unit: { readonly id: Uuid; readonly name: string };
  readonly presenter: string | null;
  readonly series: BriefingSeries | null;
  readonly period: string | null;
  readonly start: Instant | null;
  readonly minutes: number | null;
  readonly sections: readonly BriefingSection[];
  readonly keyFigures: readonly KeyFigure[];
  readonly commitments: readonly Commitment[];
  readonly documents: readonly PackDocument[];
  readonly sealed: Sealed | null;
  readonly extensions: Extensions;
}

export const sectionKinds = [
  'assignment',
  'challenges',
  'opportunities',
  'cooperation',
  'quality',
  'projects',
  'staff',
  'finance',
  'curiosities',
  'other',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export interface BriefingSection {
  readonly id: Uuid;
  readonly sectionKind: SectionKind;
  readonly title: string;
  readonly points: readonly BriefingPoint[];
}

export interface BriefingPoint {
  readonly id: Uuid;
  readonly text: string;
  readonly themes: readonly string[];
}

export interface KeyFigure {
  readonly id: Uuid;
  readonly name: string;
  readonly unitOfMeasure: string | null;
  readonly value: number | null;
  readonly asOf: CalendarDate | null;
  readonly scope: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly series: readonly { readonly asOf: CalendarDate; readonly value: number }[];
  readonly baselines: readonly {
    readonly label: string;
    readonly asOf: CalendarDate | null;
    readonly value: number;
    readonly why: string | null;
  }[];
}

export type CommitmentState = 'given' | 'underWay' | 'reported' | 'closed';

export interface Commitment {
  readonly id: Uuid;
  readonly what: string;
  readonly who: string | null;
  readonly due: CalendarDate | null;
  readonly state: CommitmentState;
  readonly reported: string | null;
  readonly evidence: string | null;
}

export interface PackFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: Sha256;
  readonly mediaType: string;
}
