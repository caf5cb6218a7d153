import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** Bundles a source file into one that plain Node runs. Returns its path; it stands in a folder of its own. */
export async function builtEntry(source: string): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beredd-built-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir: folder,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'entry.mjs', format: 'es' } },
    },
  });
  return path.join(folder, 'entry.mjs');
}
