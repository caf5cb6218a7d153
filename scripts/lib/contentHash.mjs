import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** SHA-256 over names and contents of the source files in these folders: the same in every clone. */
export function contentHash(folders) {
  const hash = crypto.createHash('sha256');
  for (const folder of folders) {
    const names = fs.readdirSync(path.join(projectRoot, folder), { recursive: true }).map(String);
    for (const name of names.filter((each) => each.endsWith('.ts')).toSorted()) {
      hash.update(`${folder}/${name.replaceAll('\\', '/')}\0`);
      hash.update(fs.readFileSync(path.join(projectRoot, folder, name)));
    }
  }
  return hash.digest('hex');
}
