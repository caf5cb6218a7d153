import { useEffect, useState } from 'react';

const minute = 60_000;

/** Milliseconds since 1970, renewed each minute and when the lid is opened: days left must not be yesterday's. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const renew = (): void => setNow(Date.now());
    const timer = setInterval(renew, minute);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
  return now;
}
