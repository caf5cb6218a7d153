import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../../../core/contract.ts';
import type { BereddError, Result } from '../../../../core/errors.ts';
import type { PlanView } from '../../../../core/preparation/planView.ts';
import { client, on } from '../../../client.ts';

/** What the reading plan is made of, and the ways to change it. */
export interface PlanTools {
  /** Null while it is asked for. */
  readonly view: PlanView | null;
  readonly error: BereddError | null;
  readonly setDeadline: (itemId: string, day: string | null) => void;
  readonly setOrder: (itemIds: readonly string[]) => void;
  /** Null: learn again. */
  readonly setSpeed: (wordsPerMinute: number | null) => void;
  readonly forgetReading: () => void;
}

/** `revision`: another one has other documents. */
export function usePlan(meetingId: string, revision: number | null): PlanTools {
  const [view, setView] = useState<PlanView | null>(null);
  const [error, setError] = useState<BereddError | null>(null);
  const ask = useCallback((asked: (its: Client['preparation']) => Promise<Result<PlanView>>): void => {
    void asked(client.preparation).then((answer) => {
      if (answer.ok) setView(answer.value);
      setError(answer.ok ? null : answer.error);
    });
  }, []);
  useEffect(() => {
    if (revision === null) return undefined;
    ask((its) => its.plan({ meetingId }));
    return on('preparation.planChanged', (changed) => {
      if (changed.meetingId === meetingId) ask((its) => its.plan({ meetingId }));
    });
  }, [ask, meetingId, revision]);
  return {
    view,
    error,
    setDeadline: (itemId, day) => ask((its) => its.setDeadline({ meetingId, itemId, day })),
    setOrder: (itemIds) => ask((its) => its.setPlanOrder({ meetingId, itemIds })),
    setSpeed: (wordsPerMinute) => ask((its) => its.setReadingSpeed({ meetingId, wordsPerMinute })),
    forgetReading: () => ask((its) => its.forgetReading({ meetingId })),
  };
}
