/** Decrypted pieces of documents, in memory only, at most so many bytes. */
export interface PieceCache {
  readonly get: (key: string) => Uint8Array | null;
  readonly put: (key: string, piece: Uint8Array) => void;
  /** Overwrites and forgets everything. */
  readonly clear: () => void;
}

export function createPieceCache(largestBytes = 32 * 1024 * 1024): PieceCache {
  const pieces = new Map<string, Uint8Array>();
  let bytes = 0;
  const drop = (key: string, piece: Uint8Array): void => {
    pieces.delete(key);
    bytes -= piece.length;
  };
  return {
    get: (key) => {
      const piece = pieces.get(key);
      if (piece === undefined) return null;
      // The order of the map is that of last use.
      pieces.delete(key);
      pieces.set(key, piece);
      return piece;
    },
    put: (key, piece) => {
      const before = pieces.get(key);
      if (before !== undefined) drop(key, before);
      pieces.set(key, piece);
      bytes += piece.length;
      for (const [oldest, dropped] of pieces) {
        if (bytes <= largestBytes) break;
        drop(oldest, dropped);
      }
    },
    clear: () => {
      for (const piece of pieces.values()) piece.fill(0);
      pieces.clear();
      bytes = 0;
    },
  };
}
