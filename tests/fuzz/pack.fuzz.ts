import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { memorySource } from '../../electron/packs/byteSource.ts';
import { readContents } from '../../electron/packs/readContents.ts';
import { verifyContents } from '../../electron/packs/verifyPack.ts';
import { buildTestPack } from '../support/packBuilder.ts';
import { mutateBytes } from './mutateBytes.ts';
import { fuzzRun, seededRandom } from './seededRandom.ts';

test('a pack that was changed anywhere is refused or names the damaged document, and never throws', async () => {
  const pack = await buildTestPack({
    agenda: [
      { title: 'Detaljplan', documents: [{ title: 'Planbeskrivning' }, { title: 'Plankarta' }] },
      { title: 'Sekretessärende', sealed: {} },
    ],
  });
  const original = new Uint8Array(await readFile(pack.file));
  const end = Date.now() + fuzzRun.milliseconds;
  const refusals = new Map<string, number>();
  let seed = fuzzRun.seed;
  for (; Date.now() < end; seed += 1) {
    const changed = mutateBytes(original, seededRandom(seed));
    if (Buffer.compare(changed, original) === 0) continue;
    const outcome = await outcomeOf(changed).catch((cause: unknown) => {
      throw new Error(`seed ${seed} throws`, { cause });
    });
    expect(outcome, `seed ${seed}`).not.toBe('accepted');
    refusals.set(outcome, (refusals.get(outcome) ?? 0) + 1);
  }
  console.log(`packs tried: ${seed - fuzzRun.seed}`, Object.fromEntries(refusals));
});

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const source = memorySource(bytes);
  const contents = await readContents(source);
  if (!contents.ok) return contents.error.code;
  const report = await verifyContents(source, contents.value);
  if (!report.ok) return report.error.code;
  return report.value.damaged.length > 0 ? 'damaged document named' : 'accepted';
}
