import type { CreateDurableFile } from '../../electron/packs/durableFile.ts';
import { memorySource } from '../../electron/packs/byteSource.ts';

/** A durable file in memory: what was committed last, and whether anything was left open. */
export function memoryFile(): {
  createFile: CreateDurableFile;
  bytes: () => Uint8Array;
  isCommitted: () => boolean;
} {
  let content = Buffer.alloc(0);
  let committed: Buffer | null = null;
  const createFile: CreateDurableFile = () =>
    Promise.resolve({
      write: (bytes, offset) => {
        if (content.length < offset + bytes.length) {
          content = Buffer.concat([content, Buffer.alloc(offset + bytes.length - content.length)]);
        }
        content.set(bytes, offset);
        return Promise.resolve();
      },
      read: (target, offset) => memorySource(content).read(target, offset),
      commit: () => {
        committed = content;
        return Promise.resolve();
      },
      discard: () => Promise.resolve(),
    });
  return {
    createFile,
    bytes: () => {
      if (committed === null) throw new Error('nothing was committed');
      return new Uint8Array(committed);
    },
    isCommitted: () => committed !== null,
  };
}
