import type { Manifest } from '../../core/pack/manifest.ts';
import { documentHolders, placedItems } from '../../core/pack/manifestWalk.ts';
import { packPages } from '../../core/pack/pageNumbers.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import { openPack } from '../packs/openPack.ts';
import type { OpenedPack } from '../packs/packs.ts';
import { verifyPack } from '../packs/verifyPack.ts';
import { agendaLines } from './agendaLines.ts';
import type { CliTexts } from './cliTexts.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { failed, fullPath, operand } from './command.ts';
import { extractPack } from './extractPack.ts';

const onePack = { options: [], needs: [], operands: { least: 1, most: 1 } } as const;

async function withPack(
  context: CommandContext,
  use: (pack: OpenedPack) => Promise<CommandResult>,
): Promise<CommandResult> {
  const opened = await openPack(fullPath(context, operand(context, 0)));
  if (!opened.ok) return failed(opened.error);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.close();
  }
}

const verify: Command = {
  ...onePack,
  words: ['pack', 'verify'],
  help: 'cli.help.packVerify',
  run: (context) =>
    withPack(context, async (pack) => {
      const report = await verifyPack(
        fullPath(context, operand(context, 0)),
        context.io.signal === undefined ? {} : { signal: context.io.signal },
      );
      if (!report.ok) return failed(report.error);
      const { damaged, documents, bytes } = report.value;
      const { text } = context.texts;
      const file = operand(context, 0);
      return {
        json: { ...packFacts(pack), bytes, carried: documents, damaged },
        lines: [
          ...(damaged.length === 0 ? [text('cli.packVerify.intact', { file, documents })] : []),
          ...issuerLines(pack, context.texts),
        ],
        errors: damaged.map((document) => ({
          code: 'packDocumentDamaged' as const,
          file,
          detail: { document },
        })),
      };
    }),
};

const show: Command = {
  ...onePack,
  words: ['pack', 'show'],
  help: 'cli.help.packShow',
  run: (context) =>
    withPack(context, async (pack) => ({
      json: { ...packFacts(pack), manifest: pack.manifest },
      lines: [
        ...meetingLines(pack.manifest, context.texts),
        ...issuerLines(pack, context.texts),
        '',
        ...agendaLines(pack.manifest, context.texts),
      ],
      errors: [],
    })),
};

const extract: Command = {
  ...onePack,
  words: ['pack', 'extract'],
  help: 'cli.help.packExtract',
  operands: { least: 2, most: 2 },
  run: (context) =>
    withPack(context, async (pack) => {
      const folder = fullPath(context, operand(context, 1));
      const { written, errors } = await extractPack(pack, folder, context.io.signal);
      return {
        json: { ...packFacts(pack), folder, files: written },
        lines: [
          context.texts.text('cli.packExtract.done', { count: written.length, folder: operand(context, 1) }),
        ],
        errors,
      };
    }),
};

function packFacts(pack: OpenedPack) {
  const { manifest, manifestSha256, issuerKey, rootKey } = pack;
  return {
    packId: manifest.pack.id,
    revision: manifest.pack.revision,
    supplementTo: manifest.pack.supplementTo?.revision ?? null,
    issued: manifest.pack.issued,
    meetingId: manifest.meeting.id,
    title: manifest.meeting.title,
    manifestSha256,
    issuerKey,
    rootKey,
    words: wordsOfKey(rootKey ?? issuerKey),
  };
}

function issuerLines({ manifest, issuerKey, rootKey }: OpenedPack, { text }: CliTexts): readonly string[] {
  const { issuer, pack } = manifest;
  return [
    text('cli.issuer', { ...issuer, issued: pack.issued, revision: pack.revision }),
    ...(pack.supplementTo === null
      ? []
      : [text('cli.supplementTo', { revision: pack.supplementTo.revision })]),
    text('cli.publicKey', { key: rootKey ?? issuerKey }),
    text('cli.words', { words: wordsOfKey(rootKey ?? issuerKey).join(' ') }),
    text('cli.keyIsClaim'),
  ];
}

function meetingLines(manifest: Manifest, { text }: CliTexts): readonly string[] {
  const { meeting, pack } = manifest;
  const documents = documentHolders(manifest).reduce((sum, holder) => sum + holder.documents.length, 0);
  return [
    meeting.title,
    `${meeting.body.name}, ${meeting.start}${meeting.place === null ? '' : `, ${meeting.place}`}`,
    ...(meeting.state === 'cancelled' ? [text('cli.cancelled')] : []),
    ...(pack.note === '' ? [] : [pack.note]),
    text('cli.counts', { items: placedItems(manifest).length, documents, pages: packPages(manifest).total }),
  ];
}

export const packReadCommands: readonly Command[] = [verify, show, extract];
