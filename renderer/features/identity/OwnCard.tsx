import type { ReactNode } from 'react';
import type { IdentityView } from '../../../core/exchange/identityViews.ts';
import { client } from '../../client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SectionRow } from '../../ui/Section.tsx';
import { SixWords } from '../../ui/SixWords.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';

/** Who the person is, the six words, and the card for the office. */
export function OwnCard({
  view,
  person,
}: {
  view: IdentityView;
  person: NonNullable<IdentityView['person']>;
}): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const save = async (): Promise<void> => {
    const answer = await client.identity.saveCard();
    if (!answer.ok) report(answer.error);
    else if (answer.value !== null) {
      showToast({
        tone: 'good',
        title: ({ t: words }) => words('identity.cardSaved'),
        text: answer.value.file,
      });
    }
  };
  const isOpen = view.state === 'open';
  return (
    <>
      <SectionRow name={person.name} text={[...person.roles, ...person.bodyNames].join(', ')}>
        <Badge tone={isOpen ? 'good' : 'warning'}>
          {t(isOpen ? 'identity.unlocked' : 'identity.locked')}
        </Badge>
      </SectionRow>
      <SectionRow
        name={t('identity.words')}
        text={
          <>
            <span>{t('identity.wordsText')}</span>
            <SixWords words={person.words} />
          </>
        }
      />
      {isOpen && (
        <SectionRow name={t('identity.card')} text={t('identity.cardText')}>
          <Button variant="primary" onPress={() => void save()}>
            {t('identity.saveCard')}
          </Button>
        </SectionRow>
      )}
    </>
  );
}
