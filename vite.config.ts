import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { eventNames, requestChannels } from './electron/ipc/channels.ts';
import { contentHash } from './scripts/lib/contentHash.mjs';

// One mode a part: main process, utility processes, preload, renderer, command line. `scripts/build.mjs` runs them all.
const provided = ['electron', 'electron/main', 'electron/renderer', 'electron/common', /^node:/];

/** Entry points of what the main process starts with `utilityProcess` or as a worker. */
const processEntries = {
  packProcess: 'electron/packs/packProcess.ts',
  findProcess: 'electron/find/findProcess.ts',
  revisionProcess: 'electron/revisions/revisionProcess.ts',
  copyProcess: 'electron/annotatedCopy/copyProcess.ts',
  printProcess: 'electron/print/printProcess.ts',
  importProcess: 'electron/agendaImport/importProcess.ts',
  preflightProcess: 'electron/preflight/preflightProcess.ts',
  textReader: 'electron/find/textReader.ts',
  backupWorker: 'electron/backup/backupWorker.ts',
};

function nodeBuild(
  input: Record<string, string>,
  folder: string,
  output: { format: 'es' | 'cjs'; extension: string },
): UserConfig {
  return {
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.BEREDD_CHANNELS': JSON.stringify(
        JSON.stringify({ requests: requestChannels, events: eventNames }),
      ),
      'process.env.BEREDD_TEXT_RULES': JSON.stringify(contentHash(['core/find', 'core/pdf', 'core/text'])),
    },
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: `out/${folder}`,
      emptyOutDir: true,
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: provided,
        output: {
          format: output.format,
          entryFileNames: `[name].${output.extension}`,
          chunkFileNames: `[name]-[hash].${output.extension}`,
        },
      },
    },
  };
}

export default defineConfig(({ mode }): UserConfig => {
  switch (mode) {
    case 'main':
      return nodeBuild({ main: 'electron/main.ts' }, 'main', { format: 'es', extension: 'js' });
    case 'processes':
      return nodeBuild(processEntries, 'processes', { format: 'es', extension: 'js' });
    case 'preload':
      // A sandboxed preload can load no second file, and no ESM.
      return nodeBuild({ preload: 'electron/preload.ts' }, 'preload', { format: 'cjs', extension: 'cjs' });
    case 'cli':
      return nodeBuild({ beredd: 'electron/cli/main.ts' }, 'cli', { format: 'es', extension: 'js' });
    default:
      return {
        root: 'renderer',
        base: './',
        plugins: [react()],
        // The message catalogues: parsing a string as JSON is quicker than compiling it as script.
        json: { stringify: true },
        worker: { format: 'es' },
        build: {
          target: 'chrome130',
          outDir: '../out/renderer',
          emptyOutDir: true,
          // The content security policy allows no data: URLs.
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          // What the library needs comes in one file of scripts and one of styles: each file costs the start a request.
          rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
          sourcemap: true,
          chunkSizeWarningLimit: 2000,
        },
      };
  }
});
