import { useEffect, useState } from 'react';
import { useReader } from './ReaderContext.ts';

/** True once scrolling has come to rest with this part in the page: what is not seen while scrolling is built then. */
export function useSettled(): boolean {
  const { session } = useReader();
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    if (isSettled) return;
    if (session.scroller.isResting()) return setIsSettled(true);
    return session.scroller.onRest(() => setIsSettled(true));
  }, [session, isSettled]);
  return isSettled;
}
