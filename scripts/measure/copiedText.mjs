// Compares what a person gets who selects a whole page and copies it with the words that pdftotext finds there.
//   node scripts/measure/copiedText.mjs [--pages 100] [--worst 5] [--mutool] FILE.pdf …
// With --mutool MuPDF's words are a second reference: F1 against it, of the two references against each other, and how
// many of the words that both of them have are copied.
// Letters are counted too, and the words once more with lines put together that pdftotext tears into single letters.
// Pages are spread evenly over all files. Words are compared as a bag: F1 of letters and digits that stand together.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { pagesSpread } from './pagesSpread.mjs';
import { memorySource, openSources, startPdfium } from './sources.mjs';

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '100' },
    worst: { type: 'string', default: '0' },
    mutool: { type: 'boolean', default: false },
  },
});

const sources = await openSources();
const { copyText } = await sources.load('core/text/copyText.ts');
const { layOutText } = await sources.load('core/text/layOutText.ts');
const engine = await startPdfium(sources);

/** The same path as Ctrl+A and Ctrl+C on the page. */
function copied(document, page) {
  const characters = document.characters(page);
  if (!characters.ok) return '';
  const text = layOutText(characters.value);
  return copyText(text, { start: 0, end: text.text.length });
}

const printed = (program, ...args) =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const pdftotext = (file, page) =>
  printed('pdftotext', '-f', `${page}`, '-l', `${page}`, '-enc', 'UTF-8', file, '-');

const mutool = (file, page) =>
  printed('mutool', 'draw', '-q', '-F', 'txt', '-O', 'dehyphenate', file, `${page}`);

/** Letters and digits, held together by what stands between two of them: "e-post", "KS/2026:44", "1,5". */
const word = /[\p{L}\p{N}\p{M}]+(?:[-’'–:/.,][\p{L}\p{N}\p{M}]+)*/gu;
const words = (text) =>
  text
    .normalize('NFKC')
    // A word that is broken at the end of a line is one word.
    .replace(/\u00ad\n?/g, '')
    .match(word) ?? [];

/** Words of either bag that the other lacks. */
function differences(ours, theirs) {
  const counts = new Map();
  for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1);
  const onlyOurs = ours.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left <= 0;
  });
  const onlyTheirs = [...counts].flatMap(([word, left]) => Array.from({ length: left }, () => word));
  return { onlyOurs, onlyTheirs };
}

/**
 * What pdftotext finds, with lines that it tears into single letters ("R E G I O N A L") as we part their words: only where
 * all letters stand in our text in the same order.
 */
function putTogether(theirs, ours) {
  const places = [...ours.matchAll(/\S/gu)].map(({ index }) => index);
  const letters = ours.replace(/\s+/gu, '');
  return theirs
    .split('\n')
    .map((line) => {
      const tokens = line.trim().split(/\s+/u);
      const single = tokens.filter((token) => [...token].length === 1).length;
      const at = tokens.length >= 6 && single > tokens.length / 2 ? letters.indexOf(tokens.join('')) : -1;
      return at < 0 ? line : ours.slice(places[at], places[at + tokens.join('').length - 1] + 1);
    })
    .join('\n');
}

/** Words of one page and of all pages together: what is counted of each pair of readers. */
const pairs = { copiedMutool: [0, 0, 0], pdftotextMutool: [0, 0, 0], both: 0, bothCopied: 0 };

function compareWithMutool(ours, theirs, file, page) {
  const second = words(mutool(file, page));
  const sameOf = (some, others) => some.length - differences(some, others).onlyOurs.length;
  const add = (pair, some, others) =>
    [sameOf(some, others), some.length, others.length].forEach((count, i) => (pair[i] += count));
  add(pairs.copiedMutool, ours, second);
  add(pairs.pdftotextMutool, theirs, second);
  const alone = new Map();
  for (const each of differences(theirs, second).onlyOurs) alone.set(each, (alone.get(each) ?? 0) + 1);
  const both = theirs.filter((each) => {
    const left = alone.get(each) ?? 0;
    if (left > 0) alone.set(each, left - 1);
    return left <= 0;
  });
  pairs.both += both.length;
  pairs.bothCopied += sameOf(both, ours);
}

