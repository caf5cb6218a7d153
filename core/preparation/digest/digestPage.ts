import { escapeHtml } from '../../html/escapeHtml.ts';
import type { TextDocument } from '../textDocument.ts';
import { htmlBlocks } from '../textDocument.ts';

/** How a digest looks, in the file and in its preview: everything below `.digest`. */
export const digestStyle = `
.digest { box-sizing: border-box; max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word;
  font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; color: #1c1b19; background: #fff; }
.digest h1, .digest h2, .digest h3, .digest .quiet, .digest cite { font-family: "Segoe UI", Roboto, Arial, sans-serif; line-height: 1.3; }
.digest h1 { margin: 0 0 .25rem; font-size: 1.9rem; }
.digest h2 { margin: 2.2rem 0 .5rem; padding-top: .9rem; border-top: 1px solid #bdb8ad; font-size: 1.35rem; }
.digest h3 { margin: 1.2rem 0 .25rem; font-size: 1.05rem; }
.digest p { margin: .5rem 0; }
.digest > :last-child { margin-top: 2.5rem; }
.digest ol, .digest ul { margin: .5rem 0; padding-left: 1.5rem; }
.digest blockquote { margin: .9rem 0; padding-left: 1rem; border-left: .25rem solid #8a6d1f; }
.digest cite, .digest .quiet { color: #55524b; font-size: .9rem; font-style: normal; }
@media (prefers-color-scheme: dark) {
  .digest { color: #ece9e2; background: #1b1a18; }
  .digest h2 { border-top-color: #5d594f; }
  .digest blockquote { border-left-color: #c9a94a; }
  .digest cite, .digest .quiet { color: #b9b4a8; }
}
@media print {
  .digest { max-width: none; padding: 0; font-size: 11pt; color: #000; background: none; }
  .digest h2 { break-after: avoid; }
  .digest h3 { break-after: avoid; }
  .digest blockquote, .digest li { break-inside: avoid; }
  .digest cite, .digest .quiet { color: #333; }
}
`;

/**
 * The digest as one HTML file that asks for nothing: its own styles, no script, nothing from elsewhere; readable by screen
 * readers, on narrow screens, in the dark and on paper.
 */
export function digestPage(document: TextDocument): string {
  const { title, language } = document;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Beredd">
<title>${escapeHtml(title)}</title>
<style>body { margin: 0; }${digestStyle}@page { size: A4; margin: 20mm; }
</style>
</head>
<body>
<main class="digest">
${htmlBlocks(document)}
</main>
</body>
</html>
`;
}
