import { beforeAll, describe, expect, test } from 'vitest';
import { payloadOffset } from '../../../core/pack/containerBytes.ts';
import { testPackBytes } from '../../support/packBuilder.ts';
import { checkPackBytes, entriesOf, failureOf, valueOf } from '../../support/packReading.ts';
import type { RawEnd, RawEntry, RawFields } from '../../support/rawZip.ts';
import { deflated, rawZip } from '../../support/rawZip.ts';

let sound: readonly RawEntry[];
beforeAll(async () => {
  const pack = await testPackBytes();
  sound = entriesOf(pack).map((entry) => {
    const start = payloadOffset(entry);
    return { name: entry.name, bytes: pack.slice(start, start + entry.size) };
  });
});

/** What becomes of the entries of a sound pack. */
type Twist = (entries: RawEntry[]) => readonly RawEntry[];

const first = 0;
const readme = 1;
const document = 2;
const signature = 6;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const at =
  (index: number, change: (entry: RawEntry) => Partial<RawEntry>): Twist =>
  (entries) =>
    entries.map((entry, i) => (i === index ? { ...entry, ...change(entry) } : entry));
const both = (index: number, fields: RawFields): Twist =>
  at(index, () => ({ local: fields, central: fields }));
const central = (index: number, fields: RawFields): Twist => at(index, () => ({ central: fields }));
const local = (index: number, fields: RawFields): Twist => at(index, () => ({ local: fields }));
const renamed = (name: string): Twist => at(document, () => ({ name }));
const insert =
  (index: number, ...more: RawEntry[]): Twist =>
  (entries) => [...entries.slice(0, index), ...more, ...entries.slice(index)];
const without =
  (index: number): Twist =>
  (entries) =>
    entries.filter((_, i) => i !== index);
const swapped =
  (a: number, b: number): Twist =>
  (entries) =>
    entries.map((entry, i) => entries[i === a ? b : i === b ? a : i] ?? entry);
const asIs: Twist = (entries) => entries;

