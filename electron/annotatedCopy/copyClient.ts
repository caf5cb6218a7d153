import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { failure, ok } from '../../core/errors.ts';
import type { PackChannel } from '../packs/packChannel.ts';
import { diskFailure } from '../storage/diskFailure.ts';
import type { CopiedMark } from './copiedMark.ts';
import type { ReadAnnotations } from './readAnnotations.ts';
import type { CopyReply, CopyRequest } from './copyMessages.ts';
import { copyReplySchema } from './copyMessages.ts';

/** Annotated copies, made and read in a process of their own each. */
export interface AnnotatedCopies {
  /** The copy gets its name when it is whole; a file of that name stays. Fails with fileExists too. */
  readonly write: (
    source: string,
    output: string,
    marks: readonly CopiedMark[],
  ) => Promise<Result<{ readonly markCount: number }>>;
  /** What stands in the annotations of a PDF, ours and others'. */
  readonly read: (source: string) => Promise<Result<ReadAnnotations>>;
}

const patienceMs = 60_000;

export function createAnnotatedCopies(connect: () => PackChannel, wasmFile: string): AnnotatedCopies {
  const ask = (request: CopyRequest): Promise<CopyReply> =>
    new Promise((resolve) => {
      const channel = connect();
      let isOver = false;
      const settle = (reply: CopyReply): void => {
        if (isOver) return;
        isOver = true;
        clearTimeout(watch);
        void channel.stop().then(() => resolve(reply));
      };
      const giveUp = (code: 'documentTooSlow' | 'documentDamaged'): void =>
        settle({ kind: 'failed', error: { code, file: path.basename(request.source) } });
      const watch = setTimeout(() => giveUp('documentTooSlow'), patienceMs);
      channel.onGone(() => giveUp('documentDamaged'));
      channel.onMessage((message) => settle(v.parse(copyReplySchema, message)));
      channel.send(request);
    });
  return {
    write: async (source, output, marks) => {
      const half = `${output}.${randomBytes(4).toString('hex')}.part`;
      const reply = await ask({ kind: 'write', wasmFile, source, output: half, marks: [...marks] });
      if (reply.kind !== 'written') {
        await fs.rm(half, { force: true });
        return failed(reply);
      }
      try {
        // Fails when the name is taken; a rename would replace it.
        await fs.link(half, output);
        return ok({ markCount: reply.markCount });
      } catch (error) {
        const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        return isTaken ? failure('fileExists', { file: path.basename(output) }) : diskFailure(error, output);
      } finally {
        await fs.rm(half, { force: true });
      }
    },
    read: async (source) => {
      const reply = await ask({ kind: 'read', wasmFile, source });
      return reply.kind === 'read' ? ok(reply) : failed(reply);
    },
  };
}

const failed = (reply: CopyReply): Result<never> =>
  reply.kind === 'failed' ? { ok: false, error: reply.error } : failure('unexpected');
