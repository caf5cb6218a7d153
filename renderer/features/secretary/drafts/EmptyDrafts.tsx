import { CopyPlus, FilePlus2, LayoutTemplate } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import type { DraftsScreenProps } from './DraftsScreen.tsx';

/** What a draft is, and the ways to begin one. */
export function EmptyDrafts({
  bodies,
  meetings,
  onNewDraft,
}: Pick<DraftsScreenProps, 'bodies' | 'meetings' | 'onNewDraft'>): ReactNode {
  const { t } = useMessages();
  const hasTemplates = bodies.some(({ templates }) => templates.length > 0);
  return (
    <div className="drafts-empty">
      <span className="drafts-empty__icon">
        <FilePlus2 size={32} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="drafts-empty__title">{t('secretary.empty.title')}</h2>
      <p className="drafts-empty__text">{t('secretary.empty.text')}</p>
      <Button
        variant="primary"
        size="large"
        icon={<FilePlus2 size={18} aria-hidden />}
        onPress={() => onNewDraft('nothing')}
      >
        {t('secretary.newMeeting')}
      </Button>
      <ul className="drafts-empty__ways">
        <li>
          <LayoutTemplate size={20} aria-hidden />
          <div>
            <h3>{t('secretary.empty.template')}</h3>
            <p>{t(hasTemplates ? 'secretary.empty.templateText' : 'secretary.empty.templateNone')}</p>
            <Button size="small" isDisabled={!hasTemplates} onPress={() => onNewDraft('template')}>
              {t('secretary.empty.templateDo')}
            </Button>
          </div>
        </li>
        <li>
          <CopyPlus size={20} aria-hidden />
          <div>
            <h3>{t('secretary.empty.copy')}</h3>
            <p>{t(meetings.length > 0 ? 'secretary.empty.copyText' : 'secretary.empty.copyNone')}</p>
            <Button size="small" isDisabled={meetings.length === 0} onPress={() => onNewDraft('copy')}>
              {t('secretary.empty.copyDo')}
            </Button>
          </div>
        </li>
      </ul>
    </div>
  );
}
