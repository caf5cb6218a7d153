import { useCallback, useMemo } from 'react';
import type { AppState } from '../../../core/settings/settings.ts';
import type { TextViewSettings } from '../../../core/settings/textViewSettings.ts';
import { defaultTextView } from '../../../core/settings/textViewSettings.ts';
import { client } from '../../client.ts';
import type { ReaderTextView } from '../../features/reader/readerTypes.ts';
import { takeState, useApp } from '../appStore.ts';
import { shortcutText } from './shortcuts.ts';

/** How the person reads documents as text: one choice for all of them, kept in the profile. */
export function useTextView(platform: AppState['platform']): ReaderTextView {
  const settings = useApp((app) => app.state?.textView) ?? defaultTextView;
  const onChange = useCallback((textView: TextViewSettings) => {
    const { state } = useApp.getState();
    // At once, so that the next press of a key counts from here.
    if (state) takeState({ ...state, textView });
    void client.app.setTextView({ textView });
  }, []);
  return useMemo(
    () => ({ settings, onChange, shortcut: shortcutText('toggleTextView', platform) }),
    [settings, onChange, platform],
  );
}
