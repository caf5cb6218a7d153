import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportProposal, ProposedDocument } from '../../core/agendaImport/proposal.ts';
import { certaintyWord } from '../../core/agendaImport/reviewEdits.ts';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { decodedText } from '../agendaImport/agendaFile.ts';
import { runImportOrder } from '../agendaImport/importClient.ts';
import { importHere } from '../agendaImport/importHere.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import type { CliTexts } from './cliTexts.ts';
import type { Command, CommandContext } from './command.ts';
import { failed, fullPath } from './command.ts';

/** What an import would make of files, without a draft and without copying anything. */
export const draftProposeCommand: Command = {
  words: ['draft', 'propose'],
  help: 'cli.help.draftPropose',
  options: ['agenda'],
  needs: [],
  operands: { least: 1, most: 1000 },
  run: async (context) => {
    const agenda = await pastedAgenda(context);
    if (!agenda.ok) return failed(agenda.error);
    const folder = await mkdtemp(path.join(tmpdir(), 'beredd-import-'));
    try {
      const outcome = await runImportOrder(
        {
          paths: context.operands.map((each) => fullPath(context, each)),
          folder,
          temporary: path.join(folder, 'temporary'),
          wasmFile: pdfiumFile(),
          bytes: 'stay',
          proposal: { pastedAgenda: agenda.value, existing: [] },
          office: null,
        },
        {
          connect: importHere,
          signal: context.io.signal ?? new AbortController().signal,
          onProgress: () => undefined,
          onWrote: () => undefined,
          render: null,
          report: (error) => context.io.stderr(`${String(error)}\n`),
        },
      );
      if (!outcome.ok) return failed(outcome.error);
      if (outcome.value.kind !== 'proposed') return failed({ code: 'unexpected' });
      const { proposal } = outcome.value;
      return { json: { proposal }, lines: linesOf(proposal, context.texts), errors: [] };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function pastedAgenda(context: CommandContext): Promise<Result<string | null>> {
  const { agenda } = context.line.values;
  if (agenda === undefined) return ok(null);
  try {
    return ok(decodedText(await readFile(fullPath(context, agenda))));
  } catch {
    return failure('importGone', { file: agenda });
  }
}

function linesOf(proposal: ImportProposal, { text }: CliTexts): readonly string[] {
  const documents = (list: readonly ProposedDocument[]): readonly string[] =>
    list.map((document) => {
      const { title, pages } = document;
      const range = pages === null ? '' : ` (${pages.from}–${pages.to})`;
      return `    ${title}${range} – ${text(`cli.draftPropose.${certaintyWord(document)}`)}`;
    });
  return [
    ...proposal.items.flatMap(({ number, title, documents: own }) => [
      number === null ? title : `${number} ${title}`,
      ...documents(own),
    ]),
    ...(proposal.unplaced.length === 0
      ? []
      : [text('cli.draftPropose.unplaced'), ...proposal.unplaced.map(({ title }) => `    ${title}`)]),
    text('cli.draftPropose.sum', {
      items: proposal.items.length,
      documents:
        proposal.items.reduce((sum, item) => sum + item.documents.length, 0) + proposal.unplaced.length,
      leftOut: proposal.leftOut.length,
    }),
  ];
}
