import fs from 'node:fs/promises';
import path from 'node:path';
import type { BereddError, Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { printedManifest } from '../../core/print/printedMeeting.ts';
import type { Language } from '../../core/settings/settings.ts';
import type { OpenedPack } from '../packs/packs.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import { compose } from './composeClient.ts';
import { composingHere } from './composingHere.ts';
import { readyPrint } from './orderedPrint.ts';

export interface PackPdfOptions {
  readonly target: string;
  readonly language: Language;
  readonly wasmFile: string;
  readonly producer: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** For the documents while the PDF is composed; removed afterwards. */
  readonly scratchFolder: string;
}

export interface PackPdf {
  readonly pages: number;
  /** One a document that is not in it, or not whole. */
  readonly leftOut: readonly BereddError[];
}

/** Writes the open items of a pack as one PDF with bookmarks and stamped pack pages. Overwrites nothing. */
export async function writePackPdf(pack: OpenedPack, options: PackPdfOptions): Promise<Result<PackPdf>> {
  const { target, language, wasmFile, producer, now, signal, scratchFolder } = options;
  const isThere = await fs.lstat(target).then(
    () => true,
    () => false,
  );
  if (isThere) return failure('fileExists', { file: path.basename(target) });
  try {
    const damaged = new Set<string>();
    const ready = await readyPrint({
      meeting: printedManifest(pack.manifest),
      order: { choice: { what: 'meeting' }, notes: 'none', perSheet: 1, stamped: true },
      notes: [],
      language,
      pathOf: async (sha256) => {
        if (!pack.carried.has(sha256)) return null;
        const file = path.join(scratchFolder, sha256);
        const extracted = await pack.extractDocument(sha256, file, signal);
        if (!extracted.ok) damaged.add(file);
        return file;
      },
    });
    if (ready === null) return failure('printEmpty');
    const skipped = ready.order.parts.flatMap((part, index) =>
      part.kind === 'file' && part.path !== null && damaged.has(part.path)
        ? [{ part: index, code: 'documentDamaged' as const }]
        : [],
    );
    const half = path.join(scratchFolder, 'composed.pdf');
    const composed = await compose(
      { ...ready.order, wasmFile, output: half, producer, at: now() },
      { connect: composingHere, onWorking: () => undefined, signal, report: () => undefined, skipped },
    );
    if (!composed.ok) return composed;
    await fs.copyFile(half, target, fs.constants.COPYFILE_EXCL);
    await fs.chmod(target, 0o666 & ~process.umask());
    const leftOut = composed.value.leftOut.map(
      ({ part, code }) => failure(code, { file: ready.titles.get(part) ?? '' }).error,
    );
    return ok({ pages: composed.value.sheetCount, leftOut });
  } catch (error) {
    return diskFailure(error, target);
  }
}
