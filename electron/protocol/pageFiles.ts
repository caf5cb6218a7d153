import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

/** Answers for one of our own built files, or null. */
export type PageFiles = (pathname: string) => Promise<Response | null>;

/**
 * Lists the built files once. Only these paths are ever answered, so that no spelling of `..` can leave the folder;
 * source maps and files of unknown kinds are left out.
 */
export function pageFiles(folder: string): PageFiles {
  const allowed = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => path.extname(name) in contentTypes)
      .map((name) => [`/${name.split(path.sep).join('/')}`, path.join(folder, name)]),
  );
  return async (pathname) => {
    const file = allowed.get(pathname);
    const contentType = contentTypes[path.extname(pathname)];
    if (file === undefined || contentType === undefined) return null;
    const nonce = randomBytes(16).toString('base64');
    const content = await readFile(file);
    const body = pathname.endsWith('.html')
      ? content.toString('utf8').replaceAll(noncePlaceholder, nonce)
      : new Uint8Array(content);
    return new Response(body, { headers: pageHeaders(contentType, nonce) });
  };
}
