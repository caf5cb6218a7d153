import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lib/projectRoot.mjs';
import { typesetPlan } from './energyPlan/typesetPlan.mjs';
import { cacheFolder, asFolderUrl } from './places.mjs';
import { typesetScan } from './scan/typesetScan.mjs';
import { typeset } from './templates.mjs';

/** What can go wrong with stale results: the code that sets, and the libraries it sets with. */
const codeAndLibraries = ['scripts/demo', 'package-lock.json'];

/** Sets documents, each only once for the same text and code. */
export class DocumentCache {
  #code = fingerprint(codeAndLibraries.map((name) => path.join(projectRoot, name)));
  made = 0;
  reused = 0;

  /**
   * @param {string} source a text, or the folder of the energy plan
   * @param {{ typeset?: 'scan' | 'energyPlan', revision?: number }} how
   * @returns {Promise<string>} the file of the finished PDF
   */
  async pdfOf(source, { typeset: kind, revision: asked = 1 } = {}) {
    const revision = differsBetweenRevisions(source) ? asked : 1;
    const key = createHash('sha256')
      .update(`${this.#code} ${kind} ${revision} ${fingerprint([source])}`)
      .digest('hex');
    const file = path.join(cacheFolder, `${key}.pdf`);
    if (fs.existsSync(file)) {
      this.reused++;
      return file;
    }
    const bytes = await setDocument(source, kind, revision);
    fs.mkdirSync(cacheFolder, { recursive: true });
    // A name of its own until it is whole: an interrupted run must not leave half a document behind.
    fs.writeFileSync(`${file}.${process.pid}`, bytes);
    fs.renameSync(`${file}.${process.pid}`, file);
    this.made++;
    return file;
  }
}

function differsBetweenRevisions(source) {
  return source.endsWith('.md') && /^@\d/m.test(fs.readFileSync(source, 'utf8'));
}

function setDocument(source, kind, revision) {
  if (kind === 'energyPlan') return typesetPlan(asFolderUrl(source));
  const text = fs.readFileSync(source, 'utf8');
  return kind === 'scan' ? typesetScan(text) : typeset(text, revision);
}

/** A hash over names and contents of files and folders. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const add = (name) => {
    if (!fs.statSync(name).isDirectory()) {
      hash.update(`${path.relative(projectRoot, name)}\0`).update(fs.readFileSync(name));
      return;
    }
    for (const entry of fs.readdirSync(name).toSorted()) add(path.join(name, entry));
  };
  paths.forEach(add);
  return hash.digest('hex');
}
