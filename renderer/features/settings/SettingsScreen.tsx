import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BereddError } from '../../../core/errors.ts';
import type { IssuerFact, LibraryView } from '../../../core/library/views.ts';
import type { AppState, Language, Theme } from '../../../core/settings/settings.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { AboutSection } from './AboutSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { KnownKeysSection } from './KnownKeysSection.tsx';
import { Section, SectionRow } from '../../ui/Section.tsx';
import { WatchedFoldersSection } from './WatchedFoldersSection.tsx';
import './Settings.css';

// Each language is named in its own words, so that it is found by whoever needs it.
const languageChoices = [
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' },
] as const;

export interface SettingsScreenProps {
  readonly state: AppState;
  /** Null while the library is loaded. */
  readonly library: LibraryView | null;
  /** Why it could not be loaded. */
  readonly libraryError: BereddError | null;
  readonly onRetry: () => void;
  readonly onStateChange: (state: AppState) => void;
  readonly onCompare: (issuer: IssuerFact) => void;
  /** The person's own keys; stands after the appearance. */
  readonly identity: ReactNode;
}

export function SettingsScreen(props: SettingsScreenProps): ReactNode {
  const { state, library, onStateChange, onCompare } = props;
  const { t } = useMessages();
  return (
    <div className="set">
      <h1 className="set__title">{t('settings.title')}</h1>
      <Appearance state={state} onStateChange={onStateChange} />
      <div className="ui-section">{props.identity}</div>
      {library === null ? (
        <WithoutLibrary {...props} />
      ) : (
        <>
          <WatchedFoldersSection folders={library.watchedFolders} />
          <KnownKeysSection meetings={library.meetings} onCompare={onCompare} />
        </>
      )}
      <BackupSection />
      <AboutSection state={state} />
    </div>
  );
}

/** What lies in the library cannot be shown yet, or at all; the other settings can be used. */
function WithoutLibrary({
  libraryError,
  onRetry,
}: Pick<SettingsScreenProps, 'libraryError' | 'onRetry'>): ReactNode {
  const { t } = useMessages();
  return (
    <Section title={t('settings.fromLibrary')}>
      {libraryError === null ? (
        <div className="ui-section__state">
          <Skeleton label={t('settings.loading')} lines={3} />
        </div>
      ) : (
        <ErrorMessage
          error={libraryError}
          isLive
          actions={<Button onPress={onRetry}>{t('app.tryAgain')}</Button>}
        />
      )}
    </Section>
  );
}

function Appearance({
  state,
  onStateChange,
}: Pick<SettingsScreenProps, 'state' | 'onStateChange'>): ReactNode {
  const { t } = useMessages();
  const report = useReportFailure();
  const setLanguage = async (language: Language): Promise<void> => {
    const answer = await client.app.setLanguage({ language });
    if (answer.ok) onStateChange(answer.value);
    else report(answer.error);
  };
  const setTheme = async (theme: Theme): Promise<void> => {
    const answer = await client.app.setTheme({ theme });
    if (answer.ok) onStateChange(answer.value);
    else report(answer.error);
  };
  return (
    <Section title={t('settings.appearance')}>
      <SectionRow name={t('settings.language')}>
        <SegmentedControl
          label={t('settings.language')}
          hidesLabel
          choices={languageChoices}
          value={state.language}
          onChange={(language) => void setLanguage(language)}
        />
      </SectionRow>
      <SectionRow name={t('settings.theme')}>
        <SegmentedControl
          label={t('settings.theme')}
          hidesLabel
          choices={[
            { value: 'system', label: t('settings.theme.system'), icon: <Monitor size={14} aria-hidden /> },
            { value: 'light', label: t('settings.theme.light'), icon: <Sun size={14} aria-hidden /> },
            { value: 'dark', label: t('settings.theme.dark'), icon: <Moon size={14} aria-hidden /> },
          ]}
          value={state.theme}
          onChange={(theme) => void setTheme(theme)}
        />
      </SectionRow>
    </Section>
  );
}
