import { createReadStream } from 'node:fs';

/** The bytes of a file in pieces. */
export function fileStream(file: string): ReadableStream<Uint8Array> {
  const iterator: AsyncIterator<Uint8Array> = createReadStream(file, { highWaterMark: 256 * 1024 })[
    Symbol.asyncIterator
  ]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

/** The pieces of a stream; leaving the loop early ends the stream. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
