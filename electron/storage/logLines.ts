import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson } from '../../core/pack/canonicalJson.ts';

/**
 * The text of a log: one entry a line, `<first 16 hex digits of its SHA-256> <canonical JSON>`. The first line says
 * what the log holds.
 */
export interface LogLine {
  /** With its line feed. */
  readonly bytes: Uint8Array;
  readonly entry: unknown;
}

export interface LogContent {
  /** What the first line says; null when it is no header: the log is then damaged. */
  readonly header: LogHeader | null;
  /** Every line that can be read, in order, also those after a damaged one. */
  readonly lines: readonly LogLine[];
  /** Lines that are not what was written, a half-written last one excluded. */
  readonly damagedLines: number;
  /** Bytes of a last line that was never finished: not damage, nobody was told that it was saved. */
  readonly tornBytes: number;
}

const headerSchema = v.object({
  format: v.literal('beredd-log'),
  kind: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type LogHeader = v.InferOutput<typeof headerSchema>;

const digits = 16;
const lineFeed = 0x0a;
const space = 0x20;

export function logLine(entry: unknown): LogLine {
  const payload = Buffer.from(canonicalJson(entry));
  return {
    entry,
    bytes: Buffer.concat([Buffer.from(`${checksum(payload)} `), payload, Buffer.from('\n')]),
  };
}

export const headerLine = (kind: string, version: number): Uint8Array =>
  logLine({ format: 'beredd-log', kind, version } satisfies LogHeader).bytes;

/** Reads whatever can be read. Never throws on content. */
export function readLogLines(bytes: Uint8Array): LogContent {
  const lines: LogLine[] = [];
  let damagedLines = 0;
  let tornBytes = 0;
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    const found = readEntry(line);
    if (found !== null && feed >= 0) {
      lines.push({ entry: found.entry, bytes: bytes.subarray(start, feed + 1) });
    } else {
      const salvaged = found === null ? salvage(line) : [found];
      lines.push(...salvaged.map(({ entry }) => logLine(entry)));
      if (feed < 0 && salvaged.length === 0) tornBytes = line.length;
      else if (found === null) damagedLines += 1;
    }
    start = end + 1;
  }
  const header = headerOf(lines[0]?.entry);
  return { header, lines: header === null ? lines : lines.slice(1), damagedLines, tornBytes };
}

/** A damaged line feed makes two good lines, or the last one and its end, look like one bad line. */
function salvage(line: Uint8Array): readonly { readonly entry: unknown }[] {
  const starts = [
    ...Buffer.from(line)
      .toString('latin1')
      .matchAll(/[0-9a-f]{16} /g),
  ]
    .map(({ index }) => index)
    .filter((index) => index > 0);
  for (const start of starts) {
    const both = [readEntry(line.subarray(0, start - 1)), readEntry(line.subarray(start))];
    const good = both.filter((entry) => entry !== null);
    if (good.length > 0) return good;
  }
  const last = readEntry(line.subarray(0, line.length - 1));
  return last === null ? [] : [last];
}

function headerOf(entry: unknown): LogHeader | null {
  const header = v.safeParse(headerSchema, entry);
  return header.success ? header.output : null;
}

function readEntry(line: Uint8Array): { readonly entry: unknown } | null {
  if (line.length < digits + 2 || line[digits] !== space) return null;
  const payload = line.subarray(digits + 1);
  if (Buffer.from(line.subarray(0, digits)).toString('latin1') !== checksum(payload)) return null;
  try {
    return { entry: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) };
  } catch {
    return null;
  }
}

const checksum = (payload: Uint8Array): string =>
  createHash('sha256').update(payload).digest('hex').slice(0, digits);
