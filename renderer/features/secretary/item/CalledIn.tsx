import type { ReactNode } from 'react';
import type { DraftItem } from '../../../../core/draft/draft.ts';
import { calledInFor } from '../../../../core/roster/callIn.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { useDraft } from '../session/useDraft.ts';
import { personName } from './personName.ts';
import './itemSecrecy.css';

/** Who takes the seat of somebody with a conflict of interest, by the body's call-in order. */
export function CalledIn({ item, person }: { item: DraftItem; person: string }): ReactNode {
  const { t } = useMessages();
  const roster = useDraft((draft) => draft.meeting.body.roster);
  if (roster === null) return null;
  const conflicted = new Set(item.conflicts.map((conflict) => conflict.person));
  const [first, second] = calledInFor(roster, person, conflicted);
  if (first === undefined) return null;
  const source = (roster.source ?? '').trim();
  return (
    <span className="sec-conflict__called-in">
      {t('secretary.conflicts.calledIn', {
        first: personName(first),
        second: second === undefined ? 'none' : personName(second),
        source: source === '' ? 'none' : source,
      })}
    </span>
  );
}
