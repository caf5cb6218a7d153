import { beforeAll, describe, expect, test } from 'vitest';
import type { ContainerEntry } from '../../../core/pack/containerBytes.ts';
import { entryEnd, payloadOffset } from '../../../core/pack/containerBytes.ts';
import { isListedEntry } from '../../../core/pack/entryName.ts';
import { memorySource } from '../../../electron/packs/byteSource.ts';
import type { PackContents } from '../../../electron/packs/readContents.ts';
import { readContents } from '../../../electron/packs/readContents.ts';
import { verifyContents } from '../../../electron/packs/verifyPack.ts';
import { testPackBytes } from '../../support/packBuilder.ts';
import { checkPackBytes, entriesOf, valueOf } from '../../support/packReading.ts';

let pack: Uint8Array;
let entries: readonly ContainerEntry[];
let contents: PackContents;
beforeAll(async () => {
  pack = await testPackBytes({
    agenda: [
      { title: 'Budget', documents: [{ title: 'Budget', bytes: Buffer.from('%PDF-1.4 budget') }] },
      { title: 'Sekretessärende', sealed: {} },
    ],
  });
  entries = entriesOf(pack);
  contents = valueOf(await readContents(memorySource(pack)));
});

const isInPayload = (entry: ContainerEntry, at: number): boolean =>
  at >= payloadOffset(entry) && at < entryEnd(entry);

/** Runs `check` with each bit of each byte turned over, one at a time; where it said that nothing is wrong. */
async function undetectedFlips(
  positions: readonly number[],
  check: (flipped: Uint8Array, at: number) => Promise<boolean>,
): Promise<string[]> {
  const flipped = pack.slice();
  const undetected: string[] = [];
  for (const at of positions) {
    for (let bit = 0; bit < 8; bit += 1) {
      flipped[at] = (pack[at] ?? 0) ^ (1 << bit);
      if (!(await check(flipped, at))) undetected.push(`byte ${at} bit ${bit}`);
    }
    flipped[at] = pack[at] ?? 0;
  }
  return undetected;
}

const positionsWhere = (holds: (at: number) => boolean): number[] => [...pack.keys()].filter(holds);

describe('a pack with one bit turned over', () => {
  test('is refused wherever the bit stands outside the listed files', async () => {
    const listed = entries.filter(({ name }) => isListedEntry(name));
    const positions = positionsWhere((at) => !listed.some((entry) => isInPayload(entry, at)));
    expect(positions.length).toBeGreaterThan(3000);
    const undetected = await undetectedFlips(
      positions,
      async (flipped) => !(await checkPackBytes(flipped)).ok,
    );
    expect(undetected).toEqual([]);
  }, 60_000);

  // Opening does not look into these payloads, so its result is taken once and only the thorough level is repeated.
  test('names the file when the bit stands in one, and only that', async () => {
    const damagedName = (at: number): string | undefined =>
      entries.find((entry) => isInPayload(entry, at))?.name;
    const positions = positionsWhere((at) => isListedEntry(damagedName(at) ?? 'mimetype'));
    expect(positions.length).toBeGreaterThan(1000);
    const undetected = await undetectedFlips(positions, async (flipped, at) => {
      const report = await verifyContents(memorySource(flipped), contents);
      return report.ok && report.value.damaged.length === 1 && report.value.damaged[0] === damagedName(at);
    });
    expect(undetected).toEqual([]);
  }, 60_000);
});
