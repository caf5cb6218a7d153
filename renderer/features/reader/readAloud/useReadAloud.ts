import { useEffect, useMemo, useState } from 'react';
import { useMessages } from '../../../ui/messages.tsx';
import type { ReaderComfort } from '../readerTypes.ts';
import type { ReaderSession } from '../session/ReaderSession.ts';
import { useLatest } from '../session/useLatest.ts';
import { ReadAloud } from './ReadAloud.ts';
import { readablePages } from './readablePages.ts';
import { isInView, spokenRectangle, startPlace } from './spokenPlace.ts';
import { systemSpeech } from './systemSpeech.ts';

/** The one voice of the window. */
const engine = systemSpeech();

export interface ReadAloudCommands {
  readonly aloud: ReadAloud;
  /** Begins where one is, or ends. */
  readonly toggle: () => void;
  /** Scrolls to what is being read. */
  readonly show: () => void;
}

/** Reading aloud for one reader. The view follows as long as the person has not scrolled away from what is read. */
export function useReadAloud(session: ReaderSession, { settings }: ReaderComfort): ReadAloudCommands {
  const { t } = useMessages();
  const latest = useLatest({ settings, t });
  const [aloud] = useState(
    () =>
      new ReadAloud({
        engine,
        pages: readablePages(session, (text) => latest.current.t('comfort.aloud.figure', { text })),
        settings: () => latest.current.settings,
      }),
  );
  useEffect(() => () => aloud.stop(), [aloud]);
  useEffect(() => aloud.settingsChanged(), [aloud, settings.speechRate, settings.voices]);
  useEffect(
    () =>
      aloud.store.subscribe(({ spoken }, { spoken: before }) => {
        if (!spoken || spoken.ranges === before?.ranges) return;
        const rectangle = spokenRectangle(session, spoken);
        const last = before && spokenRectangle(session, before);
        const isFollowing = !last || isInView(session.scroller.view(), last);
        if (rectangle && isFollowing && !session.scroller.standIn) session.scroller.reveal(rectangle);
      }),
    [aloud, session],
  );
  return useMemo(
    () => ({
      aloud,
      toggle() {
        if (aloud.store.getState().status === 'off') void startPlace(session).then((at) => aloud.start(at));
        else aloud.stop();
      },
      show() {
        const { spoken } = aloud.store.getState();
        const rectangle = spoken && spokenRectangle(session, spoken);
        const page = spoken && session.place(spoken.row);
        if (session.scroller.standIn && page) session.scroller.goToPage(page.documentIndex, page.page);
        else if (rectangle) session.scroller.reveal(rectangle);
      },
    }),
    [aloud, session],
  );
}
