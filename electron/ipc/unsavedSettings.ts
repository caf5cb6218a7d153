import { ok, type Result } from '../../core/errors.ts';
import { defaultLayout } from '../../core/settings/settings.ts';
import type { Settings } from '../library/libraryService.ts';

/** Language and theme while no profile can keep them. */
export function unsavedSettings(): {
  readonly settings: () => Settings;
  readonly updateSettings: (patch: Partial<Settings>) => Promise<Result<void>>;
} {
  let settings: Settings = { language: null, theme: 'system', layout: defaultLayout };
  return {
    settings: () => settings,
    updateSettings: (patch) => {
      settings = { ...settings, ...patch };
      return Promise.resolve(ok(undefined));
    },
  };
}
