import { readdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Draft } from '../../../core/draft/draft.ts';
import { applyEdit } from '../../../core/draft/applyEdit.ts';
import type { DraftView } from '../../../core/draft/draftViews.ts';
import { failure, ok } from '../../../core/errors.ts';
import { createImportJobs } from '../../../electron/agendaImport/createImportJobs.ts';
import { importHere } from '../../../electron/agendaImport/importHere.ts';
import type { ImportJobs } from '../../../electron/agendaImport/importJobs.ts';
import { pdfiumFile } from '../../../electron/pdf/loadPdfium.ts';
import { sampleDraft } from '../../support/draftBuilders.ts';

export interface ImportBench {
  readonly jobs: ImportJobs;
  /** Where the test lays its files. */
  readonly folder: string;
  readonly draft: () => Draft;
  readonly draftId: string;
  /** Names in the draft's folder of files. */
  readonly kept: () => readonly string[];
  readonly sealed: string[];
  readonly progress: string[];
  readonly put: (name: string, bytes: Uint8Array | string) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Imports into a draft in memory, its files on disk. `office`: a program that stands for LibreOffice. */
export async function importBench(
  options: {
    office?: string;
    draft?: Draft;
    render?: (html: string) => Promise<Uint8Array | null>;
    onReading?: (file: string) => void;
  } = {},
): Promise<ImportBench> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'beredd-import-'));
  const folder = path.join(root, 'from');
  const files = path.join(root, 'files');
  await fs.mkdir(folder);
  await fs.mkdir(files);
  let draft = options.draft ?? sampleDraft({ items: [], files: [] });
  const sealed: string[] = [];
  const progress: string[] = [];
  const view = (): DraftView => ({
    draft,
    findings: [],
    canUndo: false,
    canRedo: false,
    undoes: null,
    redoes: null,
    lockedItems: [],
    recovered: null,
  });
  const jobs = createImportJobs({
    drafts: {
      draft: (id) => Promise.resolve(id === draft.id ? ok(draft) : failure('draftUnknown')),
      open: () => Promise.resolve(ok(view())),
      filesFolder: () => files,
      edit: (_id, edit) => {
        const edited = applyEdit(draft, edit);
        if (edited.ok) draft = edited.value;
        return Promise.resolve(edited.ok ? ok(view()) : edited);
      },
      sealFile: (_id, { sha256 }) => {
        sealed.push(sha256);
        return Promise.resolve(ok(undefined));
      },
    },
    connect: importHere,
    wasmFile: pdfiumFile(),
    temporaryFolder: path.join(root, 'temp'),
    office: options.office ?? path.join(root, 'no-office'),
    render: options.render ?? null,
    onProgress: ({ phase, file }) => {
      progress.push(file === null ? phase : `${phase} ${file}`);
      if (phase === 'reading' && file !== null) options.onReading?.(file);
    },
    report: (error) => {
      throw error;
    },
  });
  return {
    jobs,
    folder,
    draft: () => draft,
    draftId: draft.id,
    kept: () => readdirSync(files).toSorted(),
    sealed,
    progress,
    put: async (name, bytes) => {
      const file = path.join(folder, name);
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(file, bytes);
      return file;
    },
    end: async () => {
      await jobs.close();
      await fs.rm(root, { recursive: true, force: true });
    },
  };
}
