import type { Result } from '../../core/errors.ts';
import type { FoldedText } from '../../core/find/foldText.ts';
import type { PageText } from '../../core/text/pageText.ts';

/** A page of a file to be read; pages count in the file, from 1. */
export interface PageToRead {
  readonly sha256: string;
  readonly file: string;
  /** Secret: opens a sealed file, whose words are held in memory only. Left out or null: it is open. */
  readonly key?: string | null | undefined;
  readonly page: number;
  /** Where each letter stands is wanted too. */
  readonly withLayout?: boolean;
}

/** The words of a page, as the reader lays them out and as they are searched, with capitals. */
export type ReadPage = Result<{
  readonly text: string;
  readonly folded: FoldedText;
  /** When it was asked for. */
  readonly layout?: PageText;
}>;

/** Reads one page at a time. */
export interface PageReader {
  /** Never fails by throwing: a reader that broke down fails the page. */
  readonly read: (page: PageToRead) => Promise<ReadPage>;
  /** It ended by itself and is of no more use. */
  readonly isGone: () => boolean;
  /** Ends it at once, whatever it is doing, and lets go of its memory. */
  readonly stop: () => void;
}
