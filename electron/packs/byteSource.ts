import type { FileHandle } from 'node:fs/promises';

/** Bytes that are read by position: a file, or memory in tests. */
export interface ByteSource {
  readonly size: number;
  /** Fills `target` from `offset`; the number of bytes that were there. */
  readonly read: (target: Uint8Array, offset: number) => Promise<number>;
}

export const fileSource = (handle: FileHandle, size: number): ByteSource => ({
  size,
  read: async (target, offset) => {
    let done = 0;
    while (done < target.length) {
      const { bytesRead } = await handle.read(target, done, target.length - done, offset + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done;
  },
});

export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (target, offset) => {
    const part = bytes.subarray(offset, offset + target.length);
    target.set(part);
    return Promise.resolve(part.length);
  },
});

/** Bytes `from` to `to` of the source; fewer when it ends before. */
export async function readRange(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, to - from));
  const length = await source.read(bytes, from);
  return length === bytes.length ? bytes : bytes.subarray(0, length);
}

/** The same source, with everything from `tailStart` on answered from one read. */
export async function withTail(source: ByteSource, tailStart: number): Promise<ByteSource> {
  const tail = await readRange(source, tailStart, source.size);
  return {
    size: source.size,
    read: (target, offset) => {
      const at = offset - tailStart;
      if (at < 0 || at + target.length > tail.length) return source.read(target, offset);
      target.set(tail.subarray(at, at + target.length));
      return Promise.resolve(target.length);
    },
  };
}
