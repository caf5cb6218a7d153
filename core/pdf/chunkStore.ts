/** Bytes of a chunk, the last of a file excepted, which may be shorter. */
export const chunkBytes = 256 * 1024;

/** Chunks of a file are told apart by their owner and number. */
const chunksPerOwner = 2 ** 24;

/**
 * What makes room for a chunk: whatever was least recently used; only what belongs to other owners; or nothing that stays,
 * only what passed by before, for chunks that are looked into once.
 */
export type Room = 'any' | 'others' | 'passing';

/** So many chunks pass by at a time, above the room for those that stay. */
export const passingChunks = 8;

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
  /** Copies `bytes`, of `chunkBytes` at most, into the store, where `room` says. False when there is none. */
  put(owner: number, index: number, bytes: Uint8Array, room: Room): boolean;
  /** Lets go of everything of this owner. */
  drop(owner: number): void;
}

interface Held {
  readonly slot: Uint8Array;
  readonly length: number;
}

/** Holds at most `maxBytes`, but always two chunks, and what passes by. */
export function createChunkStore(maxBytes: number): ChunkStore {
  const maxChunks = Math.max(2, Math.floor(maxBytes / chunkBytes));
  /** In the order in which they were used. */
  const held = new Map<number, Held>();
  const passing = new Set<number>();
  const free: Uint8Array[] = [];
  let owners = 0;

  const keyOf = (owner: number, index: number): number => owner * chunksPerOwner + index;
  const ownerOf = (key: number): number => Math.floor(key / chunksPerOwner);

  const letGo = (key: number): void => {
    const entry = held.get(key);
    if (entry) free.push(entry.slot);
    held.delete(key);
    passing.delete(key);
  };

  const makeRoom = (owner: number, room: Room): boolean => {
    const candidates = room === 'passing' ? passing : held.keys();
    for (const key of candidates) {
      if (room === 'others' && ownerOf(key) === owner) continue;
      letGo(key);
      return true;
    }
    return false;
  };

  const isFull = (room: Room): boolean =>
    room === 'passing' ? passing.size >= passingChunks : held.size - passing.size >= maxChunks;

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
    put(owner, index, bytes, room) {
      const key = keyOf(owner, index);
      letGo(key);
      if (isFull(room) && !makeRoom(owner, room)) return false;
      const slot = free.pop() ?? new Uint8Array(chunkBytes);
      slot.set(bytes);
      held.set(key, { slot, length: bytes.length });
      if (room === 'passing') passing.add(key);
      return true;
    },
    drop(owner) {
      for (const key of [...held.keys()]) if (ownerOf(key) === owner) letGo(key);
    },
  };
}
