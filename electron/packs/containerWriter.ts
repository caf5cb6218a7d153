import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ContainerEntry } from '../../core/pack/containerBytes.ts';
import { directoryAndEnd, entryEnd, localHeader, payloadOffset } from '../../core/pack/containerBytes.ts';
import type { DurableFile } from './durableFile.ts';

export interface WrittenEntry {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Writes entries one after the other. Knows nothing of the format's rules beyond the bytes; `writePack` checks them. */
export class ContainerWriter {
  readonly #target: DurableFile;
  readonly #entries: ContainerEntry[] = [];
  #position = 0;

  constructor(target: DurableFile) {
    this.#target = target;
  }

  /** Bytes so far, without the directory. */
  get position(): number {
    return this.#position;
  }

  /** Streams an entry. Its header is written last, when size and CRC-32 are known. */
  async add(name: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<WrittenEntry> {
    const hash = createHash('sha256');
    const offset = this.#position;
    const start = payloadOffset({ name, offset, size: 0, crc32: 0 });
    let size = 0;
    let checksum = 0;
    for await (const chunk of chunks) {
      hash.update(chunk);
      checksum = crc32(chunk, checksum);
      await this.#target.write(chunk, start + size);
      size += chunk.length;
    }
    const entry = { name, crc32: checksum, size, offset };
    await this.#target.write(localHeader(entry), offset);
    this.#entries.push(entry);
    this.#position = entryEnd(entry);
    return { path: name, size, sha256: hash.digest('hex') };
  }

  /** Writes directory and end record; the size of the whole file. */
  async finish(): Promise<number> {
    const tail = directoryAndEnd(this.#entries, this.#position);
    await this.#target.write(tail, this.#position);
    return this.#position + tail.length;
  }
}
