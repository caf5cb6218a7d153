import type { ReactNode } from 'react';
import { useEffect, useLayoutEffect } from 'react';
import type { Language, Theme } from '../../core/settings/settings.ts';
import { Button } from '../ui/Button.tsx';
import { client } from '../client.ts';
import { MessagesProvider, useMessages } from '../ui/messages.tsx';
import { watchProtectedContent } from '../ui/protectedContent.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { AppFrame } from './AppFrame.tsx';
import { useApp } from './appStore.ts';
import { RegionBoundary } from './RegionBoundary.tsx';
import { StartRefused } from './StartRefused.tsx';
import './App.css';

/** Before main has said which language it is, the computer's own decides. */
const languageOfComputer = (): Language => (navigator.language.startsWith('sv') ? 'sv' : 'en');

export function App(): ReactNode {
  const state = useApp((app) => app.state);
  const stateError = useApp((app) => app.stateError);
  const meetingShown = useApp(({ route }) => (route.name === 'meeting' ? route.meetingId : null));
  useTheme(state?.theme ?? 'system');
  useContentProtection(state?.profile.ok === true);
  return (
    <MessagesProvider language={state?.language ?? languageOfComputer()}>
      <RegionBoundary isWindow wayOut={<ReloadButton />}>
        {stateError !== null && <StartRefused error={stateError} />}
        {state !== null && !state.profile.ok && <StartRefused error={state.profile.error} />}
        {state?.profile.ok === true && <AppFrame state={state} />}
        {state === null && stateError === null && <Starting />}
      </RegionBoundary>
      <ToastRegion onScreen={meetingShown} />
    </MessagesProvider>
  );
}

function Starting(): ReactNode {
  const { t } = useMessages();
  return (
    <main className="app-opening">
      <Skeleton label={t('app.starting')} lines={6} />
    </main>
  );
}

/** Pictures of the window are blocked, where the system can, while something of an opened seal is on screen. */
function useContentProtection(hasProfile: boolean): void {
  useEffect(() => {
    if (hasProfile) watchProtectedContent((shown) => void client.identity.sealedShown({ shown }));
  }, [hasProfile]);
}

function useTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
}

function ReloadButton(): ReactNode {
  const { t } = useMessages();
  return <Button onPress={() => location.reload()}>{t('app.reload')}</Button>;
}
