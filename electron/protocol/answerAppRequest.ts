import { appHost } from './appOrigin.ts';
import { documentInPath, documentResponse, type FindDocument } from './documentResponse.ts';
import type { PageFiles } from './pageFiles.ts';
import { refusalHeaders } from './responseHeaders.ts';

const refused = (status: number): Response => new Response(null, { status, headers: refusalHeaders });

/** Answers `app://ui/…`: our own built files, and documents of the library by hash. Everything else is refused. */
export async function answerAppRequest(
  request: Request,
  sources: { readonly pages: PageFiles; readonly findDocument: FindDocument },
): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== appHost) return refused(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
  const sha256 = documentInPath(pathname);
  if (sha256 !== null) {
    const asked = { method: request.method, range: request.headers.get('range') };
    return documentResponse(asked, sha256, sources.findDocument);
  }
  return (await sources.pages(pathname)) ?? refused(404);
}
