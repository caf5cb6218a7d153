import type { Language, Theme } from '../../../core/settings/settings.ts';
import type { AppState } from '../../../core/settings/settings.ts';
import type { Result } from '../../../core/errors.ts';
import { client } from '../../client.ts';
import { useReportFailure } from '../../ui/useReportFailure.ts';
import { go, openMeeting, showLibrary, takeState, useApp } from '../appStore.ts';
import { askForNewDraft, createDraft } from '../secretary/secretaryStore.ts';
import type { AppCommand } from './appShortcuts.ts';
import { appCommands, appShortcuts } from './appShortcuts.ts';
import type { Command } from './commandRegistry.ts';
import { focusHome, useCommandSource } from './commandRegistry.ts';
import { commandWords } from './commandWords.ts';
import { useFocusKept } from './focusHome.ts';

export type AppHandlers = Readonly<
  Pick<Record<AppCommand, () => void>, 'openPack' | 'showKeys' | 'showPalette'>
>;

/** They begin a draft from the meeting that is open. */
const ofOpenMeeting: ReadonlySet<AppCommand> = new Set(['reviseMeeting', 'copyMeeting']);

/** Offers what can be done everywhere, and every meeting of the library to jump to. */
export function useAppCommands(state: AppState, handlers: AppHandlers): void {
  const report = useReportFailure();
  const take = async (answer: Promise<Result<AppState>>): Promise<void> => {
    const result = await answer;
    if (result.ok) takeState(result.value);
    else report(result.error);
  };
  const theme = (chosen: Theme) => () => void take(client.app.setTheme({ theme: chosen }));
  const language = (chosen: Language) => () => void take(client.app.setLanguage({ language: chosen }));
  const prepareOpenMeeting = (from: 'revision' | 'copy'): void => {
    const { route } = useApp.getState();
    if (route.name !== 'meeting') return;
    void createDraft({ from, meetingId: route.meetingId }).then((error) => {
      if (error !== null) report(error);
    });
  };
  const all: Readonly<Record<AppCommand, () => void>> = {
    ...handlers,
    toLibrary: showLibrary,
    toDrafts: () => go({ name: 'drafts' }),
    reviseMeeting: () => prepareOpenMeeting('revision'),
    copyMeeting: () => prepareOpenMeeting('copy'),
    toBodies: () => go({ name: 'bodies', bodyId: null }),
    newMeeting: () => askForNewDraft('nothing'),
    showSettings: () => go({ name: 'settings' }),
    lightTheme: theme('light'),
    darkTheme: theme('dark'),
    systemTheme: theme('system'),
    inSwedish: language('sv'),
    inEnglish: language('en'),
  };
  useFocusKept(focusHome);
  useCommandSource({
    platform: state.platform,
    focusHome: () => document.querySelector<HTMLElement>('main')?.focus(),
    commands: () =>
      appCommands.map((id): Command => ({
        id,
        words: commandWords[id],
        keys: appShortcuts[id],
        worksWhileWriting: true,
        ...(ofOpenMeeting.has(id) ? { isEnabled: () => useApp.getState().route.name === 'meeting' } : {}),
        run: all[id],
      })),
    jumps: ({ formatDateTime }) =>
      (useApp.getState().library?.meetings ?? []).map(({ meetingId, title, start, bodyName }) => ({
        id: `meeting:${meetingId}`,
        kind: 'meeting',
        title,
        detail: [formatDateTime(start), ...(title.includes(bodyName) ? [] : [bodyName])].join(', '),
        run: () => openMeeting(meetingId),
      })),
  });
}
