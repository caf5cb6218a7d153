import type { ReactNode } from 'react';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { AppState, Language } from '../../core/settings/settings.ts';
import { useImports } from '../features/importing/importStore.ts';
import { ImportTray } from '../features/importing/ImportTray.tsx';
import { useImporting } from '../features/importing/useImporting.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/messages.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { firstPictureMs, go, openMeeting, openNote, showLibrary, useApp } from './appStore.ts';
import { keepTyped } from './commands/typedAhead.ts';
import { useAppCommands } from './commands/useAppCommands.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { areForMeeting, nextIncoming, takeIn, useIncoming } from './incomingStore.ts';
import {
  CommandPalette,
  DraftPage,
  ImportDialogs,
  IncomingNotes,
  MeetingWorkspace,
  PreparationScreen,
  readAhead,
  ShortcutsDialog,
} from './laterScreens.ts';
import { MainScreens } from './MainScreens.tsx';
import { RegionBoundary } from './RegionBoundary.tsx';
import { useExchangedFiles } from './useExchangedFiles.ts';
import { useMenuCommands } from './useMenuCommands.ts';
import { useUnexpectedFailures } from './useUnexpectedFailures.ts';

const noMeetings = [] as const;

/** Everything in the window once the profile is open. */
export function AppFrame({ state }: { state: AppState }): ReactNode {
  const route = useApp((app) => app.route);
  const meetings = useApp((app) => app.library?.meetings ?? noMeetings);
  const [packShown, setPackShown] = useState<string | null>(null);
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  const [showsPalette, setShowsPalette] = useState(false);
  const isAsking = useImports(
    ({ results, questions, successions }) =>
      results !== null || questions.length > 0 || successions.length > 0,
  );
  const importing = useImporting(meetings, openMeeting);
  const incoming = useIncoming(({ queue }) => queue[0] ?? null);
  const openMeetingId = 'meetingId' in route ? route.meetingId : null;
  const { importFiles } = importing;
  const takeDropped = useCallback(
    (paths: readonly string[]) => {
      if (openMeetingId === null || !areForMeeting(paths)) return importFiles(paths);
      takeIn(
        openMeetingId,
        paths.map((path) => ({ type: 'file', path })),
      );
    },
    [openMeetingId, importFiles],
  );
  const showShortcuts = useCallback(() => setShowsShortcuts(true), []);
  const takeTyped = useRef<() => string>(() => '');
  const showPalette = useCallback(() => {
    takeTyped.current();
    takeTyped.current = keepTyped();
    setShowsPalette(true);
  }, []);
  useMenuCommands({ openPacks: importing.openPacks, showShortcuts, showPalette });
  useAppCommands(state, { openPack: importing.openPacks, showKeys: showShortcuts, showPalette });
  useExchangedFiles();
  useUnexpectedFailures();
  useReadingAhead(state.language);

  return (
    <>
      {route.name === 'meeting' ? (
        <RegionBoundary key={route.meetingId} isWindow wayOut={<ToLibrary />}>
          <Suspense fallback={<OpeningMeeting />}>
            <MeetingWorkspace
              meetingId={route.meetingId}
              showsNews={route.showsNews ?? false}
              noteId={route.noteId ?? null}
              onPrepare={(itemId) => go({ name: 'preparation', meetingId: route.meetingId, itemId })}
              onDigest={(itemId) =>
                go({ name: 'preparation', meetingId: route.meetingId, itemId, showsDigest: true })
              }
              onClose={showLibrary}
            />
          </Suspense>
        </RegionBoundary>
      ) : route.name === 'preparation' ? (
        <RegionBoundary key={`preparation ${route.meetingId}`} isWindow wayOut={<ToLibrary />}>
          <Suspense fallback={<OpeningMeeting />}>
            <PreparationScreen
              meetingId={route.meetingId}
              itemId={route.itemId}
              showsDigest={route.showsDigest ?? false}
              onClose={() => openMeeting(route.meetingId)}
              onTakeIn={() => takeIn(route.meetingId, [{ type: 'chosen' }])}
              onGoTo={(noteId) => openNote(route.meetingId, noteId)}
            />
          </Suspense>
        </RegionBoundary>
      ) : route.name === 'draft' ? (
        <RegionBoundary key={route.draftId} isWindow wayOut={<ToLibrary />}>
          <Suspense fallback={<OpeningDraft />}>
            <DraftPage
              draftId={route.draftId}
              platform={state.platform}
              onClose={() => go({ name: 'drafts' })}
            />
          </Suspense>
        </RegionBoundary>
      ) : (
        <MainScreens
          state={state}
          screen={route.name}
          bodyId={route.name === 'bodies' ? route.bodyId : null}
          onOpenPacks={importing.openPacks}
          onShowPack={setPackShown}
          onShowShortcuts={showShortcuts}
        />
      )}
      <RegionBoundary>
        <Suspense fallback={null}>
          {(packShown !== null || isAsking) && (
            <ImportDialogs
              meetings={meetings}
              packShown={packShown}
              onClosePack={() => setPackShown(null)}
              onOpenMeeting={openMeeting}
            />
          )}
          {incoming !== null && (
            <IncomingNotes
              key={incoming.number}
              meetingId={incoming.meetingId}
              from={incoming}
              onClose={nextIncoming}
            />
          )}
          {showsShortcuts && (
            <ShortcutsDialog platform={state.platform} onClose={() => setShowsShortcuts(false)} />
          )}
          {showsPalette && (
            <CommandPalette takeTyped={() => takeTyped.current()} onClose={() => setShowsPalette(false)} />
          )}
        </Suspense>
      </RegionBoundary>
      <ImportTray />
      <DropOverlay onFiles={takeDropped} onNothing={importing.reportFailure} />
    </>
  );
}

function ToLibrary(): ReactNode {
  const { t } = useMessages();
  return <Button onPress={showLibrary}>{t('app.toLibrary')}</Button>;
}

function OpeningMeeting(): ReactNode {
  const { t } = useMessages();
  return (
    <main className="app-opening">
      <Skeleton label={t('app.openingMeeting')} lines={6} />
    </main>
  );
}

function OpeningDraft(): ReactNode {
  const { t } = useMessages();
  return (
    <main className="app-opening">
      <Skeleton label={t('secretary.opening')} lines={8} />
    </main>
  );
}

function useReadingAhead(language: Language): void {
  const first = useRef(language);
  useEffect(() => {
    let idle = 0;
    const drawn = setTimeout(() => {
      idle = requestIdleCallback(() => void readAhead(first.current), { timeout: 2000 });
    }, firstPictureMs);
    return () => {
      clearTimeout(drawn);
      cancelIdleCallback(idle);
    };
  }, []);
}
