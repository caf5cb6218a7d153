import type { ReactNode } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import { markLabel } from '../marks/MarkLayer.tsx';
import type { ReaderMark } from '../readerTypes.ts';
import { useReader } from '../session/ReaderContext.ts';

/** Notes that stand on no words: those on the page as a whole, and what is drawn on a scan. */
export function TextPageMarks({
  marks,
  activeMarkId,
}: {
  marks: readonly ReaderMark[];
  activeMarkId: string | null;
}): ReactNode {
  const { actions } = useReader();
  const messages = useMessages();
  return marks.map((mark) => (
    <button
      key={mark.id}
      type="button"
      className="text-page__mark"
      data-check={mark.needsCheck || undefined}
      aria-current={mark.id === activeMarkId ? 'true' : undefined}
      onClick={() => actions.activateMark(mark.id)}
    >
      {markLabel(messages, mark)}
    </button>
  ));
}
