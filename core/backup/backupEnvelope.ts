import * as v from 'valibot';
import { failure, ok, type Result } from '../errors.ts';
import { canonicalJson } from '../pack/canonicalJson.ts';

/**
 * What stands inside a `.beredd-backup` once it is decrypted: everything of one person's, except the packs, which come
 * from the municipality again. Canonical JSON (RFC 8785) in UTF-8.
 */
export interface BackupEnvelope {
  /** When it was made, milliseconds since 1970. */
  readonly made: number;
  /** The device that made it. */
  readonly device: string;
  /** All operations of each meeting, by meeting id. */
  readonly notes: Readonly<Record<string, readonly unknown[]>>;
  /** The other parts by their names: settings and reading state, later keys. */
  readonly parts: Readonly<Record<string, unknown>>;
}

export const backupExtension = 'beredd-backup';

const format = 'beredd-backup';
const currentVersion = 1;

const versionSchema = v.object({
  format: v.literal(format),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What a reader must know of; this version knows of nothing more. */
  requires: v.array(v.string()),
});

const uuid = v.pipe(v.string(), v.uuid());
const envelopeSchema = v.object({
  made: v.number(),
  device: v.string(),
  notes: v.record(uuid, v.array(v.unknown())),
  parts: v.record(v.string(), v.unknown()),
});

/** The text of an envelope. Throws a TypeError when a part holds something that JSON cannot carry. */
export const encodeBackup = (envelope: BackupEnvelope): string =>
  canonicalJson({ format, version: currentVersion, requires: [], ...envelope });

/** Reads an envelope. Fails with backupNewer or backupDamaged. */
export function parseBackup(text: string): Result<BackupEnvelope> {
  const value = parseJson(text);
  const version = v.safeParse(versionSchema, value);
  if (!version.success) return failure('backupDamaged');
  if (version.output.version > currentVersion || version.output.requires.length > 0)
    return failure('backupNewer');
  const envelope = v.safeParse(envelopeSchema, value);
  return envelope.success ? ok(envelope.output) : failure('backupDamaged');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
