import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AnnotationKind, HighlightColour } from '../../../../core/annotation/annotation.ts';
import type { LinkTarget } from '../../../../core/pdf/linksTarget.ts';
import type { FoundWords, ReaderDrawing, ReaderMark } from '../readerTypes.ts';
import type { PageLook } from '../comfort/pageLooks.ts';
import type { ReadAloudCommands } from '../readAloud/useReadAloud.ts';
import type { ScrollState } from '../scroll/ReaderScroller.ts';
import type { ReaderSession } from './ReaderSession.ts';

/** What the parts of the reader can ask for; the same object for as long as the reader is shown. */
export interface ReaderActions {
  /** Turns the selected words into a mark of this kind. */
  readonly markSelection: (kind: AnnotationKind, colour: HighlightColour | null) => void;
  readonly markPage: (row: number, kind: AnnotationKind) => void;
  readonly activateMark: (id: string) => void;
  /** The pointer was pressed on a mark: one on the page itself is chosen there, others show their note. */
  readonly clickMark: (mark: ReaderMark) => void;
  /** The pointer was pressed where no mark is. */
  readonly leaveMarks: () => void;
  /** A page is on screen. */
  readonly pageDrawn: (row: number) => void;
  readonly copySelection: () => void;
  /** Goes where a link or bookmark of a document leads. */
  readonly follow: (documentIndex: number, target: LinkTarget) => void;
  /** A jump: the place left is remembered. */
  readonly goToPage: (documentIndex: number, page: number) => void;
}

export interface ReaderServices {
  readonly session: ReaderSession;
  readonly actions: ReaderActions;
  readonly revision: number;
  /** How pages are drawn; null: as printed. */
  readonly look: PageLook | null;
  readonly readAloud: ReadAloudCommands;
  readonly found: FoundWords | null;
  /** What the pages are called; null: as always. */
  readonly label: string | null;
  /** Null: pages are only read. */
  readonly drawing: ReaderDrawing | null;
  /** A note is being given its place. */
  readonly isPlacing: boolean;
}

export const ReaderContext = createContext<ReaderServices | null>(null);

export function useReader(): ReaderServices {
  const services = useContext(ReaderContext);
  if (!services) throw new Error('parts of the reader stand inside a Reader');
  return services;
}

/** Redraws when what is picked from the scroll state changes; pick values, not new objects. */
export function useScroll<T>(pick: (state: ScrollState) => T): T {
  return useStore(useReader().session.scroller.store, pick);
}
