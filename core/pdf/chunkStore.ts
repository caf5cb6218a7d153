/** Bytes of a chunk, the last of a file excepted, which may be shorter. */
export const chunkBytes = 256 * 1024;

/** Chunks of a file are told apart by their owner and number. */
const chunksPerOwner = 2 ** 24;

/**
 * Room for chunks of all open files together. Memory that is let go is used again for the next chunk: nothing is left to a
 * garbage collection that comes late.
 */
export interface ChunkStore {
  /** A new name under which one file keeps its chunks. */
  owner(): number;
  /** What is held, now the most recently used; null when it is not here. Valid until the next `put`. */
  take(owner: number, index: number): Uint8Array | null;
  has(owner: number, index: number): boolean;
  /**
   * Copies `bytes`, of `chunkBytes` at most, into the store. What was least recently used makes room; `ofOthers`: only what
   * belongs to other owners. False when there is no room.
   */
  put(owner: number, index: number, bytes: Uint8Array, ofOthers?: boolean): boolean;
  /** Lets go of everything of this owner. */
  drop(owner: number): void;
}

interface Held {
  readonly slot: Uint8Array;
  readonly length: number;
}

/** Holds at most `maxBytes`, but always two chunks. */
export function createChunkStore(maxBytes: number): ChunkStore {
  const maxChunks = Math.max(2, Math.floor(maxBytes / chunkBytes));
  /** In the order in which they were used. */
  const held = new Map<number, Held>();
  const free: Uint8Array[] = [];
  let owners = 0;

  const keyOf = (owner: number, index: number): number => owner * chunksPerOwner + index;
  const ownerOf = (key: number): number => Math.floor(key / chunksPerOwner);

  const letGo = (key: number): void => {
    const entry = held.get(key);
    if (entry) free.push(entry.slot);
    held.delete(key);
  };

  const slotFor = (owner: number, ofOthers: boolean): Uint8Array | null => {
    if (free.length === 0 && held.size < maxChunks) return new Uint8Array(chunkBytes);
    if (free.length === 0) {
      for (const key of held.keys()) {
        if (ofOthers && ownerOf(key) === owner) continue;
        letGo(key);
        break;
      }
    }
    return free.pop() ?? null;
  };

  return {
    owner: () => owners++,
    has: (owner, index) => held.has(keyOf(owner, index)),
    take(owner, index) {
      const key = keyOf(owner, index);
      const entry = held.get(key);
      if (!entry) return null;
      held.delete(key);
      held.set(key, entry);
      return entry.slot.subarray(0, entry.length);
    },
    put(owner, index, bytes, ofOthers = false) {
      letGo(keyOf(owner, index));
      const slot = slotFor(owner, ofOthers);
      if (slot === null) return false;
      slot.set(bytes);
      held.set(keyOf(owner, index), { slot, length: bytes.length });
      return true;
    },
    drop(owner) {
      for (const key of [...held.keys()]) if (ownerOf(key) === owner) letGo(key);
    },
  };
}
