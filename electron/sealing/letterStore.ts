import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import { base64 } from '../../core/exchange/exchangeValues.ts';
import { uuid } from '../../core/pack/manifestValues.ts';
import type { Disk } from '../storage/disk.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';

export const lettersSchema = v.object({
  /** Payloads of key letters, still encrypted to the person. */
  letters: v.array(v.object({ pack: uuid, item: uuid, key: base64(16 * 1024), takenIn: v.number() })),
});
export type Letters = v.InferOutput<typeof lettersSchema>;

/** Opens `letters.json`; a damaged one is set aside, since the office can write a letter again. */
export const openLetterStore = (folder: string, disk?: Disk): Promise<Result<DurableStore<Letters>>> =>
  openStore<Letters>({
    file: path.join(folder, 'letters.json'),
    kind: 'letters',
    version: 1,
    schema: lettersSchema,
    initial: { letters: [] },
    whenUnreadable: 'setAside',
    ...(disk && { disk }),
  });
