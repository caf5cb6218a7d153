import type { ProposedItem } from '../../../core/agendaImport/proposal.ts';

/** Draws pages of a draft's files; whoever owns the worker hands this in. */
export interface ReviewPages {
  /** As large as fits a box of device pixels. The bitmap is closed by whoever gets it; null when it was cancelled. */
  readonly draw: (
    place: { readonly draftId: string; readonly sha256: string; readonly page: number },
    box: { readonly width: number; readonly height: number },
  ) => { readonly picture: Promise<ImageBitmap | 'failed' | null>; readonly cancel: () => void };
}

/** An item that the draft has already. */
export type ExistingItem = Omit<ProposedItem, 'documents'>;
