import type { ReactNode } from 'react';
import type { ReadState } from '../../../core/library/views.ts';

/** Unread: a full dot; begun: half of one; read: nothing. The row's label says it in words. */
export function ReadDot({ state }: { state: ReadState }): ReactNode {
  return <span className="agenda-dot" data-state={state} aria-hidden />;
}
