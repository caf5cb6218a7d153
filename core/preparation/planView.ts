import type { CalendarDate, Uuid } from '../pack/manifest.ts';

/** What the reading plan of a meeting is made of, beside the meeting itself. */
export interface PlanView {
  readonly meetingId: Uuid;
  /** By document: words of each of its pages, null for a page whose text was not read. */
  readonly words: Readonly<Record<Uuid, readonly (number | null)[]>>;
  /** Texts are being read: more words will be known. */
  readonly isReading: boolean;
  readonly speed: ReadingSpeed;
  /** Days by which the person wants to have read items. */
  readonly deadlines: Readonly<Record<Uuid, CalendarDate>>;
  /** The person's own order of items; empty: decisions first. */
  readonly order: readonly Uuid[];
}

export interface ReadingSpeed {
  /** The one that counts: set by hand, else learned, else the usual one. */
  readonly wordsPerMinute: number;
  readonly isByHand: boolean;
  /** Pages that the learned speed is built on; 0 while too few were read. */
  readonly pageCount: number;
}