const f1 = (same, ours, theirs) => (ours + theirs === 0 ? 1 : (2 * same) / (ours + theirs));

const documents = files.flatMap((file) => {
  const opened = engine.open(memorySource(file));
  if (opened.ok) return [{ file, document: opened.value }];
  process.stderr.write(`passed over (${opened.error.code}): ${file}\n`);
  return [];
});

const measured = pagesSpread(documents, Number(values.pages)).map(({ document, file, page }) => {
  const [ourText, theirText] = [copied(document, page), pdftotext(file, page)];
  const [ours, theirs] = [words(ourText), words(theirText)];
  const together = words(putTogether(theirText, ourText));
  const sameTogether = ours.length - differences(ours, together).onlyOurs.length;
  const { onlyOurs, onlyTheirs } = differences(ours, theirs);
  const same = ours.length - onlyOurs.length;
  if (values.mutool) compareWithMutool(ours, theirs, file, page);
  // Words that one of them breaks elsewhere have the same letters.
  const letters = differences([...onlyOurs.join('')], [...onlyTheirs.join('')]);
  return {
    file,
    page,
    same,
    ours: ours.length,
    theirs: theirs.length,
    together: together.length,
    sameTogether,
    onlyOurs,
    onlyTheirs,
    letters: ours.join('').length,
    lettersAlone: letters.onlyOurs.length,
    lettersMissing: letters.onlyTheirs.length,
  };
});
await sources.close();

const sum = (key) => measured.reduce((total, page) => total + page[key], 0);
const byPage = measured.map((page) => ({ ...page, f1: f1(page.same, page.ours, page.theirs) }));
const worst = byPage.toSorted((a, b) => a.ours + a.theirs - 2 * a.same - (b.ours + b.theirs - 2 * b.same));
for (const page of worst.slice(-Number(values.worst) || worst.length).toReversed()) {
  process.stdout.write(
    `\n${page.file} page ${page.page}: F1 ${page.f1.toFixed(3)} of ${page.theirs} words\n`,
  );
  process.stdout.write(`  only copied:    ${page.onlyOurs.slice(0, 60).join(' ')}\n`);
  process.stdout.write(`  only pdftotext: ${page.onlyTheirs.slice(0, 60).join(' ')}\n`);
}
const total = f1(sum('same'), sum('ours'), sum('theirs'));
const together = f1(sum('sameTogether'), sum('ours'), sum('together'));
const mean = byPage.reduce((all, page) => all + page.f1, 0) / byPage.length;
process.stdout.write(
  `\n${measured.length} pages of ${documents.length} files: F1 over all words ${total.toFixed(4)} ` +
    `(${sum('same')} of ${sum('ours')} copied and ${sum('theirs')} of pdftotext), mean of pages ${mean.toFixed(4)}, ` +
    `with lines put together that pdftotext tears into letters ${together.toFixed(4)}; ` +
    `${byPage.filter((page) => page.f1 >= 0.99).length} pages at 0.99 or better; of ${sum('letters')} letters copied ` +
    `${sum('lettersAlone')} are not in pdftotext's words of the page, ${sum('lettersMissing')} of its are not copied\n`,
);
if (values.mutool)
  process.stdout.write(
    `MuPDF as reference: copied ${f1(...pairs.copiedMutool).toFixed(4)}, pdftotext ${f1(...pairs.pdftotextMutool).toFixed(4)}; ` +
      `of ${pairs.both} words that both have ${pairs.bothCopied} are copied (${(pairs.bothCopied / pairs.both).toFixed(4)})\n`,
  );
