import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { AgendaEntry } from '../../core/agendaImport/agendaEntry.ts';
import { describeName } from '../../core/agendaImport/describedDocument.ts';
import { takeImportEdit } from '../../core/agendaImport/takeImportEdit.ts';
import type { DraftDocument } from '../../core/draft/draft.ts';
import type { DraftProgress } from '../../core/draft/draftViews.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import { runImportOrder } from './importClient.ts';
import type { ImportDrafts, ImportJobs } from './importJobs.ts';
import type { ImportOutcome } from './importMessages.ts';
import {
  contentsOf,
  documentWith,
  entriesOf,
  isSealedItem,
  itemOfDocument,
  mutableEntry,
} from './itemsOfDraft.ts';

export interface ImportJobsParts {
  readonly drafts: ImportDrafts;
  readonly connect: () => PackChannel;
  readonly wasmFile: string;
  /** For what is unpacked and converted on the way; a folder of the profile. */
  readonly temporaryFolder: string;
  /** LibreOffice's program; null to look for it. */
  readonly office: string | null;
  readonly render: ((html: string) => Promise<Uint8Array | null>) | null;
  readonly onProgress: (progress: DraftProgress) => void;
  readonly report: (error: unknown) => void;
}

type Outcome<K extends ImportOutcome['kind']> = Extract<ImportOutcome, { kind: K }>;
type Asked = {
  readonly job: string;
  readonly signal: AbortSignal;
  readonly draftId: string;
  readonly paths: readonly string[];
  readonly bytes: 'copy' | 'stay';
  readonly proposal: {
    readonly pastedAgenda: string | null;
    readonly existing: readonly AgendaEntry[];
  } | null;
};

