import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { TextPage } from './textPage.ts';

/** Texts of files between starts. Everything in it can be made again, so it is never an error that something is gone. */
export interface TextCache {
  /** The pages that are known of a file, by page number less one; null when nothing whole and current is kept. */
  readonly read: (sha256: string) => Promise<readonly (TextPage | null)[] | null>;
  readonly write: (sha256: string, pages: readonly (TextPage | null)[]) => Promise<void>;
}

const pageSchema = v.object({
  text: v.string(),
  folded: v.string(),
  starts: v.array(v.number()),
  ends: v.array(v.number()),
});
const headSchema = v.object({ version: v.string(), sha256: v.string() });
const bodySchema = v.array(v.nullable(pageSchema));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One file a SHA-256 in `folder`: a line with version and checksum, and a line with the pages. */
export function fileTextCache(folder: string, version: string): TextCache {
  const fileOf = (sha256: string): string => path.join(folder, `${sha256}.json`);
  return {
    read: async (sha256) => {
      const content = await fs.readFile(fileOf(sha256), 'utf8').catch(() => null);
      return content === null ? null : parse(content, version);
    },
    write: async (sha256, pages) => {
      const body = JSON.stringify(pages.map((page) => page && stored(page)));
      const head = JSON.stringify({ version, sha256: digest(body) });
      const unfinished = path.join(folder, `.${randomUUID()}.part`);
      try {
        await fs.mkdir(folder, { recursive: true });
        await fs.writeFile(unfinished, `${head}\n${body}`);
        await fs.rename(unfinished, fileOf(sha256));
      } catch {
        // A full or read-only disk costs reading once more, nothing else.
        await fs.rm(unfinished, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Removes the words of one document. */
export const forgetText = (folder: string, sha256: string): Promise<void> =>
  fs.rm(path.join(folder, `${sha256}.json`), { force: true });

/** Removes what no document stands behind any more: erased documents leave no words behind. */
export async function pruneTextCache(folder: string, documentsFolder: string): Promise<void> {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names) {
    const sha256 = /^([0-9a-f]{64})\.json$/.exec(name)?.[1];
    if (sha256 !== undefined && existsSync(path.join(documentsFolder, sha256))) continue;
    await fs.rm(path.join(folder, name), { force: true, recursive: true }).catch(() => undefined);
  }
}

function stored({ text, folded }: TextPage): v.InferOutput<typeof pageSchema> {
  return { text, folded: folded.text, starts: [...folded.starts], ends: [...folded.ends] };
}

function parse(content: string, version: string): readonly (TextPage | null)[] | null {
  const feed = content.indexOf('\n');
  const head = v.safeParse(headSchema, jsonOrNull(content.slice(0, feed)));
  const body = content.slice(feed + 1);
  if (!head.success || head.output.version !== version || head.output.sha256 !== digest(body)) return null;
  const pages = v.safeParse(bodySchema, jsonOrNull(body));
  if (!pages.success) return null;
  return pages.output.map(
    (page) =>
      page &&
      new TextPage(page.text, {
        text: page.folded,
        starts: Uint32Array.from(page.starts),
        ends: Uint32Array.from(page.ends),
      }),
  );
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
