import { useEffect, useState } from 'react';

export interface SpokenTime {
  readonly seconds: number;
  readonly isRunning: boolean;
  readonly toggle: () => void;
  readonly reset: () => void;
}

interface Measured {
  readonly of: string | null;
  readonly keptMs: number;
  readonly startedAt: number | null;
}

/** Whole seconds since the speech on an item began; paused time does not count. Another item begins anew. */
export function useSpeechTimer(itemId: string | null): SpokenTime {
  const [measured, setMeasured] = useState<Measured>({ of: itemId, keptMs: 0, startedAt: null });
  const [now, setNow] = useState(0);
  const own = measured.of === itemId ? measured : { of: itemId, keptMs: 0, startedAt: null };
  const { keptMs, startedAt } = own;
  useEffect(() => {
    if (startedAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [startedAt]);
  const elapsed = keptMs + (startedAt === null ? 0 : Math.max(0, now - startedAt));
  return {
    seconds: Math.floor(elapsed / 1000),
    isRunning: startedAt !== null,
    toggle: () => {
      const at = Date.now();
      setNow(at);
      setMeasured(
        startedAt === null
          ? { ...own, startedAt: at }
          : { ...own, keptMs: keptMs + at - startedAt, startedAt: null },
      );
    },
    reset: () => {
      const at = Date.now();
      setNow(at);
      setMeasured({ of: itemId, keptMs: 0, startedAt: startedAt === null ? null : at });
    },
  };
}
