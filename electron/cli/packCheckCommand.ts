import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { pdfiumFile } from '../pdf/loadPdfium.ts';
import { checkOnce, draftOnDisk, type CheckedDraft } from '../preflight/checkedDraft.ts';
import { folderDraft } from '../preflight/folderDraft.ts';
import { createPreflightReader, preflightHere } from '../preflight/preflightReader.ts';
import type { Command, CommandContext } from './command.ts';
import { failed, fullPath, operand } from './command.ts';
import { findingWords } from './findingWords.ts';

/** Pre-flight of a folder to build from, or of a draft of a profile. */
export const packCheckCommand: Command = {
  words: ['pack', 'check'],
  help: 'cli.help.packCheck',
  options: [],
  needs: [],
  operands: { least: 1, most: 1 },
  run: async (context) => {
    const { io, texts } = context;
    const checked = await draftToCheck(context);
    if (!checked.ok) return failed(checked.error);
    const reader = createPreflightReader({ connect: preflightHere, wasmFile: pdfiumFile() });
    const all = await checkOnce(checked.value, { reader, now: io.now });
    const findings = all
      .filter(({ accepted }) => !accepted)
      .map((finding) => ({ finding, words: findingWords(finding, checked.value.draft, texts) }));
    const file = operand(context, 0);
    const errors = findings.filter(({ finding }) => finding.severity === 'error').length;
    const warnings = findings.length - errors;
    const { locked } = checked.value;
    return {
      json: {
        file: fullPath(context, file),
        findings: findings.map(({ finding, words }) => ({ ...finding, ...words })),
        errorCount: errors,
        warningCount: warnings,
        notChecked: locked.size,
      },
      lines: [
        ...findings.map(({ words }) => texts.text('cli.packCheck.line', { ...words })),
        findings.length === 0
          ? texts.text('cli.packCheck.ready', { file })
          : texts.text('cli.packCheck.sum', { file, errors, warnings }),
      ],
      errors: [],
      refused: errors > 0,
      warnings: locked.size === 0 ? [] : [texts.text('cli.packCheck.locked', { count: locked.size })],
    };
  },
};

async function draftToCheck(context: CommandContext): Promise<Result<CheckedDraft>> {
  const given = fullPath(context, operand(context, 0));
  const inFolder = path.join(given, 'draft.json');
  if (await isFile(inFolder)) return draftOnDisk(inFolder);
  return (await isFile(given)) ? draftOnDisk(given) : folderDraft(given, context.io.newId);
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
