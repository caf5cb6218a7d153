import { useEffect, useState } from 'react';

/** Minutes and seconds since the speech began; paused time does not count. */
export function useSpeechTimer(): {
  readonly shown: string;
  readonly isRunning: boolean;
  readonly toggle: () => void;
  readonly reset: () => void;
} {
  const [kept, setKept] = useState(0);
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [startedAt]);
  const elapsed = kept + (startedAt === null ? 0 : Math.max(0, now - startedAt));
  const seconds = Math.floor(elapsed / 1000);
  return {
    shown: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    isRunning: startedAt !== null,
    toggle: () => {
      if (startedAt === null) {
        setNow(Date.now());
        setStartedAt(Date.now());
        return;
      }
      setKept(kept + Date.now() - startedAt);
      setStartedAt(null);
    },
    reset: () => {
      setKept(0);
      setStartedAt(startedAt === null ? null : Date.now());
      setNow(Date.now());
    },
  };
}
