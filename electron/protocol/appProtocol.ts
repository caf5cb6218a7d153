import { protocol, type Session } from 'electron';
import { answerAppRequest } from './answerAppRequest.ts';
import { appScheme } from './appOrigin.ts';
import type { FindDocument } from './documentResponse.ts';
import { pageFiles } from './pageFiles.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export function serveApp(session: Session, pageFolder: string, findDocument: FindDocument): void {
  const sources = { pages: pageFiles(pageFolder), findDocument };
  session.protocol.handle(appScheme, (request) => answerAppRequest(request, sources));
}
