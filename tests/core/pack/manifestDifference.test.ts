import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../core/pack/manifest.ts';
import { manifestDifference } from '../../../core/pack/manifestDifference.ts';
import { longestRising } from '../../../core/pack/movedItems.ts';
import { richManifest } from '../../support/richManifest.ts';
import type { ItemSpec, ManifestSpec } from '../../support/testManifest.ts';
import { testId, testManifest } from '../../support/testManifest.ts';

const manifestOf = (spec: ManifestSpec): Manifest => ({ ...testManifest(spec).manifest, files: [] });
const item = (number: number, more: Partial<ItemSpec> = {}): ItemSpec => ({
  id: testId('item', number),
  number: String(number),
  title: `Punkt ${number}`,
  documents: [{ id: testId('document', number), title: `Handling ${number}` }],
  ...more,
});
const compare = (before: readonly ItemSpec[], after: readonly ItemSpec[]) =>
  manifestDifference(manifestOf({ agenda: before }), manifestOf({ agenda: after }));
const changesOf = (difference: ReturnType<typeof compare>): Record<string, string> =>
  Object.fromEntries(
    [...difference.items].map(([id, { change }]) => [Number.parseInt(id.slice(-4), 16), change]),
  );

describe('the difference between two revisions', () => {
  test('is nothing between a manifest and itself', () => {
    const difference = manifestDifference(richManifest, structuredClone(richManifest));
    const all = [
      ...difference.items.values(),
      ...difference.briefings.values(),
      ...difference.documents.values(),
    ];
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter(({ change }) => change !== 'none')).toEqual([]);
    expect(difference.withdrawnItems).toEqual([]);
    expect(difference.meeting).toEqual({
      movedFrom: null,
      cancelled: false,
      reinstated: false,
      previousTitle: null,
    });
  });

  test('tells new, changed, moved and withdrawn items apart', () => {
    const before = [item(1), item(2), item(3), item(4), item(5)];
    const after = [item(1), item(6), item(4), item(2, { proposedDecision: ['Avslag'] }), item(3)];
    const difference = compare(before, after);
    expect(changesOf(difference)).toEqual({ 1: 'none', 2: 'changed', 3: 'none', 4: 'moved', 6: 'new' });
    expect(difference.withdrawnItems.map(({ id }) => id)).toEqual([testId('item', 5)]);
    expect(difference.withdrawnDocuments.map(({ id }) => id)).toEqual([testId('document', 5)]);
  });

  test('does not call an item moved that a new one only pushed along, but tells its old number', () => {
    const difference = compare(
      [item(1), item(2)],
      [item(7, { number: '1' }), item(1, { number: '2' }), item(2, { number: '3' })],
    );
    expect(changesOf(difference)).toEqual({ 7: 'new', 1: 'none', 2: 'none' });
    expect(difference.items.get(testId('item', 1))?.previousNumber).toBe('1');
    expect(difference.items.get(testId('item', 7))?.previousNumber).toBeNull();
  });

  test('calls an item moved that went under another, but not its children', () => {
    const child = item(3);
    const difference = compare(
      [item(1), item(2, { children: [child] })],
      [item(1, { children: [item(2, { children: [child] })] })],
    );
    expect(changesOf(difference)).toEqual({ 1: 'none', 2: 'moved', 3: 'none' });
  });

  test.each<[string, Partial<ItemSpec>]>([
    ['title', { title: 'Ny titel' }],
    ['itemKind', { itemKind: 'information' }],
    ['registryNumber', { registryNumber: 'KS 2026/1' }],
    ['presenter', { presenter: 'Rut Falk' }],
    ['proposedDecision', { proposedDecision: ['Bifall'] }],
    ['conflicts', { conflicts: [{ person: testId('person', 1), policy: 'hide' }] }],
    ['documents', { documents: [{ id: testId('document', 1), bytes: Buffer.from('other') }] }],
    [
      'documents',
      { documents: [{ id: testId('document', 1), title: 'Nytt namn', bytes: Buffer.from('same') }] },
    ],
    ['documents', { documents: [] }],
  ])('tells that the %s of an item changed', (aspect, change) => {
    const keepsBytes = change.documents?.[0]?.title === 'Nytt namn';
    const before = keepsBytes
      ? item(1, { documents: [{ id: testId('document', 1), bytes: Buffer.from('same') }] })
      : item(1);
    const difference = compare([before], [item(1, change)]);
    expect(difference.items.get(testId('item', 1))).toMatchObject({ change: 'changed', aspects: [aspect] });
  });

  test('tells new, changed and renamed documents apart', () => {
    const old = (id: number) => ({
      id: testId('document', id),
      title: `D${id}`,
      bytes: Buffer.from(`${id}`),
      pageCount: 2,
    });
    const before = [
      item(1, { documents: [old(1), old(2), old(3), { ...old(4), pages: { from: 1, to: 2 } }] }),
    ];
    const after = [
      item(1, {
        documents: [
          old(1),
          { ...old(2), bytes: Buffer.from('other') },
          { ...old(3), title: 'Annat' },
          { ...old(4), pages: { from: 2, to: 3 } },
          old(5),
        ],
      }),
    ];
    const { documents } = compare(before, after);
    expect([...documents.values()].map(({ change }) => change)).toEqual([
      'none',
      'changed',
      'none',
      'changed',
      'new',
    ]);
    expect(documents.get(testId('document', 3))?.previousTitle).toBe('D3');
  });

  test('tells that a meeting was moved, cancelled and taken up again', () => {
    const from = manifestOf({});
    const moved = manifestOf({ meeting: { start: '2026-12-02T13:00:00+01:00', place: 'Kyrkbyn' } });
    const cancelled = manifestOf({ meeting: { state: 'cancelled' } });
    const sameMoment = manifestOf({ meeting: { start: '2026-12-01T12:00:00Z' } });
    expect(manifestDifference(from, moved).meeting.movedFrom).toEqual({
      start: from.meeting.start,
      place: from.meeting.place,
    });
    expect(manifestDifference(from, cancelled).meeting.cancelled).toBe(true);
    expect(manifestDifference(cancelled, from).meeting.reinstated).toBe(true);
    expect(manifestDifference(from, sameMoment).meeting.movedFrom).toBeNull();
  });
});