const zip64Extra = bytes(1, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
const unicodePathExtra = bytes(0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, 0x61, 0x62, 0x63, 0x64);
const unixExtra = bytes(0x55, 0x54, 5, 0, 1, 0, 0, 0, 0);
const descriptor = bytes(0x50, 0x4b, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const stray: RawEntry = { name: 'docs/x/stray.pdf', bytes: bytes(1, 2, 3) };

type Row = readonly [name: string, rule: string, twist: Twist, end?: RawEnd];

const withEnd = ([name, rule, twist, end = {}]: Row): [string, string, Twist, RawEnd] => [
  name,
  rule,
  twist,
  end,
];

const rows: readonly Row[] = [
  ['an extra field in the directory', 'entry-extra', central(document, { extra: unixExtra })],
  ['an extra field in a local header', 'entry-position', local(document, { extra: unixExtra })],
  ['a ZIP64 extra field in both', 'entry-extra', both(document, { extra: zip64Extra })],
  ['a Unicode path that names another file', 'entry-extra', central(document, { extra: unicodePathExtra })],
  [
    'sizes that point to ZIP64',
    'entry-size',
    both(document, { size: 0xffffffff, compressedSize: 0xffffffff }),
  ],
  ['an offset that points to ZIP64', 'entry-position', central(document, { offset: 0xffffffff })],
  ['an entry comment', 'entry-comment', central(document, { comment: bytes(0x68, 0x69) })],
  ['an archive comment', 'bytes-after-end', asIs, { comment: Buffer.from('hello') }],
  [
    'an archive comment that holds a second end record',
    'bytes-before-start',
    asIs,
    { comment: Buffer.from('504b0506000000000000000000000000000000000000', 'hex') },
  ],
  [
    'a data descriptor',
    'entry-flags',
    at(document, () => ({ local: { flags: 8 }, central: { flags: 8 }, after: descriptor })),
  ],
  ['a data descriptor without its flag', 'entry-position', at(document, () => ({ after: descriptor }))],
  ['the encryption flag', 'entry-flags', both(document, { flags: 1 })],
  ['the UTF-8 flag', 'entry-flags', both(document, { flags: 0x800 })],
  ['flags only in the local header', 'local-header', local(document, { flags: 0x800 })],
  ['a deflated entry', 'entry-version', at(document, deflated)],
  ['the deflate method on stored bytes', 'entry-compressed', both(document, { method: 8 })],
  ['the deflate method only in the local header', 'local-header', local(document, { method: 8 })],
  ['an unknown method', 'entry-compressed', both(document, { method: 99 })],
  ['another version made by', 'entry-version', central(document, { madeBy: 20 })],
  ['a Unix host', 'entry-version', central(document, { madeBy: 0x031e })],
  ['another version needed', 'entry-version', both(document, { needed: 45 })],
  ['a DOS time', 'entry-time', both(document, { time: 0x6000 })],
  ['a DOS date', 'entry-time', both(document, { date: 0x5a21 })],
  ['a time only in the local header', 'local-header', local(document, { time: 1 })],
  ['a symbolic link', 'entry-version', central(document, { madeBy: 0x030a, externalAttributes: 0xa1ff0000 })],
  [
    'a symbolic link that says host 0',
    'entry-attributes',
    central(document, { externalAttributes: 0xa1ff0000 }),
  ],
  ['a directory attribute', 'entry-attributes', central(document, { externalAttributes: 0x10 })],
  ['a text attribute', 'entry-attributes', central(document, { internalAttributes: 1 })],
  ['an entry on another disk', 'entry-disk', central(document, { disk: 1 })],
  ['a directory entry', 'entry-name', insert(document, { name: 'docs/x/', bytes: bytes() })],
  ['a traversal', 'entry-name', renamed('docs/../../etc-passwd')],
  ['two dots inside a name', 'entry-name', renamed('docs/x/a..pdf')],
  ['an absolute path', 'entry-name', renamed('/docs/x/a.pdf')],
  ['a drive letter', 'entry-name', renamed('c:/docs/a.pdf')],
  ['backslashes', 'entry-name', renamed('docs\\x\\a.pdf')],
  ['capital letters', 'entry-name', renamed('docs/x/A.pdf')],
  ['a name that ends with a dot', 'entry-name', renamed('docs/x/a.')],
  ['a name with a space', 'entry-name', renamed('docs/x/a b.pdf')],
  ['a name with a NUL', 'entry-name', renamed('docs/x/a.pdf\u0000.exe')],
  ['a name with a line break at its end', 'entry-name', renamed('docs/x/a.pdf\n')],
  ['a name in UTF-8', 'entry-name', renamed('docs/x/å.pdf')],
  ['an empty name', 'entry-name', renamed('')],
  ['a very long name', 'entry-name', renamed(`docs/x/${'a'.repeat(60_000)}`)],
  ['one folder too many', 'entry-name', renamed('docs/x/y/a.pdf')],
  ['a document beside the folders', 'entry-name', renamed('docs/a.pdf')],
  ['a device name', 'entry-name-reserved', renamed('docs/x/con.pdf')],
  ['a device name as folder', 'entry-name-reserved', renamed('docs/nul/a.pdf')],
  ['a device name before two dots', 'entry-name-reserved', renamed('docs/x/com1.tar.gz')],
  ['another name in the local header', 'entry-position', local(document, { name: 'docs/x/other.pdf' })],
  [
    'a local name of the same length',
    'local-header',
    at(document, ({ name }) => ({ local: { name: name.replace('docs', 'dogs') } })),
  ],
  ['another CRC in the local header', 'local-header', local(document, { crc: 1 })],
  ['another size in the local header', 'local-header', local(document, { size: 1 })],
  ['two sizes', 'entry-size', central(document, { compressedSize: 1 })],
  ['a smaller size in both', 'entry-position', both(document, { size: 5, compressedSize: 5 })],
  ['a wrong local signature', 'local-header', local(document, { signature: 0x04034b51 })],
  ['a wrong directory signature', 'entry-header', central(document, { signature: 0x02014b51 })],
  ['the same name twice', 'entry-twice', (entries) => insert(3, entries[document] ?? stray)(entries)],
  ['the manifest twice', 'entry-twice', (entries) => insert(document, entries[5] ?? stray)(entries)],
  [
    'two records for one local entry',
    'entry-twice',
    (entries) => insert(3, { ...(entries[document] ?? stray), only: 'central' })(entries),
  ],
  ['two overlapping entries', 'entry-position', insert(3, { ...stray, only: 'central' })],
  ['a local entry without a record', 'entry-position', insert(3, { ...stray, only: 'local' })],
  ['a gap between entries', 'entry-position', at(document, () => ({ before: bytes(0) }))],
  ['a gap before the directory', 'entry-position', asIs, { beforeDirectory: bytes(0) }],
  ['bytes after the directory', 'bytes-before-start', asIs, { afterDirectory: bytes(0) }],
  [
    'bytes after the directory that it counts',
    'directory-size',
    (entries) => entries,
    { afterDirectory: bytes(0), directorySize: -1 },
  ],
  ['a script before the first entry', 'entry-position', asIs, { prefix: Buffer.from('#!/bin/sh\n') }],
  ['a byte after the end', 'bytes-after-end', asIs, { suffix: bytes(0) }],
  ['another disk number', 'directory-end', asIs, { disk: 1 }],
  ['a directory on another disk', 'directory-end', asIs, { directoryDisk: 1 }],
  ['two counts', 'entry-count', asIs, { countHere: 6 }],
  ['a count too high', 'entry-header', asIs, { count: 8, countHere: 8 }],
  ['a count too low', 'directory-size', asIs, { count: 6, countHere: 6 }],
  ['a count of ZIP64', 'entry-count', asIs, { count: 0xffff, countHere: 0xffff }],
  ['more entries than allowed', 'entry-count', asIs, { count: 20_001, countHere: 20_001 }],
  ['a directory larger than allowed', 'directory-size', asIs, { directorySize: 5 * 1024 * 1024 }],
  ['a directory offset beyond the file', 'directory-end', asIs, { directoryOffset: 0xfffffff0 }],
  ['another first entry', 'entry-order', swapped(first, readme)],
  ['no mimetype', 'entry-missing', without(first)],
  ['no README', 'entry-missing', without(readme)],
  [
    'another media type',
    'media-type',
    at(first, () => ({ bytes: Buffer.from('application/vnd.beredd.pack+zap') })),
  ],
  [
    'a media type with a line break',
    'media-type',
    at(first, (entry) => ({ bytes: Buffer.concat([entry.bytes, bytes(10)]) })),
  ],
  ['the README among the documents', 'entry-order', swapped(readme, document)],
  ['the manifest before the issuer key', 'entry-order', swapped(4, 5)],
  ['the signature before the manifest', 'entry-order', swapped(5, 6)],
  ['a document after the manifest', 'entry-order', insert(7, stray)],
  [
    'a root key without its list of signers',
    'entry-missing',
    insert(4, { name: 'META-INF/root.pub', bytes: bytes(1) }),
  ],
  ['an unknown file in META-INF', 'entry-name', insert(4, { name: 'META-INF/other.json', bytes: bytes(1) })],
  ['a document that is not signed', 'entry-unlisted', insert(document, stray)],
  ['a signed document that is missing', 'entry-missing', without(document)],
  ['a wrong CRC of the manifest', 'entry-checksum', both(5, { crc: 1 })],
  [
    'a signature larger than any',
    'entry-too-large',
    at(signature, () => ({ bytes: new Uint8Array(20_000) })),
  ],
];

describe('the reader', () => {
  test('accepts the sound pack that the hostile ones are made of', async () => {
    expect(valueOf(await checkPackBytes(rawZip(sound))).damaged).toEqual([]);
  });

  test.each(rows.map(withEnd))('refuses %s', async (_name, rule, twist, end) => {
    const entries = twist([...sound]);
    // -1 stands for "one more than it really is".
    const directorySize =
      end.directorySize === -1
        ? entries.reduce((sum, { name }) => sum + 46 + Buffer.byteLength(name), 1)
        : end.directorySize;
    const file = rawZip(entries, { ...end, ...(directorySize !== undefined && { directorySize }) });
    const error = failureOf(await checkPackBytes(file));
    expect([error.code, error.detail?.['rule']]).toEqual([codeFor(rule), rule]);
  });

  test('does not take an empty ZIP file for a pack', async () => {
    expect(failureOf(await checkPackBytes(rawZip([]))).code).toBe('packNotAPack');
  });

  test('says unsigned when only the signature is missing', async () => {
    expect(failureOf(await checkPackBytes(rawZip(without(signature)([...sound])))).code).toBe('packUnsigned');
  });

  test('names a document whose CRC is wrong and verifies the others', async () => {
    const report = valueOf(await checkPackBytes(rawZip(both(document, { crc: 1 })([...sound]))));
    expect(report.damaged).toEqual([sound[document]?.name]);
  });
});

const codeFor = (rule: string): string =>
  rule === 'end-missing' || rule === 'bytes-after-end' ? 'packCut' : 'packContainer';
