import { CopyPlus, FilePlus2, LayoutTemplate } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Welcome } from '../../../ui/Welcome.tsx';
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
    <Welcome
      icon={FilePlus2}
      title={t('secretary.empty.title')}
      text={t('secretary.empty.text')}
      action={
        <Button
          variant="primary"
          size="large"
          icon={<FilePlus2 size={18} aria-hidden />}
          onPress={() => onNewDraft('nothing')}
        >
          {t('secretary.newMeeting')}
        </Button>
      }
      ways={[
        {
          icon: LayoutTemplate,
          title: t('secretary.empty.template'),
          text: t(hasTemplates ? 'secretary.empty.templateText' : 'secretary.empty.templateNone'),
          action: (
            <Button size="small" isDisabled={!hasTemplates} onPress={() => onNewDraft('template')}>
              {t('secretary.empty.templateDo')}
            </Button>
          ),
        },
        {
          icon: CopyPlus,
          title: t('secretary.empty.copy'),
          text: t(meetings.length > 0 ? 'secretary.empty.copyText' : 'secretary.empty.copyNone'),
          action: (
            <Button size="small" isDisabled={meetings.length === 0} onPress={() => onNewDraft('copy')}>
              {t('secretary.empty.copyDo')}
            </Button>
          ),
        },
      ]}
    />
  );
}
