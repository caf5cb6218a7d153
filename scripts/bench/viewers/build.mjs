// Builds the page of our reader and lays the stock viewer's page beside it, in `folder`.
import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { projectRoot } from '../../lib/projectRoot.mjs';

const here = import.meta.dirname;

export async function buildViewers(folder) {
  await build({
    configFile: false,
    root: here,
    base: '/',
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome130',
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: path.join(here, 'ours.html') },
    },
  });
  for (const name of ['stock.html', 'stock.css', 'stock.mjs', 'provideViewer.mjs'])
    fs.copyFileSync(path.join(here, name), path.join(folder, name));
}

export const pdfjsFolder = path.join(projectRoot, 'node_modules/pdfjs-dist');
