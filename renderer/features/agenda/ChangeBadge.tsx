import type { ReactNode } from 'react';
import type { Change } from '../../../core/library/views.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useAgendaWords } from './useAgendaWords.ts';

/** Ny, Ändrad, Flyttad från 6: how something differs from the revision the person saw last. */
export function ChangeBadge({
  change,
  previousNumber = null,
}: {
  change: Change;
  previousNumber?: string | null;
}): ReactNode {
  const words = useAgendaWords();
  const text = words.change(change, previousNumber);
  if (text === null) return null;
  return <Badge tone={change === 'new' ? 'new' : change === 'changed' ? 'warning' : 'neutral'}>{text}</Badge>;
}
