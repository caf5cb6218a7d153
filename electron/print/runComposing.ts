import * as v from 'valibot';
import { diskFailure } from '../storage/diskFailure.ts';
import { composePdf } from './composePdf.ts';
import type { ComposeReply } from './composeMessages.ts';
import { composeRequestSchema } from './composeMessages.ts';

/** Answers one request to compose. Never rejects: what is thrown is told as crashed, so that its part can be skipped. */
export async function runComposing(message: unknown, reply: (reply: ComposeReply) => void): Promise<void> {
  try {
    const request = v.parse(composeRequestSchema, message);
    try {
      const composed = await composePdf(request, (working) => reply({ kind: 'working', ...working }));
      reply({ kind: 'done', ...composed });
    } catch (error) {
      if (!isOfDisk(error)) throw error;
      reply({ kind: 'failed', error: diskFailure(error, request.output).error });
    }
  } catch (error) {
    reply({
      kind: 'crashed',
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
