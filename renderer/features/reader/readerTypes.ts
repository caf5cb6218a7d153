import type { PageReadTime } from './reports/readingTime.ts';
import type { ReactNode } from 'react';
import type {
  AnnotationKind,
  HighlightColour,
  NoteClass,
  Selector,
} from '../../../core/annotation/annotation.ts';
import type { InkStroke, NoteDetails, TextLook } from '../../../core/annotation/noteDetails.ts';
import type { DocumentEntry, DocumentPosition } from '../../../core/library/views.ts';
import type { PageRanges } from '../../../core/reading/pageRanges.ts';
import type { ComfortSettings } from '../../../core/settings/comfortSettings.ts';
import type { AppState } from '../../../core/settings/settings.ts';
import type { TextRange } from '../../../core/text/textRanges.ts';

import type { TextViewSettings } from '../../../core/settings/textViewSettings.ts';
import type { PointerTool } from './gestures/pointerTool.ts';
import type { ReaderLink } from './links/readerLink.ts';
import type { NavigationPanel, ReaderNavigation } from './navigation/navigation.ts';
import type { PageArrangement } from './scroll/pageSpreads.ts';

/** One document in the continuous scroll of an item or briefing. */
export interface ReaderDocument extends DocumentEntry {
  readonly itemId: string | null;
  readonly briefingId: string | null;
}

/** A note that has a place on a page. */
export interface ReaderMark {
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour | null;
  readonly noteClass: NoteClass;
  readonly documentId: string;
  readonly sha256: string;
  /** 1-based page of the file. */
  readonly filePage: number;
  /** Empty for a whole page. */
  readonly quads: readonly (readonly number[])[];
  readonly text: string;
  /** Found here after a revision, and the person has to look whether it is right. */
  readonly needsCheck?: boolean;
  /** What was drawn, where it stands now. */
  readonly strokes?: readonly InkStroke[];
  /** How words written on the page look. */
  readonly textLook?: TextLook;
}

/** What the person asked for on selected text or on a page. The owner of the reader turns it into a note. */
export interface ReaderMarkRequest extends ReaderMarkPlace {
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour | null;
  /** The marked words; empty for a page. */
  readonly quote: string;
  /** What was written on the page. */
  readonly text?: string;
  /** What was drawn, and how words look. */
  readonly details?: NoteDetails;
}

/** Where a mark stands or is to stand. */
export interface ReaderMarkPlace {
  readonly documentId: string;
  readonly itemId: string | null;
  readonly briefingId: string | null;
  readonly selectors: readonly Selector[];
  /** Document page, 1-based. */
  readonly page: number;
}

/** A change to what stands on a page: only what is named. */
export interface ReaderMarkChange {
  readonly place?: ReaderMarkPlace;
  readonly text?: string;
  readonly details?: NoteDetails;
}

/** Drawing and writing on pages: where that is kept. Left out: pages are only read. */
export interface ReaderDrawing {
  /** The id of the new mark; null when it could not be stored, which the owner says. */
  readonly add: (request: ReaderMarkRequest) => Promise<string | null>;
  /** False when it could not be stored, which the owner says. */
  readonly change: (id: string, change: ReaderMarkChange) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
  /** The mark whose frame and tools are shown; null for none. */
  readonly choose: (id: string | null) => void;
  /** Shows the note with its words, class and tags. */
  readonly open: (id: string) => void;
  /** Says something the person has to know. */
  readonly warn: (message: 'strokeTooLong' | 'pictureDocument') => void;
}

