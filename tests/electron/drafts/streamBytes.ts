import { piecesOf } from '../../../electron/drafts/byteStreams.ts';

/** Everything a stream gives. */
export async function allBytes(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(piece);
  return Buffer.concat(pieces);
}
