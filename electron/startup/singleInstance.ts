import type { App } from 'electron';
import type { OtherStart } from './otherStart.ts';
import { unwrapStart, wrapStart } from './otherStart.ts';

/**
 * Makes this the one program of its profile. False when there is one already: it has been given our arguments, and this
 * one must end.
 */
export function becomeOnly(app: App, mine: OtherStart, onOther: (start: OtherStart) => void): boolean {
  if (!app.requestSingleInstanceLock(wrapStart(mine))) return false;
  app.on('second-instance', (_event, _argv, _folder, given) =>
    onOther(unwrapStart(given) ?? { args: [], folder: '' }),
  );
  return true;
}
