import { UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaEntry } from '../../../core/library/views.ts';
import { useMessages } from '../../ui/messages.tsx';
import { useIdentity } from './useIdentity.ts';
import './identity.css';

/** Who has a conflict of interest in an item, by the summons; plainly when it is the person of this computer. */
export function ConflictNotice({
  conflicts = [],
}: {
  conflicts: AgendaEntry['conflicts'] | undefined;
}): ReactNode {
  return conflicts.length === 0 ? null : <Conflicts conflicts={conflicts} />;
}

function Conflicts({ conflicts }: { conflicts: NonNullable<AgendaEntry['conflicts']> }): ReactNode {
  const { t } = useMessages();
  const { view } = useIdentity();
  const own = view?.person?.person;
  const others = conflicts
    .filter(({ person }) => person !== own)
    .map(({ name }) => name ?? t('identity.conflict.unlisted'));
  const isOwn = conflicts.some(({ person }) => person === own);
  return (
    <div className="identity-conflict" role="note" data-own={isOwn || undefined}>
      <UserX size={16} aria-hidden />
      <div>
        {isOwn && (
          <p>
            <strong>{t('identity.conflict.own')}</strong> {t('identity.conflict.ownText')}
          </p>
        )}
        {others.length > 0 && <p>{t('identity.conflict.others', { names: others.join(', ') })}</p>}
      </div>
    </div>
  );
}
