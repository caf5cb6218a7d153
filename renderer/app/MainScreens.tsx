import { FilePen, FolderSync, FolderX, Keyboard, Settings, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Suspense, useEffect, useRef } from 'react';
import iconUrl from '../../assets/icons/app.svg';
import type { AppState } from '../../core/settings/settings.ts';
import { client } from '../client.ts';
import { DueReminders } from '../features/identity/DueReminders.tsx';
import { askAbout } from '../features/importing/importStore.ts';
import { BodyFilter } from '../features/library/BodyFilter.tsx';
import { LibraryScreen } from '../features/library/LibraryScreen.tsx';
import { useMessages } from '../ui/messages.tsx';
import { NavItem } from '../ui/NavItem.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useReportFailure } from '../ui/useReportFailure.ts';
import type { Route } from './appStore.ts';
import { go, loadLibrary, openMeeting, openNews, showBody, takeState, useApp } from './appStore.ts';
import { BodiesPage, DraftsPage, IdentitySection, PeoplePage, SettingsScreen } from './laterScreens.ts';
import { createDraft } from './secretary/secretaryStore.ts';
import { RegionBoundary } from './RegionBoundary.tsx';
import { useNow } from './useNow.ts';

type Screen = Exclude<Route['name'], 'meeting' | 'draft' | 'preparation'>;

interface MainScreensProps {
  readonly state: AppState;
  readonly screen: Screen;
  /** The body whose page is shown in the register. */
  readonly bodyId: string | null;
  readonly onOpenPacks: () => void;
  readonly onShowPack: (meetingId: string) => void;
  readonly onShowShortcuts: () => void;
}

/** The library, the drafts and the settings, with the sidebar that leads between them. */
export function MainScreens(props: MainScreensProps): ReactNode {
  const { screen, onShowShortcuts } = props;
  return (
    <div className="app-frame">
      <Sidebar screen={screen} onShowShortcuts={onShowShortcuts} />
      <main className="app-main" ref={useScrollToTop(screen)} tabIndex={-1}>
        <RegionBoundary key={screen}>
          <ShownScreen {...props} />
        </RegionBoundary>
      </main>
    </div>
  );
}

function ShownScreen(props: MainScreensProps): ReactNode {
  const { t } = useMessages();
  const library = useApp((app) => app.library);
  const libraryError = useApp((app) => app.libraryError);
  switch (props.screen) {
    case 'library':
      return <Library onOpenPacks={props.onOpenPacks} onShowPack={props.onShowPack} />;
    case 'drafts':
      return (
        <Suspense fallback={<Skeleton label={t('secretary.drafts.loading')} lines={7} />}>
          <DraftsPage />
        </Suspense>
      );
    case 'people':
      return (
        <Suspense fallback={<Skeleton label={t('people.loading')} lines={7} />}>
          <PeoplePage meetings={library?.meetings ?? []} />
        </Suspense>
      );
    case 'bodies':
      return (
        <Suspense fallback={<Skeleton label={t('secretary.bodies.loading')} lines={7} />}>
          <BodiesPage bodyId={props.bodyId} />
        </Suspense>
      );
    case 'settings':
      return (
        <Suspense fallback={<Skeleton label={t('settings.loading')} lines={9} />}>
          <SettingsScreen
            state={props.state}
            library={library}
            libraryError={libraryError}
            onRetry={() => void loadLibrary()}
            onStateChange={takeState}
            onCompare={askAbout}
            identity={
              <Suspense fallback={<Skeleton label={t('identity.loading')} lines={3} />}>
                <IdentitySection />
              </Suspense>
            }
          />
        </Suspense>
      );
  }
}

function useScrollToTop(screen: string): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (main.current === null) return;
    main.current.scrollTop = 0;
    // What led here may be gone with its screen.
    if (document.activeElement === document.body) main.current.focus();
  }, [screen]);
  return main;
}

function Library({
  onOpenPacks,
  onShowPack,
}: Pick<MainScreensProps, 'onOpenPacks' | 'onShowPack'>): ReactNode {
  const { library, libraryError, bodyId, leftMeetingId } = useApp();
  const now = useNow();
  const report = useReportFailure();
  const addWatchedFolder = async (): Promise<void> => {
    const answer = await client.library.addWatchedFolder();
    if (!answer.ok) report(answer.error);
  };
  const dismissNotice = async (id: string): Promise<void> => {
    const answer = await client.library.dismissNotice({ id });
    if (!answer.ok) report(answer.error);
  };
  return (
    <>
      <div className="app-due">
        <DueReminders />
      </div>
      <LibraryScreen
        view={library}
        error={libraryError}
        now={now}
        bodyId={bodyId}
        focusedMeetingId={leftMeetingId}
        onOpenMeeting={openMeeting}
        onShowNews={openNews}
        onShowPack={onShowPack}
        onPrepare={(meetingId, from) =>
          void createDraft({ from, meetingId }).then((error) => {
            if (error !== null) report(error);
          })
        }
        onOpenPacks={onOpenPacks}
        onAddWatchedFolder={() => void addWatchedFolder()}
        onDismissNotice={(id) => void dismissNotice(id)}
        onRetry={() => void loadLibrary()}
      />
    </>
  );
}

function Sidebar({
  screen,
  onShowShortcuts,
}: Pick<MainScreensProps, 'screen' | 'onShowShortcuts'>): ReactNode {
  const { t } = useMessages();
  const { library, bodyId } = useApp();
  return (
    <nav className="app-sidebar" aria-label={t('app.navigation')}>
      <p className="app-brand">
        <img src={iconUrl} alt="" width={28} height={28} />
        Beredd
      </p>
      <ul className="app-sidebar__places">
        <BodyFilter
          meetings={library?.meetings ?? []}
          selected={bodyId}
          isCurrent={screen === 'library'}
          onSelect={showBody}
        />
      </ul>
      <ul className="app-sidebar__foot">
        <NavItem
          icon={<FilePen size={16} aria-hidden />}
          label={t('app.drafts')}
          isCurrent={screen === 'drafts' || screen === 'bodies'}
          onPress={() => go({ name: 'drafts' })}
        />
        <NavItem
          icon={<Users size={16} aria-hidden />}
          label={t('app.people')}
          isCurrent={screen === 'people'}
          onPress={() => go({ name: 'people' })}
        />
        <WatchedFolders />
        <NavItem
          icon={<Keyboard size={16} aria-hidden />}
          label={t('app.shortcuts')}
          isCurrent={false}
          onPress={onShowShortcuts}
        />
        <NavItem
          icon={<Settings size={16} aria-hidden />}
          label={t('app.settings')}
          isCurrent={screen === 'settings'}
          onPress={() => go({ name: 'settings' })}
        />
      </ul>
    </nav>
  );
}

/** One quiet line: that folders are watched, or that one cannot be reached. */
function WatchedFolders(): ReactNode {
  const { t } = useMessages();
  const folders = useApp((app) => app.library?.watchedFolders) ?? [];
  if (folders.length === 0) return null;
  const gone = folders.filter((folder) => folder.state === 'gone').length;
  return (
    <NavItem
      icon={gone > 0 ? <FolderX size={16} aria-hidden /> : <FolderSync size={16} aria-hidden />}
      label={gone > 0 ? t('app.foldersGone', { n: gone }) : t('app.foldersWatched', { n: folders.length })}
      isCurrent={false}
      onPress={() => go({ name: 'settings' })}
    />
  );
}
