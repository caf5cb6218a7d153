import type { ReactNode } from 'react';
import { useState } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { LicencesDialog } from './LicencesDialog.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';

/** Where the data lies, which version runs, and under which licences. */
export function AboutSection({ state }: { state: AppState }): ReactNode {
  const { t } = useMessages();
  const [showsLicences, setShowsLicences] = useState(false);
  return (
    <Section title={t('settings.about')}>
      {state.profile.ok && (
        <SectionRow
          name={t('settings.about.data')}
          text={
            <>
              <span className="set-path">{state.profile.folder}</span>
              <span>{t('settings.about.dataText')}</span>
            </>
          }
        />
      )}
      <SectionRow name={t('settings.about.version')} text={`Beredd ${state.version}`} />
      <SectionRow name={t('settings.about.licence')} text={t('settings.about.licenceText')}>
        <Button onPress={() => setShowsLicences(true)}>{t('settings.about.showLicences')}</Button>
      </SectionRow>
      {showsLicences && <LicencesDialog onClose={() => setShowsLicences(false)} />}
    </Section>
  );
}
