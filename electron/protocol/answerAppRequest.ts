import { appHost } from './appOrigin.ts';
import {
  documentInPath,
  documentResponse,
  draftFileInPath,
  type FindDocument,
  type FindDraftFile,
} from './documentResponse.ts';
import type { PageFiles } from './pageFiles.ts';
import { refusalHeaders } from './responseHeaders.ts';

const refused = (status: number): Response => new Response(null, { status, headers: refusalHeaders });

/** Where what is served comes from. */
export interface AppSources {
  readonly pages: PageFiles;
  readonly findDocument: FindDocument;
  readonly findDraftFile: FindDraftFile;
}

/** Answers `app://ui/…`: our own built files, documents of the library and files of drafts by hash. Everything else is refused. */
export async function answerAppRequest(request: Request, sources: AppSources): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== appHost) return refused(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
  const asked = { method: request.method, range: request.headers.get('range') };
  const sha256 = documentInPath(pathname);
  if (sha256 !== null) return documentResponse(asked, sha256, sources.findDocument);
  const ofDraft = draftFileInPath(pathname);
  if (ofDraft !== null) {
    const { draftId } = ofDraft;
    return documentResponse(asked, ofDraft.sha256, (hash) => sources.findDraftFile(draftId, hash));
  }
  return (await sources.pages(pathname)) ?? refused(404);
}
