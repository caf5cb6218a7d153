import type { ReactNode } from 'react';
import type { MeetingEntry } from '../../../core/library/views.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CardsSection } from './CardsSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { MeetingPeople } from './MeetingPeople.tsx';
import { RootSection } from './RootSection.tsx';
import { loadPeople, usePeople } from './usePeople.ts';
import './people.css';

export interface PeopleScreenProps {
  readonly meetings: readonly MeetingEntry[];
  readonly onShowStolenGuide: () => void;
}

/** The people the office sends to, and the office's keys. */
export function PeopleScreen({ meetings, onShowStolenGuide }: PeopleScreenProps): ReactNode {
  const { t } = useMessages();
  const { view, error } = usePeople();
  return (
    <div className="people">
      <h1 className="people__title">{t('people.title')}</h1>
      <p className="people__intro">{t('people.intro')}</p>
      {error !== null && (
        <ErrorMessage
          error={error}
          isLive
          actions={<Button onPress={loadPeople}>{t('app.tryAgain')}</Button>}
        />
      )}
      {view === null && error === null && <Skeleton label={t('people.loading')} lines={8} />}
      {view !== null && (
        <>
          <CardsSection view={view} />
          <MeetingPeople meetings={meetings} keys={view.keys} />
          <KeysSection view={view} />
          <RootSection view={view} />
          <Section title={t('people.stolen')}>
            <SectionRow name={t('people.stolenText')}>
              <Button onPress={onShowStolenGuide}>{t('identity.stolenButton')}</Button>
            </SectionRow>
          </Section>
        </>
      )}
    </div>
  );
}
