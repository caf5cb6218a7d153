import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

/** What was given last, for handlers that must not change when it does. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
