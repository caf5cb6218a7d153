/**
 * The content security policy of our own pages and workers: nothing but our own files, no strings as code. PDFium needs
 * `wasm-unsafe-eval`; react-aria writes style elements and gets the nonce for them.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // `default` lets workers of our own be started, see renderer/app/trustedTypes.ts; it makes no HTML and no script.
    'trusted-types default',
  ].join('; ');

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** For what is no page of ours. */
const alone = { 'Cross-Origin-Opener-Policy': 'same-origin' };

/**
 * No opener policy: it would end the process that the window starts with and start a second one for the page, and there are
 * no other windows to be kept apart (`navigationGuards.ts`).
 */
export const pageHeaders = (contentType: string, nonce: string): Record<string, string> => ({
  ...everywhere,
  'Content-Type': contentType,
  'Content-Security-Policy': pagePolicy(nonce),
  'Cache-Control': 'no-cache',
});

/** A pack's bytes are hostile: should one ever be shown as a page, it can do nothing. */
export const documentHeaders = (mediaType: string): Record<string, string> => ({
  ...everywhere,
  ...alone,
  'Content-Type': mediaType,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'attachment',
  'Cache-Control': 'no-store',
  'Accept-Ranges': 'bytes',
});

export const refusalHeaders: Record<string, string> = {
  ...everywhere,
  ...alone,
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; sandbox",
};
