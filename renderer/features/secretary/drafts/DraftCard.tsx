import { Ellipsis, FilePen, FileWarning, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { DraftSummary } from '../../../../core/draft/draftViews.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { AlertDialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { useMessages } from '../../../ui/messages.tsx';

/** One draft of the list: what it will be, how far it has come and when it was changed. */
export function DraftCard({
  draft,
  onOpen,
  onRemove,
}: {
  draft: DraftSummary;
  onOpen: () => void;
  onRemove: () => void;
}): ReactNode {
  const { t, formatDateTime } = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const titleId = useId();
  // Nothing of it could be read.
  const isUnreadable = draft.damaged && draft.changed === 0;
  const untitled = t(draft.damaged ? 'secretary.damagedTitle' : 'secretary.untitledMeeting');
  const title = draft.title === '' ? untitled : draft.title;
  return (
    <article className="draft-card" aria-labelledby={titleId} data-damaged={draft.damaged || undefined}>
      <span className="draft-card__icon">
        {draft.damaged ? <FileWarning size={20} aria-hidden /> : <FilePen size={20} aria-hidden />}
      </span>
      <div className="draft-card__body">
        <p className="draft-card__kicker">
          {draft.bodyName !== '' && !draft.title.includes(draft.bodyName) && <span>{draft.bodyName}</span>}
          {draft.revision > 1 && (
            <Badge tone="accent">{t('secretary.willBe', { revision: draft.revision })}</Badge>
          )}
          {draft.damaged && <Badge tone="alarm">{t('secretary.damaged')}</Badge>}
        </p>
        <h2 className="draft-card__title">
          <button type="button" id={titleId} className="draft-card__open" onClick={onOpen}>
            {title}
          </button>
        </h2>
        {!isUnreadable && (
          <>
            <p className="draft-card__when">
              {draft.start === null ? t('secretary.noDate') : formatDateTime(draft.start)}
            </p>
            <p className="draft-card__facts">
              <span>{t('agenda.itemCount', { count: draft.itemCount })}</span>
              <span>{t('secretary.documentCount', { count: draft.documentCount })}</span>
              <span>{t('secretary.changedAt', { when: formatDateTime(draft.changed, 'short') })}</span>
            </p>
          </>
        )}
        {draft.damaged && (
          <p className="draft-card__damaged">
            {t(isUnreadable ? 'secretary.unreadableText' : 'secretary.damagedText')}
          </p>
        )}
      </div>
      <Menu
        label={t('secretary.draftMenu', { title })}
        trigger={
          <IconButton
            size="small"
            label={t('secretary.draftMenu', { title })}
            icon={<Ellipsis size={16} aria-hidden />}
          />
        }
      >
        <MenuItem isDanger icon={<Trash2 size={15} aria-hidden />} onAction={() => setIsAsking(true)}>
          {t('secretary.draft.remove')}
        </MenuItem>
      </Menu>
      <AlertDialog
        title={t('secretary.draft.removeTitle', { title })}
        isOpen={isAsking}
        isDanger
        onClose={() => setIsAsking(false)}
        confirmLabel={t('secretary.draft.removeDo')}
        onConfirm={() => {
          setIsAsking(false);
          onRemove();
        }}
      >
        <p>{t('secretary.draft.removeText')}</p>
      </AlertDialog>
    </article>
  );
}
