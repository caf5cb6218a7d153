import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPack } from '../packs/openPack.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import { writePackPdf } from '../print/packPdf.ts';
import type { Command } from './command.ts';
import { failed, fullPath, needed, operand } from './command.ts';

/** One PDF of the meeting's open items, for those without Beredd. */
export const packPdfCommand: Command = {
  words: ['pack', 'pdf'],
  help: 'cli.help.packPdf',
  options: ['output'],
  needs: ['output'],
  operands: { least: 1, most: 1 },
  run: async (context) => {
    const { io, texts } = context;
    const opened = await openPack(fullPath(context, operand(context, 0)));
    if (!opened.ok) return failed(opened.error);
    const pack = opened.value;
    const scratchFolder = await fs.mkdtemp(path.join(tmpdir(), 'beredd-pdf-'));
    try {
      const written = await writePackPdf(pack, {
        target: fullPath(context, needed(context, 'output')),
        language: texts.language,
        wasmFile: pdfiumFile(),
        producer: `Beredd ${io.version}`,
        now: io.now,
        signal: io.signal ?? new AbortController().signal,
        scratchFolder,
      });
      if (!written.ok) return failed(written.error);
      const { pages, leftOut } = written.value;
      const file = needed(context, 'output');
      return {
        json: { file, pages, leftOut: leftOut.map((error) => error.file ?? '') },
        lines: [texts.text('cli.packPdf.done', { file, pages })],
        errors: leftOut,
      };
    } finally {
      await fs.rm(scratchFolder, { recursive: true, force: true });
      await pack.close();
    }
  },
};
