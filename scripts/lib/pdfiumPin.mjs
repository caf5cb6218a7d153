import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** Of @embedpdf/pdfium 2.15.1. Upstream is mostly one person: an upgrade changes this line after somebody looked at it. */
const pinnedSha256 = '5e4cd023c3dad4a895b3571ca573d3fc51bac6de48360d95283134385b954eaa';
const wasmFile = path.join(projectRoot, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm');

/** Throws unless the PDF engine about to be bundled is the one that was reviewed. */
export function checkPdfium() {
  const sha256 = crypto.createHash('sha256').update(fs.readFileSync(wasmFile)).digest('hex');
  if (sha256 !== pinnedSha256)
    throw new Error(`pdfium.wasm has SHA-256 ${sha256}; scripts/lib/pdfiumPin.mjs expects ${pinnedSha256}`);
}
