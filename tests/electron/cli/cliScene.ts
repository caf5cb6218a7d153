import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { ageSealing } from '../../../electron/backup/sealing.ts';
import type { CliIo } from '../../../electron/cli/cliIo.ts';
import { runCli } from '../../../electron/cli/runCli.ts';
import { createCountPages } from '../../../electron/pdf/countPages.ts';
import type { TestPackSpec } from '../../support/packBuilder.ts';
import { buildTestPack } from '../../support/packBuilder.ts';
import { testId } from '../../support/testManifest.ts';

const countPages = createCountPages(
  path.join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
);

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export { newFolder } from '../library/profileScene.ts';

/** Runs `beredd …` in `folder`, in Swedish unless the environment or --lang says otherwise, at a fixed time. */
export async function beredd(
  folder: string,
  argv: readonly string[],
  env: CliIo['env'] = { LANG: 'sv_SE.UTF-8' },
): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  let ids = 0;
  const code = await runCli(argv, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    env,
    folder,
    version: '1.2.3',
    now: () => Date.parse('2026-11-24T12:00:00+01:00'),
    newId: () => testId('part', (ids += 1)),
    countPages,
    // The work factor of tests: the real one takes a second and 256 MB.
    sealing: ageSealing(10),
  });
  return { code, stdout, stderr };
}

/** What `--json` printed. */
export const jsonOf = ({ stdout }: CliRun): Record<string, unknown> => {
  const parsed: unknown = JSON.parse(stdout);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('not an object');
  return { ...parsed };
};

/** A run that went well and printed these lines. */
export const done = (lines: readonly string[]): CliRun => ({
  code: 0,
  stderr: '',
  stdout: `${lines.join('\n')}\n`,
});

/** Puts a pack with fixed ids and key under the given name. */
export async function somePack(folder: string, name = 'kallelse.beredd', spec: TestPackSpec = {}) {
  const pack = await buildTestPack(spec);
  await copyFile(pack.file, path.join(folder, name));
  return pack;
}
