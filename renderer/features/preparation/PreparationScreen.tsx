import { ChevronLeft, Presentation } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { standingTarget } from '../../../core/annotation/anchoring/standingTarget.ts';
import { itemSheets } from '../../../core/preparation/sheet.ts';
import { hasOpenedSeal } from '../../../core/sealing/openedSeals.ts';
import { client, on } from '../../client.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { useProtectedContent } from '../../ui/protectedContent.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DigestScreen } from './digest/DigestScreen.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { ItemList } from './ItemList.tsx';
import { MeetingMode } from './live/MeetingMode.tsx';
import type { DrawnClips } from './PreparationContext.ts';
import { PreparationProvider } from './PreparationContext.ts';
import type { PreparationState } from './PreparationSession.ts';
import { PreparationSession } from './PreparationSession.ts';
import { ReadingPlanPanel } from './plan/ReadingPlanPanel.tsx';
import { usePlan } from './plan/usePlan.ts';
import { SheetView } from './SheetView.tsx';
import './preparation.css';

export interface PreparationScreenProps extends DrawnClips {
  readonly meetingId: string;
  readonly itemId: string | null;
  /** Begins with the public digest. */
  readonly showsDigest?: boolean;
  readonly onClose: () => void;
  readonly onGoTo: (noteId: string) => void;
  readonly onTakeIn: () => void;
}

/** The desk: one page per item with everything of one's own, the reading plan, and the meeting mode. */
export function PreparationScreen({
  meetingId,
  itemId,
  showsDigest = false,
  onClose,
  onGoTo,
  onTakeIn,
  clipOf,
  clipImages,
}: PreparationScreenProps): ReactNode {
  const messages = useMessages();
  const { t } = messages;
  const [session] = useState(() => new PreparationSession(meetingId, itemId, () => client));
  const state = useStore(session.store);
  const [isLive, setIsLive] = useState(false);
  const [isDigest, setIsDigest] = useState(showsDigest);
  useSession(session);
  useFocusOnAdded(state);
  useUndoKeys(session);
  useKeepAwake(isLive);
  const { meeting, notes, placements } = state;
  // Every part of the desk names its items.
  useProtectedContent(meeting !== null && hasOpenedSeal(meeting));
  const own = useMemo(() => standing(notes, placements), [notes, placements]);
  const sheets = useMemo(() => (meeting === null ? [] : itemSheets(meeting.agenda, own)), [meeting, own]);
  const plan = usePlan(meetingId, meeting?.meeting.revision ?? null);
  const tools = useMemo(
    () => ({
      session,
      onGoTo,
      onTakeIn,
      clipImages: () => clipImages?.(own, messages) ?? Promise.resolve({}),
      ...(clipOf && { clipOf }),
    }),
    [session, onGoTo, onTakeIn, clipOf, clipImages, own, messages],
  );
  const close = (): void => void session.flush().then(onClose);
  if (meeting === null) {
    return (
      <main className="prep-opening">
        {state.error === null ? (
          <Skeleton label={t('preparation.title')} lines={7} />
        ) : (
          <ErrorMessage
            error={state.error}
            isLive
            actions={<Button onPress={close}>{t('ui.close')}</Button>}
          />
        )}
      </main>
    );
  }
  if (isDigest)
    return <DigestScreen meeting={meeting} notes={notes} standing={own} onClose={() => setIsDigest(false)} />;
  if (isLive) {
    return (
      <PreparationProvider value={tools}>
        <MeetingMode
          sheets={sheets}
          itemId={state.itemId}
          onShow={session.show}
          onLeave={() => setIsLive(false)}
        />
      </PreparationProvider>
    );
  }
  const shown = sheets.find(({ item }) => item.id === state.itemId) ?? sheets[0];
  return (
    <PreparationProvider value={tools}>
      <div className="prep">
        <header className="prep-bar">
          <IconButton label={t('ui.close')} icon={<ChevronLeft size={20} aria-hidden />} onPress={close} />
          <div className="prep-bar__title">
            <h1>{t('preparation.title')}</h1>
            <p className="prep-quiet">{meeting.meeting.title}</p>
          </div>
          <ExportMenu onDigest={() => void session.flush().then(() => setIsDigest(true))} />
          <Button
            variant="primary"
            icon={<Presentation size={16} aria-hidden />}
            isDisabled={sheets.length === 0}
            onPress={() => void session.flush().then(() => setIsLive(true))}
          >
            {t('preparation.meetingMode')}
          </Button>
        </header>
        {state.problem !== null && <ErrorMessage error={state.problem} isLive />}
        <div className="prep-panes">
          <ItemList sheets={sheets} itemId={shown?.item.id ?? null} onShow={session.show} />
          <main className="prep-main" tabIndex={-1}>
            {shown === undefined ? (
              <EmptyState title={t('preparation.none')} />
            ) : (
              <SheetView key={shown.item.id} sheet={shown} plan={plan} />
            )}
          </main>
          <aside className="prep-side">
            <ReadingPlanPanel meeting={meeting} sheets={sheets} plan={plan} onShow={session.show} />
          </aside>
        </div>
      </div>
    </PreparationProvider>
  );
}

/** The notes as they stand in the revision shown. */
const standing = (
  notes: PreparationState['notes'],
  placements: PreparationState['placements'],
): readonly Annotation[] =>
  (notes?.annotations ?? []).map((note) => ({
    ...note,
    target: standingTarget(note.target, placements[note.id]),
  }));

function useSession(session: PreparationSession): void {
  useEffect(() => {
    void session.open();
    const store = (): void => void session.flush();
    window.addEventListener('pagehide', store);
    document.addEventListener('visibilitychange', store);
    const ends = [
      on('notes.changed', session.takeNotes),
      on('meeting.changed', session.takeMeeting),
      on('placements.changed', session.takePlacements),
    ];
    return () => {
      store();
      window.removeEventListener('pagehide', store);
      document.removeEventListener('visibilitychange', store);
      ends.forEach((end) => end());
    };
  }, [session]);
}

/** What was just added is where one goes on writing. */
function useFocusOnAdded({ addedId, notes }: PreparationState): void {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    if (addedId === null || focused.current === addedId) return;
    const field = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(addedId)}"] textarea`);
    if (field === null) return;
    focused.current = addedId;
    field.focus();
  }, [addedId, notes]);
}

/** Undo and redo of notes; while a text is being written they are the text's own. */
function useUndoKeys(session: PreparationSession): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isWriting =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isWriting || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? session.redo() : session.undo());
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [session]);
}

/** The screen does not sleep while the meeting goes on. */
function useKeepAwake(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return;
    void client.app.keepAwake({ isOn: true });
    return () => void client.app.keepAwake({ isOn: false });
  }, [isLive]);
}
