import type { EventName, EventPayloads } from '../../core/contract.ts';

/** Tells the window. A no-op while there is none. */
export type Emit = <N extends EventName>(name: N, payload: EventPayloads[N]) => void;

export type ExchangeToSave = 'card' | 'identity' | 'receipt' | 'letter' | 'csv' | 'root' | 'succession';
export type ExchangeToOpen = 'letters' | 'identity' | 'cards' | 'cardsFolder' | 'key' | 'root';

/** The system's dialogs, so that handlers can be tested without a window. All return null when nothing was chosen. */
export interface Dialogs {
  readonly choosePacks: () => Promise<readonly string[] | null>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly chooseBackupToSave: (suggestedName: string) => Promise<string | null>;
  readonly chooseBackupToOpen: () => Promise<string | null>;
  readonly choosePackToSave: (suggestedName: string) => Promise<string | null>;
  readonly choosePublicationFolder: () => Promise<string | null>;
  readonly chooseFolderToSaveIn: () => Promise<string | null>;
  readonly showInFolder: (file: string) => void;
  /** Any file of ours, by its extension. */
  readonly chooseFileToSave: (suggestedName: string, extension: string) => Promise<string | null>;
  readonly chooseNotesToOpen: () => Promise<string | null>;
  readonly choosePdfToSave: (suggestedName: string) => Promise<string | null>;
  /** Files, a folder with files, or an agenda as text, table or CSV, for a draft. */
  readonly chooseForDraft: (what: 'files' | 'folder' | 'agenda') => Promise<readonly string[] | null>;
  /** Where to save one of the small files that people exchange. */
  readonly chooseExchangeToSave: (what: ExchangeToSave, suggestedName: string) => Promise<string | null>;
  /** Files of these kinds, or a folder with cards and receipts. */
  readonly chooseExchange: (what: ExchangeToOpen) => Promise<readonly string[] | null>;
  /** In the system's program for such files; false when there is none. */
  readonly openFile: (file: string) => Promise<boolean>;
}
