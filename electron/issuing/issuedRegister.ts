import path from 'node:path';
import * as v from 'valibot';
import type { Result } from '../../core/errors.ts';
import type { DurableStore } from '../storage/store.ts';
import { openStore } from '../storage/store.ts';

const text = v.string();
const issuedSchema = v.object({
  issueId: text,
  meetingId: text,
  packId: text,
  bodyId: text,
  revision: v.number(),
  title: text,
  issued: text,
  carry: v.picklist(['full', 'supplement']),
  bytes: v.number(),
  manifestSha256: text,
  issuerKey: text,
  files: v.array(text),
});
export type IssuedRecord = v.InferOutput<typeof issuedSchema>;

export const registerSchema = v.object({
  issued: v.array(issuedSchema),
  /** Folders that packs are published to. */
  places: v.array(v.object({ id: text, folder: text })),
  /** The key that was signed with last: proposed next time. */
  lastKeyId: v.nullable(text),
});
export type IssuedRegister = v.InferOutput<typeof registerSchema>;

/** What this office issued, and where it publishes. A damaged file stops issuing; nothing starts from empty silently. */
export const openIssuedRegister = (profileFolder: string): Promise<Result<DurableStore<IssuedRegister>>> =>
  openStore<IssuedRegister>({
    file: path.join(profileFolder, 'issued.json'),
    kind: 'issued',
    version: 1,
    schema: registerSchema,
    initial: { issued: [], places: [], lastKeyId: null },
  });
