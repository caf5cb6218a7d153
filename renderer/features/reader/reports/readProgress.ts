import type { ReadState } from '../../../../core/library/views.ts';

export interface ReadProgress {
  /** What is in view now that scrolling rests. */
  saw(pages: readonly { readonly documentId: string; readonly isEndInView: boolean }[]): void;
  stop(): void;
}

/** In view for so long, and a document counts as begun; its end, and it counts as read. */
const attentionMs = 1500;

/** Tells once that a document was begun and once that its end was seen. Never takes back what it was before. */
export function createReadProgress(
  documents: readonly { readonly id: string; readonly readState: ReadState }[],
  onRead: (documentId: string, state: 'started' | 'read') => void,
): ReadProgress {
  const states = new Map(documents.map(({ id, readState }) => [id, readState]));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (documentId: string, isEndInView: boolean): void => {
    const before = states.get(documentId);
    const state = isEndInView ? 'read' : 'started';
    if (before === 'read' || before === state) return;
    states.set(documentId, state);
    onRead(documentId, state);
  };

  return {
    saw(pages) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const { documentId, isEndInView } of pages) tell(documentId, isEndInView);
      }, attentionMs);
    },
    stop: () => clearTimeout(timer),
  };
}