export interface ReaderProps {
  readonly documents: readonly ReaderDocument[];
  /** Shown with pack pages: "214 (rev 3)". */
  readonly revision: number;
  readonly totalPackPages: number;
  /** The document to start in; its stored position says where. Null: the first. */
  readonly startDocumentId: string | null;
  readonly marks: readonly ReaderMark[];
  readonly activeMarkId: string | null;
  readonly onMark: (request: ReaderMarkRequest) => void;
  readonly onMarkActivated: (id: string) => void;
  /** Called at most a few times a second. */
  readonly onPosition: (documentId: string, position: DocumentPosition) => void;
  readonly onRead: (documentId: string, state: 'started' | 'read') => void;
  /** The document whose page is in view changed. */
  readonly onDocumentShown: (documentId: string) => void;
  /** The jump field named a pack page that is not among these documents. */
  readonly onPackPageRequested: (packPage: number) => void;
  readonly onFirstPageDrawn: () => void;
  /** How pages stand; one below the other when left out. */
  readonly arrangement?: PageArrangement;
  readonly onArrangement?: (arrangement: PageArrangement) => void;
  /** What follows the last document; shown below it. */
  readonly next?: ReaderNext | null;
  /** The person is about to jump within these documents, not to scroll: where one was can be remembered. */
  readonly onLeaving?: () => void;
  /** A link that leads out of these documents was followed. */
  readonly onLink?: (link: ReaderLink) => void;
  /** What stands beside the pages, as it was left. */
  readonly navigation?: ReaderNavigation;
  /** Words that are looked for, marked where they stand. */
  readonly found?: FoundWords | null;
  /** Left out: only pages are offered. */
  readonly textView?: ReaderTextView;
  /** Page colours, ruler and reading aloud; as nothing was chosen when left out. */
  readonly comfort?: ReaderComfort;
  /** Pages that were in view for a while, the document's own. */
  readonly onSeen?: (documentId: string, pages: PageRanges) => void;
  /** How long a page was in view while somebody was there to read it, once it is out of view. */
  readonly onReadTime?: (time: PageReadTime) => void;
  /** What the pages are called where several readers stand beside each other; "Handlingar" when left out. */
  readonly label?: string;
  /** Selected words are where a note is to stand, not a new note. */
  readonly isPlacing?: boolean;
  /** More lines of the view menu. */
  readonly viewCommands?: readonly ReaderViewCommand[];
  readonly drawing?: ReaderDrawing;
}

/** What is found on each page, as ranges of its text; asked again when `subscribe` says so. */
export interface FoundWords {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same list as long as the same is found. `page` is the document's own, 1-based. */
  readonly hitsOn: (documentId: string, page: number) => readonly TextRange[];
  /** The hit that one is at, when it is on this page. */
  readonly currentOn: (documentId: string, page: number) => TextRange | null;
}

/** How documents are shown as text. */
export interface ReaderTextView {
  readonly settings: TextViewSettings;
  readonly onChange: (settings: TextViewSettings) => void;
  /** The key that switches, as shown. */
  readonly shortcut: string;
}

/** What makes reading easier, and what the system is: where voices come from differs. */
export interface ReaderComfort {
  readonly settings: ComfortSettings;
  readonly onChange: (change: Partial<ComfortSettings>) => void;
  readonly platform: AppState['platform'];
}

/** "Nästa ärende: § 99 …", reached by scrolling on. */
export interface ReaderNext {
  readonly label: string;
  readonly onContinue: () => void;
}

export interface ReaderViewCommand {
  readonly id: string;
  readonly label: string;
  readonly shortcut: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

/** For scrolling two readers together. Places count bands of the layout: 3.5 is half through the fourth. */
export interface LinkableScroll {
  readonly place: () => number;
  readonly moveTo: (place: number) => void;
  readonly onScroll: (listener: () => void) => () => void;
}

export interface ReaderHandle {
  /** Document page, 1-based. `quads` are scrolled into view and flashed once. */
  readonly goTo: (documentId: string, page: number, quads?: readonly (readonly number[])[]) => void;
  /** Brings these units of a page's text into view. */
  readonly goToWords: (documentId: string, page: number, range: TextRange) => void;
  readonly goToPackPage: (packPage: number) => void;
  readonly zoom: (command: 'in' | 'out' | 'width' | 'page' | { percent: number }) => void;
  /** Switches between pages and text. */
  readonly toggleTextView: () => void;
  readonly focusJumpField: () => void;
  readonly focus: () => void;
  /** Where the view is; null when no page is there. */
  readonly position: () => { readonly documentId: string; readonly position: DocumentPosition } | null;
  /** As `goTo`, but with so much of the page above the upper edge (0–1). */
  readonly goToPosition: (documentId: string, page: number, offset: number) => void;
  /** Turns the pages of the document being read by a quarter, clockwise or back. */
  readonly turnPages: (step: 1 | -1) => void;
  readonly scrolling: LinkableScroll;
  /** Shows thumbnails or outline beside the pages, or hides them. */
  readonly toggleNavigation: (panel: NavigationPanel) => void;
  /** Begins to read aloud where one is, or ends. */
  readonly toggleReadAloud: () => void;
  /** What the pointer does on pages; pages are shown when text was. Nothing happens where pages are only read. */
  readonly takeTool: (tool: PointerTool) => void;
}
