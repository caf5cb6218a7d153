import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Sha256 } from '../../core/pack/manifest.ts';
import { fileFactsSchema, type FileFacts } from '../../core/preflight/fileFacts.ts';

/**
 * What was found out about open files of a draft, kept beside them so that they are read once. Derived: what is gone or
 * wrong is read again.
 */
export interface FactsStore {
  readonly read: (sha256: Sha256) => Promise<FileFacts | null>;
  readonly write: (sha256: Sha256, facts: FileFacts) => Promise<void>;
  readonly remove: (sha256: Sha256) => Promise<void>;
  /** Removes what is known of all other files. */
  readonly keepOnly: (contents: ReadonlySet<Sha256>) => Promise<void>;
}

/** What checks look for: with another number everything is read again. */
const version = 1;
const storedSchema = v.object({ version: v.literal(version), facts: fileFactsSchema });

export function factsStore(folder: string): FactsStore {
  const fileOf = (sha256: Sha256): string => path.join(folder, `${sha256}.json`);
  return {
    read: async (sha256) => {
      const text = await fs.readFile(fileOf(sha256), 'utf8').catch(() => null);
      const stored = text === null ? null : v.safeParse(storedSchema, jsonOrNull(text));
      return stored?.success ? stored.output.facts : null;
    },
    write: async (sha256, facts) => {
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        await fs.writeFile(fileOf(sha256), JSON.stringify({ version, facts }), { mode: 0o600 });
      } catch {
        // A full disk costs reading once more, nothing else.
        await fs.rm(fileOf(sha256), { force: true }).catch(() => undefined);
      }
    },
    remove: async (sha256) => fs.rm(fileOf(sha256), { force: true }),
    keepOnly: async (contents) => {
      for (const name of await fs.readdir(folder).catch(() => [])) {
        if (!contents.has(name.replace(/\.json$/, ''))) await fs.rm(path.join(folder, name), { force: true });
      }
    },
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