describe('a sealed item', () => {
  const slug = richManifest.agenda[3]?.sealed?.slug ?? '';
  const withNewHash = (name: string): Manifest => ({
    ...richManifest,
    files: richManifest.files.map((file) =>
      file.path === `sealed/${slug}/${name}` ? { ...file, sha256: 'a'.repeat(64) } : file,
    ),
  });
  const changeOf = (after: Manifest) =>
    manifestDifference(richManifest, after).items.get(richManifest.agenda[3]?.id ?? '')?.change;

  test('has changed when its ciphertext is another', () => {
    expect(changeOf(withNewHash('item.age'))).toBe('changed');
    expect(changeOf(withNewHash('0001.age'))).toBe('changed');
  });

  test('has not changed when only somebody more may open it', () => {
    expect(changeOf(withNewHash('key.age'))).toBe('none');
  });
});

test('the longest rising subsequence is rising and as long as can be', () => {
  const longest = (values: readonly number[]): number => {
    const lengths = values.map(() => 1);
    values.forEach((value, i) => {
      for (let k = 0; k < i; k += 1) {
        if ((values[k] ?? 0) < value) lengths[i] = Math.max(lengths[i] ?? 1, (lengths[k] ?? 0) + 1);
      }
    });
    return Math.max(0, ...lengths);
  };
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 100 }), { maxLength: 20 }), (values) => {
      const rising = values.filter((value) => longestRising(values).has(value));
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
      expect(rising).toHaveLength(longest(values));
    }),
    { seed: 1 },
  );
});
