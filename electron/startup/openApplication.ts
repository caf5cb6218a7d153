import type { Log } from '../log/fileLog.ts';
import type { Application } from './application.ts';
import { openFirstWindow } from './firstWindow.ts';
import type { Launch } from './launchArguments.ts';

export interface ApplicationParts {
  readonly launch: Launch;
  readonly profileFolder: string;
  readonly log: Log;
}

/** Opens the window first, and reads the greater part of the program while the window's process starts. */
export async function openApplication(parts: ApplicationParts): Promise<Application> {
  let give: (application: Promise<Application>) => void = () => undefined;
  const opened = new Promise<Application>((resolve) => (give = resolve));
  const window = await openFirstWindow(opened, parts.log);
  give(import('./application.ts').then(({ Application }) => new Application({ ...parts, window })));
  return opened;
}
