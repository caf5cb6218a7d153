import { useCallback, useEffect, useState } from 'react';
import { useReader } from '../session/ReaderContext.ts';
import type { PagePlace } from '../session/ReaderSession.ts';
import type { TextPageState } from './PageStructures.ts';
import { useTextView } from './TextViewContext.ts';

/** The page being read first, then those around it, the nearest first; after what the pages' drawings need. */
const baseUrgency = 500;

/** A page's structure, fetched when it is not here. The function asks for it again. */
export function usePageStructure(place: PagePlace): [TextPageState, () => void] {
  const { session } = useReader();
  const { structures } = useTextView();
  const { file, filePage, row } = place;
  const [loaded, setLoaded] = useState<TextPageState>(null);
  const [attempt, setAttempt] = useState(0);
  const held = file ? structures.held(file, filePage) : null;

  useEffect(() => {
    if (!file || held) return;
    let isOver = false;
    const urgency = (): number =>
      isOver ? Infinity : baseUrgency + Math.abs(session.scroller.store.getState().current - row);
    void structures.load(file, filePage, urgency).then((answer) => {
      if (isOver || answer === null) return;
      setLoaded(answer.ok ? answer.value : answer.error);
    });
    return () => {
      isOver = true;
    };
  }, [structures, session, file, filePage, row, held, attempt]);

  const tryAgain = useCallback(() => {
    if (!file) return;
    structures.tryAgain(file, filePage);
    setLoaded(null);
    setAttempt((count) => count + 1);
  }, [structures, file, filePage]);

  return [held ?? loaded, tryAgain];
}
