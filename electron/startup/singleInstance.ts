import type { App } from 'electron';
import * as v from 'valibot';

const startSchema = v.object({ args: v.array(v.string()), folder: v.string() });
/** What another start of the program was given. */
export type OtherStart = v.InferOutput<typeof startSchema>;

/**
 * Makes this the one program of its profile. False when there is one already: it has been given our arguments, and this
 * one must end.
 */
export function becomeOnly(app: App, mine: OtherStart, onOther: (start: OtherStart) => void): boolean {
  if (!app.requestSingleInstanceLock(mine)) return false;
  app.on('second-instance', (_event, _argv, _folder, given) => {
    const parsed = v.safeParse(startSchema, given);
    onOther(parsed.success ? parsed.output : { args: [], folder: '' });
  });
  return true;
}
