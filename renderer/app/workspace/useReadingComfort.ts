import { useCallback, useMemo } from 'react';
import type { ComfortSettings } from '../../../core/settings/comfortSettings.ts';
import { defaultComfort } from '../../../core/settings/comfortSettings.ts';
import type { AppState } from '../../../core/settings/settings.ts';
import { client } from '../../client.ts';
import type { ReaderComfort } from '../../features/reader/readerTypes.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { takeState, useApp } from '../appStore.ts';

/** Page colours, ruler and voice: one choice for all documents, kept in the profile. */
export function useReadingComfort(platform: AppState['platform']): ReaderComfort {
  const settings = useApp((app) => app.state?.comfort) ?? defaultComfort;
  const report = useReportFailure();
  const onChange = useCallback(
    (change: Partial<ComfortSettings>) => {
      const { state } = useApp.getState();
      const comfort = { ...(state?.comfort ?? defaultComfort), ...change };
      // At once, so that the next press of a key counts from here.
      if (state) takeState({ ...state, comfort });
      void client.app.setComfort({ comfort }).then((kept) => !kept.ok && report(kept.error));
    },
    [report],
  );
  return useMemo(() => ({ settings, onChange, platform }), [settings, onChange, platform]);
}
