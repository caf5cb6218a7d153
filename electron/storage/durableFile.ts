import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import type { Disk } from './disk.ts';
import { readableJson } from './readableJson.ts';

/**
 * A file that is either wholly old or wholly new. Its first line says what it is, its generation, length and SHA-256;
 * the rest is readable JSON.
 */
export interface DurableContent {
  /** What the file holds, `library`, `profile`; another kind under this name counts as damage. */
  readonly kind: string;
  /** Version of the data's form. */
  readonly version: number;
  readonly generation: number;
  readonly data: unknown;
}

export type DurableRead =
  | { readonly state: 'missing' }
  | { readonly state: 'damaged'; readonly reason: 'header' | 'length' | 'checksum' | 'json' | 'kind' }
  | ({ readonly state: 'intact' } & DurableContent);

const format = 'beredd-store';
const headerSchema = v.object({
  format: v.literal(format),
  kind: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.string(),
});
type Header = v.InferOutput<typeof headerSchema>;

export const previousOf = (file: string): string => `${file}.previous`;

/** Reads and checks one file. Throws errors of the disk. */
export async function readDurable(disk: Disk, file: string, kind: string): Promise<DurableRead> {
  const bytes = await disk.read(file);
  if (bytes === null) return { state: 'missing' };
  const end = bytes.indexOf(0x0a);
  const header = v.safeParse(headerSchema, end < 0 ? undefined : parsed(bytes.subarray(0, end)));
  if (!header.success) return { state: 'damaged', reason: 'header' };
  const body = bytes.subarray(end + 1);
  if (body.length !== header.output.length) return { state: 'damaged', reason: 'length' };
  const { sha256, ...described } = header.output;
  if (sha256Of(described, body) !== sha256) return { state: 'damaged', reason: 'checksum' };
  if (header.output.kind !== kind) return { state: 'damaged', reason: 'kind' };
  const data = parsed(body);
  if (data === undefined) return { state: 'damaged', reason: 'json' };
  return {
    state: 'intact',
    kind,
    version: header.output.version,
    generation: header.output.generation,
    data,
  };
}

/** Writes a new generation and keeps the one before. Throws errors of the disk; the old content then still stands. */
export async function writeDurable(disk: Disk, file: string, content: DurableContent): Promise<void> {
  const body = Buffer.from(`${readableJson(content.data)}\n`);
  const { kind, version, generation } = content;
  const described = { format, kind, version, generation, length: body.length } as const;
  const header = { ...described, sha256: sha256Of(described, body) };
  await replaceFile(disk, file, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]), {
    keepPrevious: true,
  });
}

/** Puts these bytes in the file's place in one step: exclusive temporary file, flush, rename, flush of the folder. */
export async function replaceFile(
  disk: Disk,
  file: string,
  bytes: Uint8Array,
  { keepPrevious }: { keepPrevious: boolean },
): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await createFile(disk, temporary, bytes);
    if (keepPrevious && (await disk.size(file)) !== null) {
      // A link and not a rename: the file itself is there at every moment.
      await disk.remove(previousOf(file));
      await disk.link(file, previousOf(file));
      await disk.syncFolder(path.dirname(file));
    }
    await disk.rename(temporary, file);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(path.dirname(file));
}

async function createFile(disk: Disk, file: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.createExclusive(file);
  try {
    await handle.append(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a damaged file another name, where nothing overwrites it. Returns that name. Throws errors of the disk. */
export async function setAside(disk: Disk, file: string, now: number): Promise<string> {
  const target = await asideName(disk, file, now);
  await disk.rename(file, target);
  await disk.syncFolder(path.dirname(file));
  return target;
}

/** The name under which a damaged file is set aside. */
export async function asideName(disk: Disk, file: string, now: number): Promise<string> {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15);
  for (let count = 1; ; count++) {
    const name = `${file}.damaged-${stamp}${count === 1 ? '' : `-${count}`}`;
    if ((await disk.size(name)) === null) return name;
  }
}

/** Removes what an interrupted write left behind. Only for the one who holds the profile's lock. */
export async function removeLeftovers(disk: Disk, file: string): Promise<void> {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of await disk.names(folder)) {
    const middle = name.slice(start.length, -'.tmp'.length);
    if (name.startsWith(start) && name.endsWith('.tmp') && /^[0-9a-f]{12}$/.test(middle)) {
      await disk.remove(path.join(folder, name));
    }
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Covers the first line too: a changed version or generation is damage like any other. */
const sha256Of = (described: Omit<Header, 'sha256'>, body: Uint8Array): string =>
  createHash('sha256')
    .update(`${described.kind}\n${described.version}\n${described.generation}\n`)
    .update(body)
    .digest('hex');
