import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import { expect, test } from 'vitest';
import { findPlace } from '../../core/annotation/anchoring/findPlace.ts';
import type { AnchoredQuote } from '../../core/annotation/anchoring/findPlace.ts';
import type { SearchableDocument } from '../../core/annotation/anchoring/searchableText.ts';
import { searchable } from '../../core/annotation/anchoring/searchableText.ts';
import type { NormalisedText } from '../../core/text/normaliseText.ts';
import { normaliseText, normaliseWithOffsets } from '../../core/text/normaliseText.ts';
import type { Random } from '../fuzz/seededRandom.ts';
import { seededRandom } from '../fuzz/seededRandom.ts';
import type { Printed } from './printedDocument.ts';
import { printDocument } from './printedDocument.ts';
import { changes } from './revisions.ts';
import type { Paragraph, Token } from './swedishText.ts';
import { createWriter } from './swedishText.ts';

/** Tuning used seeds below 20000 (`SEED=1`); the published table is made with seeds that tuning never saw. */
const firstSeed = Number(process.env['SEED'] ?? '100000');
const documentsPerChange = Number(process.env['DOCUMENTS'] ?? '60');
const quotesPerDocument = 25;
const published = firstSeed >= 100000;

type Verdict = 'right' | 'flagged' | 'tray' | 'wrong';
interface Answer {
  readonly kind: 'found' | 'check' | 'tray';
  /** Offset in the joined text, pages parted by one character. */
  readonly start: number;
  readonly end: number;
}
interface Case {
  readonly quote: AnchoredQuote;
  readonly tokens: readonly Token[];
}
const layout = {
  width: 78,
  linesPerPage: 44,
  hyphenates: false,
  ligatures: false,
  head: 'Granåsa kommun Tjänsteskrivelse',
};

function quoteFrom(paragraphs: readonly Paragraph[], printed: Printed, random: Random): Case | null {
  const paragraph = random.pick(paragraphs);
  const words = random.pick([3, 6, 10, 20, paragraph.length]);
  const from = random.below(Math.max(1, paragraph.length - words));
  const tokens = paragraph.slice(from, from + words);
  const [first, last] = [printed.places.get(tokens[0]?.id ?? 0), printed.places.get(tokens.at(-1)?.id ?? 0)];
  if (first === undefined || last === undefined || first.page !== last.page) return null;
  const page = printed.pages[first.page] ?? '';
  return {
    tokens,
    quote: {
      documentId: 'd', itemId: 'i', sha256: 'old',
      exact: normaliseText(page.slice(first.start, last.end)),
      prefix: normaliseText(page.slice(0, first.start)).slice(-31) + ' ',
      suffix: ' ' + normaliseText(page.slice(last.end)).slice(0, 31),
      share: first.page / printed.pages.length,
      page: first.page + 1, start: normaliseText(page.slice(0, first.start)).length + 1, old: null,
    },
  }; // prettier-ignore
}

/** Where the surviving words of the quote stand; null when fewer than 60 % of its letters survive. */
function truth(tokens: readonly Token[], printed: Printed, document: SearchableDocument) {
  const letters = (list: readonly Token[]): number => list.reduce((sum, { text }) => sum + text.length, 0);
  const left = tokens.filter(({ id }) => printed.places.has(id));
  if (letters(left) < 0.6 * letters(tokens)) return null;
  const spots = left.flatMap(({ id }) => {
    const place = printed.places.get(id);
    const start = document.pageStarts[place?.page ?? 0] ?? 0;
    return place === undefined ? [] : [{ start: start + place.start, end: start + place.end }];
  });
  return { start: Math.min(...spots.map((s) => s.start)), end: Math.max(...spots.map((s) => s.end)) };
}

function verdict(answer: Answer, expected: { start: number; end: number } | null): Verdict {
  if (answer.kind === 'tray') return 'tray';
  if (answer.kind === 'check') return 'flagged';
  if (expected === null) return 'wrong';
  const overlap = Math.min(answer.end, expected.end) - Math.max(answer.start, expected.start);
  const union = Math.max(answer.end, expected.end) - Math.min(answer.start, expected.start);
  return overlap / union >= 0.5 ? 'right' : 'wrong';
}