export function createImportJobs(parts: ImportJobsParts): ImportJobs {
  const { drafts } = parts;
  const running = new Map<string, AbortController>();
  /** Bytes that lie with a draft because of proposals nobody has answered yet. */
  const pending = new Map<string, Set<string>>();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: each may fill memory and disk. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** Known by its name from the first moment, so that it can be cancelled before it has begun. */
  const asJob = async <T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    running.set(job, controller);
    try {
      return await work(controller.signal);
    } finally {
      running.delete(job);
    }
  };

  const run = (asked: Asked): Promise<Result<ImportOutcome>> =>
    inTurn(async () => {
      const outcome = await runImportOrder(
        {
          paths: [...asked.paths],
          folder: drafts.filesFolder(asked.draftId),
          temporary: path.join(parts.temporaryFolder, `import-${randomUUID()}`),
          wasmFile: parts.wasmFile,
          bytes: asked.bytes,
          proposal:
            asked.proposal === null
              ? null
              : { ...asked.proposal, existing: asked.proposal.existing.map(mutableEntry) },
          office: parts.office,
        },
        {
          connect: parts.connect,
          signal: asked.signal,
          onProgress: ({ phase, done, total, file }) =>
            parts.onProgress({ job: asked.job, phase, done, total, file }),
          onWrote: (sha256) => remember(asked.draftId, sha256),
          render: parts.render,
          report: parts.report,
        },
      );
      if (!outcome.ok) await forget(asked.draftId);
      return outcome;
    });

  const remember = (draftId: string, sha256: string): void => {
    const known = pending.get(draftId) ?? new Set();
    known.add(sha256);
    pending.set(draftId, known);
  };

  /** Removes what was written for a proposal and is used by no document of the draft. */
  const forget = async (draftId: string): Promise<void> => {
    const written = pending.get(draftId) ?? new Set();
    pending.delete(draftId);
    const draft = await drafts.draft(draftId);
    const used = new Set(draft.ok ? contentsOf(draft.value) : []);
    for (const sha256 of written)
      if (!used.has(sha256)) await fs.rm(path.join(drafts.filesFolder(draftId), sha256), { force: true });
  };

  /** Files of a sealed item are handed over where they lie: they are never written down in plain. */
  const taken = async (asked: Omit<Asked, 'proposal'>): Promise<Result<Outcome<'taken'>>> => {
    const outcome = await run({ ...asked, proposal: null });
    if (!outcome.ok) return outcome;
    if (outcome.value.kind !== 'taken') return failure('unexpected');
    for (const { file, source } of outcome.value.files) {
      const sealed = source === null ? ok(undefined) : await drafts.sealFile(asked.draftId, file, source);
      if (!sealed.ok) return sealed;
    }
    return ok(outcome.value);
  };

  const propose = async (
    { job, draftId, paths, pastedAgenda }: Parameters<ImportJobs['propose']>[0],
    signal: AbortSignal,
  ): ReturnType<ImportJobs['propose']> => {
    const draft = await drafts.draft(draftId);
    if (!draft.ok) return draft;
    await forget(draftId);
    const proposal = { pastedAgenda, existing: entriesOf(draft.value.items, 0) };
    const outcome = await run({ job, signal, draftId, paths, bytes: 'copy', proposal });
    if (!outcome.ok) return outcome;
    return outcome.value.kind === 'proposed' ? ok(outcome.value.proposal) : failure('unexpected');
  };

  const addFiles = async (
    { job, draftId, itemId, at, paths }: Parameters<ImportJobs['addFiles']>[0],
    signal: AbortSignal,
  ): ReturnType<ImportJobs['addFiles']> => {
    const draft = await drafts.draft(draftId);
    if (!draft.ok) return draft;
    const bytes = isSealedItem(draft.value.items, itemId) ? 'stay' : 'copy';
    const outcome = await taken({ job, signal, draftId, paths, bytes });
    if (!outcome.ok) return outcome;
    const files = outcome.value.files.map(({ file }) => file);
    const documents = outcome.value.files.map(({ file, path: relative }): DraftDocument => {
      const { title, documentKind } = describeName(relative);
      return documentWith(randomUUID(), title, documentKind, file.sha256);
    });
    const view = await drafts.edit(draftId, { do: 'addDocuments', itemId, at, documents, files });
    await forget(draftId);
    return view;
  };

  const replaceFile = async (
    { job, draftId, documentId, path: chosen }: Parameters<ImportJobs['replaceFile']>[0],
    signal: AbortSignal,
  ): ReturnType<ImportJobs['replaceFile']> => {
    const draft = await drafts.draft(draftId);
    if (!draft.ok) return draft;
    const holder = itemOfDocument(draft.value.items, documentId);
    const bytes = holder !== null && isSealedItem(draft.value.items, holder.id) ? 'stay' : 'copy';
    const outcome = await taken({ job, signal, draftId, paths: [chosen], bytes });
    if (!outcome.ok) return outcome;
    const [first] = outcome.value.files;
    const view =
      first === undefined || outcome.value.files.length > 1
        ? failure('importNothing', { detail: { rule: 'one-file' } })
        : await drafts.edit(draftId, { do: 'replaceFile', documentId, file: first.file, pages: null });
    await forget(draftId);
    return view;
  };

  const accept: ImportJobs['accept'] = async ({ draftId, proposal }) => {
    const draft = await drafts.draft(draftId);
    if (!draft.ok) return draft;
    const edit = takeImportEdit(draft.value, proposal);
    const edited = edit === null ? null : await drafts.edit(draftId, edit);
    if (edited?.ok === false) return edited;
    await forget(draftId);
    return drafts.open(draftId);
  };

  return {
    propose: (order) => asJob(order.job, (signal) => propose(order, signal)),
    accept,
    addFiles: (order) => asJob(order.job, (signal) => addFiles(order, signal)),
    replaceFile: (order) => asJob(order.job, (signal) => replaceFile(order, signal)),
    cancel: (job) => running.get(job)?.abort(),
    close: async () => {
      for (const controller of running.values()) controller.abort();
      await last;
    },
  };
}
