import type { Handlers } from '../../core/contract.ts';
import { ok, type Result } from '../../core/errors.ts';
import type { AppState } from '../../core/settings/settings.ts';
import type { Settings } from '../library/libraryService.ts';
import type { Emit } from './ports.ts';

/** What the handlers of `app` work on. */
export interface AppParts {
  readonly settings: () => Settings;
  readonly updateSettings: (patch: Partial<Settings>) => Promise<Result<void>>;
  readonly state: () => AppState;
  readonly emit: Emit;
  /** Menus, colours and the like follow a changed setting. */
  readonly applySettings: (settings: Settings) => void;
  /** Opens a refused profile once more. */
  readonly openAgain: () => Promise<void>;
  readonly onStateAsked: () => void;
  readonly onFirstPageDrawn: () => void;
  readonly keepAwake: (isOn: boolean) => void;
}

export function appHandlers(parts: AppParts): Handlers['app'] {
  const change = async (patch: Partial<Settings>): Promise<Result<AppState>> => {
    const saved = await parts.updateSettings(patch);
    if (!saved.ok) return saved;
    parts.applySettings(parts.settings());
    parts.emit('app.stateChanged', parts.state());
    return ok(parts.state());
  };
  return {
    state: () => {
      parts.onStateAsked();
      return Promise.resolve(ok(parts.state()));
    },
    openAgain: async () => {
      await parts.openAgain();
      return ok(parts.state());
    },
    setLanguage: ({ language }) => change({ language }),
    setTheme: ({ theme }) => change({ theme }),
    setLayout: ({ layout }) => parts.updateSettings({ layout }),
    setTextView: async ({ textView }) => {
      const saved = await parts.updateSettings({ textView });
      if (!saved.ok) return saved;
      parts.emit('app.stateChanged', parts.state());
      return ok(parts.state());
    },
    setComfort: async ({ comfort }) => {
      const saved = await parts.updateSettings({ comfort });
      if (!saved.ok) return saved;
      parts.emit('app.stateChanged', parts.state());
      return ok(parts.state());
    },
    keepAwake: ({ isOn }) => {
      parts.keepAwake(isOn);
      return Promise.resolve(ok(undefined));
    },
    firstPageDrawn: () => {
      parts.onFirstPageDrawn();
      return Promise.resolve(ok(undefined));
    },
  };
}
