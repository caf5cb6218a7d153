import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

const isSource = (entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules';

function addTo(hash, item) {
  const stat = fs.statSync(path.join(projectRoot, item), { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    hash.update(`${item}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  const entries = fs.readdirSync(path.join(projectRoot, item), { withFileTypes: true }).filter(isSource);
  for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    addTo(hash, `${item}/${name}`);
}

/** Changes when a file of `items` is added, removed, or written; reads no contents, so that it takes milliseconds. */
export function sourceFingerprint(items) {
  const hash = crypto.createHash('sha256');
  for (const item of items) addTo(hash, item);
  return hash.digest('hex');
}
