import type { FoundDocument } from '../../../core/find/found.ts';
import type { FindScope } from '../../../core/find/meetingParts.ts';
import type { BereddError } from '../../../core/errors.ts';
import type { DocumentEntry } from '../../../core/library/views.ts';
import { HitList } from './HitList.ts';
import type { Hit } from './HitList.ts';

/** A document of which something must be said: without text, or that could not be read. */
export interface TroubledDocument extends FoundDocument {
  readonly document: DocumentEntry;
}

export interface FindState {
  readonly isOpen: boolean;
  readonly words: string;
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
  readonly scope: FindScope;
  /** `waiting`: something is being written, the search follows in a moment. */
  readonly phase: 'nothing' | 'waiting' | 'searching' | 'done';
  readonly hits: HitList;
  /** Changes whenever `hits` does. */
  readonly version: number;
  /** The hit that one is at. */
  readonly current: Hit | null;
  readonly pagesRead: number;
  readonly pagesTotal: number;
  readonly isCut: boolean;
  readonly troubled: readonly TroubledDocument[];
  /** Why nothing could be searched. */
  readonly error: BereddError | null;
  /** Asks for the field, also when it is open already; a higher number is a newer request. */
  readonly focusRequest: number;
}

export const initialFind: FindState = {
  isOpen: false,
  words: '',
  matchesCase: false,
  wholeWords: false,
  scope: 'meeting',
  phase: 'nothing',
  hits: new HitList([], null),
  version: 0,
  current: null,
  pagesRead: 0,
  pagesTotal: 0,
  isCut: false,
  troubled: [],
  error: null,
  focusRequest: 0,
};

export const isTroubled = ({ pageCount, pagesWithoutText, pagesUnread, error }: FoundDocument): boolean =>
  error !== null || pagesUnread.length > 0 || (pageCount > 0 && pagesWithoutText === pageCount);
