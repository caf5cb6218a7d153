import { protocol, type Session } from 'electron';
import type { StartView } from '../../core/library/startView.ts';
import { answerAppRequest, type AppSources } from './answerAppRequest.ts';
import { appScheme } from './appOrigin.ts';
import { pageFiles } from './pageFiles.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export interface ServedApp extends Omit<AppSources, 'pages'> {
  readonly pageFolder: string;
  /** What the page is to find in itself, when main has it. */
  readonly startView: () => Promise<StartView>;
}

export function serveApp(session: Session, { pageFolder, startView, ...others }: ServedApp): void {
  const sources = { ...others, pages: pageFiles(pageFolder, startView) };
  session.protocol.handle(appScheme, (request) => answerAppRequest(request, sources));
}
