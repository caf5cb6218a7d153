import { expect, test } from 'vitest';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';
import { manifestBytes, parseManifest } from '../../core/pack/parseManifest.ts';
import { buildTestPack } from '../support/packBuilder.ts';
import { mutateBytes } from './mutateBytes.ts';
import type { Random } from './seededRandom.ts';
import { fuzzRun, seededRandom } from './seededRandom.ts';

const hostileValues: readonly unknown[] = [
  null, '', 'x', ' ', '\u202e', '\ud800', '../..', 0, -1, 1e308, 0.5, 9007199254740993, true, [], {}, [[]],
  { __proto__: null }, 'constructor', '2026-02-30', '2026-12-02T25:00:00Z', 'a'.repeat(100_000),
]; // prettier-ignore

test('a signed but wrong manifest is refused with a rule and a path, and an accepted one round-trips', async () => {
  const { manifest } = await buildTestPack();
  const text = new TextDecoder().decode(manifestBytes(manifest));
  const end = Date.now() + fuzzRun.milliseconds / 2;
  let accepted = 0;
  let seed = fuzzRun.seed;
  for (; Date.now() < end; seed += 1) {
    const random = seededRandom(seed);
    const bytes =
      random.below(3) === 0
        ? mutateBytes(new TextEncoder().encode(text), random)
        : changedTree(JSON.parse(text), random);
    const parsed = parseManifest(bytes);
    if (parsed.ok) {
      accepted += 1;
      expect(Buffer.compare(manifestBytes(parsed.value), bytes), `seed ${seed}`).toBe(0);
    } else {
      expect(['packManifest', 'packNewer'], `seed ${seed}`).toContain(parsed.error.code);
    }
  }
  console.log(`manifests tried: ${seed - fuzzRun.seed}, still valid: ${accepted}`);
});

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Replaces, removes or adds one value somewhere in the tree and writes it canonically again. */
function changedTree(root: unknown, random: Random): Uint8Array {
  if (!isTree(root)) throw new TypeError('a manifest is an object');
  let at: Tree = root;
  for (let depth = random.below(6); depth > 0; depth -= 1) {
    const inner: Tree[] = Object.values(at).filter(isTree);
    if (inner.length === 0) break;
    at = random.pick(inner);
  }
  const key = random.pick([...Object.keys(at), 'extra']);
  if (Array.isArray(at)) at.splice(random.below(at.length + 1), random.below(2), random.pick(hostileValues));
  else if (random.below(4) === 0) delete at[key];
  else at[key] = random.pick(hostileValues);
  return Buffer.from(canonicalJson(root).replaceAll('\\ud800', '\ud800'));
}
