import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLocalHeader, parseDirectory, parseEndRecord } from '../../../core/pack/container.ts';
import type { ContainerEntry } from '../../../core/pack/containerBytes.ts';
import { directoryAndEnd, entryEnd, localHeader } from '../../../core/pack/containerBytes.ts';
import { entryNameFault } from '../../../core/pack/entryName.ts';
import { failureOf, valueOf } from '../../support/packReading.ts';

const head = ['mimetype', 'README.txt'];
const tail = ['META-INF/issuer.pub', 'META-INF/manifest.json', 'META-INF/manifest.json.minisig'];
const part = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const documentName = fc
  .tuple(fc.constantFrom('docs', 'sealed'), part, part)
  .map((parts) => parts.join('/'))
  .filter((name) => entryNameFault(name) === null);

function placed(names: readonly string[], sizes: readonly number[]): ContainerEntry[] {
  let offset = 0;
  return names.map((name, i) => {
    const entry = { name, size: sizes[i % sizes.length] ?? 0, crc32: (i * 2654435761) >>> 0, offset };
    offset = entryEnd(entry);
    return entry;
  });
}

test('a directory comes back as it was written', () => {
  const documents = fc.uniqueArray(documentName, { maxLength: 30 });
  const sizes = fc.array(fc.nat({ max: 100_000_000 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(documents, sizes, (names, lengths) => {
      const entries = placed([...head, ...names, ...tail], lengths);
      const directoryOffset = entryEnd(entries.at(-1) ?? { name: '', size: 0, crc32: 0, offset: 0 });
      const bytes = directoryAndEnd(entries, directoryOffset);
      const end = valueOf(parseEndRecord(bytes.subarray(-22), directoryOffset + bytes.length));
      expect(valueOf(parseDirectory(bytes.subarray(0, -22), end))).toEqual(entries);
      for (const entry of entries) valueOf(checkLocalHeader(localHeader(entry), entry));
    }),
    { seed: 1 },
  );
});

test('a file of more than 3.9 GB is refused before anything in it is believed', () => {
  const end = directoryAndEnd([], 0);
  expect(failureOf(parseEndRecord(end, 3_900_000_001)).code).toBe('packTooLarge');
});

test('names of devices are refused wherever Windows would see one', () => {
  for (const name of [
    'docs/con/a',
    'docs/x/nul',
    'docs/x/lpt9.pdf',
    'sealed/aux/key.age',
    'docs/x/com0.a.b',
  ]) {
    expect(entryNameFault(name)).toBe('entry-name-reserved');
  }
  for (const name of ['docs/console/a', 'docs/x/nully.pdf', 'docs/x/com10.pdf', 'docs/x/a.con']) {
    expect(entryNameFault(name)).toBeNull();
  }
});