function ours(quote: AnchoredQuote, document: SearchableDocument): Answer {
  const placement = findPlace(quote, [document]);
  if (placement.kind === 'tray' || placement.kind === 'kept') return { kind: 'tray', start: 0, end: 0 };
  const at = (page: number, offset: number): number => (document.pageStarts[page - 1] ?? 0) + offset;
  const [first, last] = [placement.ranges[0], placement.ranges.at(-1)];
  return {
    kind: placement.kind,
    start: at(first?.page ?? 1, first?.start ?? 0),
    end: at(last?.page ?? 1, last?.end ?? 0),
  };
}

const normalised = new WeakMap<SearchableDocument, NormalisedText>();
function normalisedOf(document: SearchableDocument): NormalisedText {
  const known = normalised.get(document) ?? normaliseWithOffsets(document.text);
  normalised.set(document, known);
  return known;
}
const foundAt = ({ starts, ends }: NormalisedText, at: number, length: number): Answer => ({
  kind: 'found',
  start: starts[at] ?? 0,
  end: ends[Math.min(at + length, ends.length) - 1] ?? 0,
});

/** Both compared methods get the normalised text too, or every line break would defeat them. */
function exactOnly(quote: AnchoredQuote, document: SearchableDocument): Answer {
  const text = normalisedOf(document);
  const near = quote.share * text.text.length;
  let best = -1;
  for (let at = text.text.indexOf(quote.exact); at >= 0; at = text.text.indexOf(quote.exact, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best < 0 ? { kind: 'tray', start: 0, end: 0 } : foundAt(text, best, quote.exact.length);
}

const matcher = new DiffMatchPatch();
matcher.Match_Distance = 100_000;
function diffMatchPatch(quote: AnchoredQuote, document: SearchableDocument): Answer {
  const text = normalisedOf(document);
  const near = Math.round(quote.share * text.text.length);
  const at = matcher.match_main(text.text, quote.exact.slice(0, 32), near);
  return at < 0 ? { kind: 'tray', start: 0, end: 0 } : foundAt(text, at, quote.exact.length);
}

const withoutOld = (quote: AnchoredQuote, document: SearchableDocument): Answer =>
  ours({ ...quote, old: null }, document);
const methods = {
  ours,
  'ours without the old file': withoutOld,
  'exact quote only': exactOnly,
  'diff-match-patch': diffMatchPatch,
} as const;
type Method = keyof typeof methods;

test('anchoring over generated revisions', { timeout: 3_600_000 }, async () => {
  const rows: string[] = [];
  const totals = new Map<string, number>();
  const add = (key: string): void => void totals.set(key, (totals.get(key) ?? 0) + 1);
  for (const [index, [name, change]] of Object.entries(changes).entries()) {
    const counts = new Map<string, number>();
    for (let n = 0; n < documentsPerChange; n += 1) {
      const seed = firstSeed + index * 1000 + n;
      const random = seededRandom(seed);
      const writer = createWriter(random);
      const paragraphs = writer.document(60);
      const before = printDocument(paragraphs, layout, random);
      const after = change(paragraphs, layout, random, writer);
      const printed = printDocument(after.paragraphs, after.layout, random);
      const document = searchable({ documentId: 'd', itemId: 'i', sha256: 'new', pages: printed.pages });
      const old = searchable({ documentId: 'd', itemId: 'i', sha256: 'old', pages: before.pages });
      for (let q = 0; q < quotesPerDocument; q += 1) {
        const made = quoteFrom(paragraphs, before, random);
        if (made === null) continue;
        const expected = truth(made.tokens, printed, document);
        const group = expected === null ? 'gone' : 'there';
        for (const [method, find] of Object.entries(methods)) {
          const answer = find({ ...made.quote, old }, document);
          const judged = verdict(answer, expected);
          const key = `${method}|${group}|${judged}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
          add(key);
          if (method !== 'ours') continue;
          if (judged === 'flagged' && verdict({ ...answer, kind: 'found' }, expected) === 'right') {
            counts.set('ours|flagged right', (counts.get('ours|flagged right') ?? 0) + 1);
            add('ours|flagged right');
          }
          if (judged === 'wrong')
            console.log('wrong', name, seed, JSON.stringify(made.quote.exact.slice(0, 80)));
        }
      }
    }
    for (const method of Object.keys(methods)) rows.push(row(name, method, counts));
  }
  for (const method of Object.keys(methods)) rows.push(row('**all**', method, totals));
  const there = ['right', 'flagged', 'tray', 'wrong'].reduce(
    (sum, v) => sum + (totals.get(`ours|there|${v}`) ?? 0),
    0,
  );
  const right = (totals.get('ours|there|right') ?? 0) + (totals.get('ours|flagged right') ?? 0);
  const all = [...totals]
    .filter(([key]) => key.startsWith('ours|') && key.split('|').length === 3)
    .reduce((sum, [, n]) => sum + n, 0);
  const wrong = (totals.get('ours|there|wrong') ?? 0) + (totals.get('ours|gone|wrong') ?? 0);
  const share = (count: number, of: number, digits: number): string =>
    `${((100 * count) / of).toFixed(digits)} %`;
  const silent = totals.get('ours|there|right') ?? 0;
  const answered = ['there', 'gone'].flatMap((group) =>
    (['right', 'flagged', 'tray', 'wrong'] as const).map((v) => totals.get(`ours|${group}|${v}`) ?? 0),
  );
  const lost = all - answered.reduce((sum, n) => sum + n, 0);
  const summary = [
    `${all} quotes of ${documentsPerChange} documents for each kind of change: ${lost} lost;`,
    `silently wrong ${share(wrong, all, 3)} (${wrong} quotes);`,
    `right place where the text still exists ${share(right, there, 2)},`,
    `${share(silent, there, 2)} without asking and the rest marked “moved, please check”.`,
  ].join('\n');
  console.log(summary);
  console.log(rows.join('\n'));
  expect(wrong / all).toBeLessThanOrEqual(0.001);
  expect(right / there).toBeGreaterThanOrEqual(0.98);
  if (!published) return;
  const file = path.resolve('docs/anchoring.md');
  // What was measured in the app stands below, under headings of its own.
  const written = await readFile(file, 'utf8');
  const below = written.indexOf('\n## ');
  await writeFile(file, page(summary, rows) + (below === -1 ? '' : written.slice(below)));
});

function row(name: string, method: Method | string, counts: ReadonlyMap<string, number>): string {
  const n = (group: string, kind: Verdict): number => counts.get(`${method}|${group}|${kind}`) ?? 0;
  const there = (['right', 'flagged', 'tray', 'wrong'] as const).map((kind) => n('there', kind));
  const gone = n('gone', 'tray') + n('gone', 'flagged');
  const flaggedRight = method === 'ours' ? ` (${counts.get('ours|flagged right') ?? 0})` : '';
  return `| ${name} | ${method} | ${there[0]} | ${there[1]}${flaggedRight} | ${there[2]} | ${there[3]} | ${gone} | ${n('gone', 'wrong')} |`;
}

const page = (summary: string, rows: readonly string[]): string => `# Finding a note's place again

How \`core/annotation/anchoring\` places quotes in changed documents. Written by \`npm run measure:anchoring\`; seeds from ${firstSeed}
on, which tuning (seeds below 20000) never saw. Invented Swedish officialese with tables and near-identical paragraphs, 60 blocks a
document, quotes of 3 words up to a whole paragraph.

${summary}

*Right*: placed without asking, where the words really are. *Flagged*: "moved, please check" (in brackets: how many of these were the
right place). *Tray*: kept with the old quote. *Wrong*: placed without asking, somewhere else. The last two columns are quotes of which
less than 60 % of the letters still exist: told (tray or flagged), or placed silently all the same.

| change | method | right | flagged (right) | tray | wrong | gone: told | gone: wrong |
|---|---|--:|--:|--:|--:|--:|--:|
${rows.join('\n')}
`;
