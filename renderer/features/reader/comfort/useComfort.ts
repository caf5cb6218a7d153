import { useMemo } from 'react';
import { defaultComfort } from '../../../../core/settings/comfortSettings.ts';
import type { ReaderComfort } from '../readerTypes.ts';
import { useLatest } from '../session/useLatest.ts';

/** What was chosen, and a way to change it that stays the same; without an owner nothing can be kept. */
export function useComfort(offered: ReaderComfort | undefined): ReaderComfort {
  const settings = offered?.settings ?? defaultComfort;
  const platform = offered?.platform ?? 'linux';
  const latest = useLatest(offered);
  return useMemo(
    () => ({ settings, platform, onChange: (change) => latest.current?.onChange(change) }),
    [settings, platform, latest],
  );
}
