import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import { isInstant } from '../../core/pack/calendar.ts';
import { documentHolders, placedItems } from '../../core/pack/manifestWalk.ts';
import { packPages } from '../../core/pack/pageNumbers.ts';
import { readKeyFile } from '../crypto/keyFile.ts';
import { wordsOfKey } from '../library/wordsOfKey.ts';
import type { PreviousRevision } from '../packs/buildFolder.ts';
import { buildFolder } from '../packs/buildFolder.ts';
import { openPack } from '../packs/openPack.ts';
import { writePack } from '../packs/writePack.ts';
import type { Command, CommandContext } from './command.ts';
import { failed, fullPath, needed, operand } from './command.ts';
import { UsageError } from './commandLine.ts';
import { localInstant } from './localInstant.ts';
import { readPassphrase } from './passphrase.ts';

export const packBuildCommand: Command = {
  words: ['pack', 'build'],
  help: 'cli.help.packBuild',
  options: ['output', 'key', 'previous', 'supplement', 'issued', 'passphrase-file'],
  needs: ['output', 'key'],
  operands: { least: 1, most: 1 },
  run: async (context) => {
    const { io, line, texts } = context;
    const target = fullPath(context, needed(context, 'output'));
    const supplement = line.flags.has('supplement');
    if (supplement && line.values.previous === undefined) {
      throw new UsageError('cli.usage.supplementAlone');
    }
    const issued = line.values.issued ?? localInstant(new Date(io.now()));
    if (!isInstant(issued)) throw new UsageError('cli.usage.instant', { value: issued });
    const passphrase = await readPassphrase(context);
    if (!passphrase.ok) return failed(passphrase.error);
    const signer = await readKeyFile(fullPath(context, needed(context, 'key')), passphrase.value);
    if (!signer.ok) return failed(signer.error);
    const previous = await readPrevious(context, target);
    if (!previous.ok) return failed(previous.error);
    const key = signer.value.publicKey.line;
    const built = await buildFolder({
      folder: fullPath(context, operand(context, 0)),
      previous: previous.value?.revision ?? null,
      supplement,
      issued,
      newId: io.newId,
      countPages: io.countPages,
    });
    if (!built.ok) return failed(built.error);
    const { manifest, sources, notCarried, notIncluded } = built.value;
    const written = await writePack(
      target,
      { manifest, sources, notCarried, signer: signer.value },
      io.signal === undefined ? {} : { signal: io.signal },
    );
    if (!written.ok) return failed(written.error);
    const facts = {
      file: needed(context, 'output'),
      revision: manifest.pack.revision,
      items: placedItems(manifest).length,
      documents: documentHolders(manifest).reduce((sum, holder) => sum + holder.documents.length, 0),
      pages: packPages(manifest).total,
    };
    return {
      json: {
        ...facts,
        file: target,
        packId: manifest.pack.id,
        meetingId: manifest.meeting.id,
        manifestSha256: written.value.manifestSha256,
        bytes: written.value.bytes,
        carried: sources.length,
        supplementTo: manifest.pack.supplementTo?.revision ?? null,
        issuerKey: key,
        notIncluded,
      },
      lines: [
        texts.text('cli.packBuild.written', { ...facts, ...sizeWords(written.value.bytes) }),
        ...(supplement
          ? [
              texts.text('cli.packBuild.supplement', {
                revision: facts.revision - 1,
                carried: sources.length,
              }),
            ]
          : []),
        texts.text('cli.words', { words: wordsOfKey(key).join(' ') }),
      ],
      errors: [],
      warnings: [
        ...notIncluded.map((name) => texts.text('cli.packBuild.notIncluded', { file: name })),
        ...(previous.value === null || previous.value.issuerKey === key
          ? []
          : [texts.text('cli.packBuild.otherKey')]),
      ],
    };
  },
};

const sizeWords = (bytes: number): { readonly unit: 'MB' | 'kB'; readonly size: number } =>
  bytes < 1e6 ? { unit: 'kB', size: Math.ceil(bytes / 1e3) } : { unit: 'MB', size: bytes / 1e6 };

interface PreviousPack {
  readonly revision: PreviousRevision;
  readonly issuerKey: string;
}

async function readPrevious(context: CommandContext, target: string): Promise<Result<PreviousPack | null>> {
  const { previous } = context.line.values;
  if (previous === undefined) return ok(null);
  const file = fullPath(context, previous);
  // The new revision must not take the place of the one it builds on.
  if (await isSameFile(file, target)) return failure('fileExists', { file: path.basename(target) });
  const opened = await openPack(file);
  if (!opened.ok) return opened;
  const { manifest, manifestSha256, issuerKey } = opened.value;
  await opened.value.close();
  return ok({ revision: { manifest, manifestSha256 }, issuerKey });
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const real = (file: string): Promise<string> => fs.realpath(file).catch(() => path.resolve(file));
  return (await real(a)) === (await real(b));
}
