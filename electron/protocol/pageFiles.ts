import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pageHeaders } from './responseHeaders.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const noncePlaceholder = '__CSP_NONCE__';
const startPlaceholder = '__START_VIEW__';

/** Answers for one of our own built files, or null. */
export type PageFiles = (pathname: string) => Promise<Response | null>;

/**
 * Lists the built files once. Only these paths are ever answered, so that no spelling of `..` can leave the folder;
 * source maps and files of unknown kinds are left out. `startView` is what the page is to find in itself.
 */
export function pageFiles(folder: string, startView: () => Promise<unknown>): PageFiles {
  const allowed = builtFiles(folder);
  return async (pathname) => {
    const file = (await allowed).get(pathname);
    const contentType = contentTypes[path.extname(pathname)];
    if (file === undefined || contentType === undefined) return null;
    const nonce = randomBytes(16).toString('base64');
    const content = await readFile(file);
    const body = pathname.endsWith('.html')
      ? pageStream(content.toString('utf8').replaceAll(noncePlaceholder, nonce), startView)
      : new Uint8Array(content);
    return new Response(body, { headers: pageHeaders(contentType, nonce) });
  };
}

async function builtFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => path.extname(name) in contentTypes)
      .map((name) => [`/${name.split(path.sep).join('/')}`, path.join(folder, name)]),
  );
}

/**
 * What stands before the data is sent at once: scripts, styles and fonts are fetched while the data is made. It is data, not
 * script, and nothing in it can end the element it stands in.
 */
function pageStream(page: string, startView: () => Promise<unknown>): ReadableStream<Uint8Array> {
  const at = page.indexOf(startPlaceholder);
  const [before, after] = at < 0 ? [page, ''] : [page.slice(0, at), page.slice(at + startPlaceholder.length)];
  const text = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(text.encode(before));
      if (at >= 0) {
        const data = JSON.stringify(await startView()).replaceAll('<', '\\u003c');
        controller.enqueue(text.encode(data + after));
      }
      controller.close();
    },
  });
}
