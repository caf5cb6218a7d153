// The table, on the screen and in docs/performance.md.
import os from 'node:os';

const ms = (value) =>
  value === null || value === undefined ? '–' : `${value < 20 ? value.toFixed(1) : Math.round(value)} ms`;
const mb = (value) => `${Math.round(value)} MB`;

/** One line: what, ours, theirs, the aim for ours ÷ theirs (or for ours alone when there is no other). */
function row(what, ours, theirs, aim, show = ms) {
  const ratio = theirs === null ? null : ours / theirs;
  return {
    what,
    ours: show(ours),
    theirs: theirs === null ? '–' : show(theirs),
    ratio,
    aim,
    isReached: ratio === null ? null : ratio <= aim,
    isMeasured: ours !== undefined,
  };
}

/** A limit for ours alone. */
function limit(what, ours, theirs, atMost, show = ms) {
  return {
    what,
    ours: show(ours),
    theirs: theirs === null ? '–' : show(theirs),
    ratio: null,
    atMost: show(atMost),
    isReached: ours <= atMost,
    isMeasured: ours !== undefined,
  };
}

function viewerRows({ pageCount, ours, stock, mutoolMs }) {
  const on = (what) => `${what}, ${pageCount} pages`;
  const isLong = pageCount >= 1500;
  const rows = [
    row(on('first page'), ours.firstMs, stock.firstMs, isLong ? 0.1 : null),
    row(on("first page, the other's page opened anew"), ours.firstMs, stock.openedMs, isLong ? 0.1 : null),
    row(on('far jump'), ours.farMs, stock.farMs, 0.5),
    row(on('50 pages, one after the other'), ours.manyMs, stock.manyMs, 0.25),
    ...(mutoolMs === null ? [] : [row(on('50 pages, against mutool draw'), ours.manyMs, mutoolMs, null)]),
    row(on('peak memory of the page over 300 pages'), ours.peakPageMb, stock.peakPageMb, 0.4, mb),
    row(on('peak memory of the whole app'), ours.peakAllMb, stock.peakAllMb, null, mb),
    limit(on('longest main-thread gap while scrolling'), ours.longestMs, stock.longestMs, 16),
  ];
  return rows.filter(({ isMeasured }) => isMeasured);
}

function findRows({ pageCount, ours, stock }) {
  const on = (what) => `${what}, ${pageCount} pages`;
  return [
    row(on('text of all pages read'), ours.textMs, stock.textMs, 0.25),
    row(on('find, first results, nothing read before'), ours.firstMs, stock.firstMs, null),
    row(on('find, all results, nothing read before'), ours.allMs, stock.allMs, null),
    row(on('find, all results of the next word'), ours.againAllMs, stock.againAllMs, null),
    limit(on('find, all results after another start'), ours.restartAllMs, null, 1000),
  ];
}

export function rowsOf({ viewers = [], find = null, packs = null, built = null, start = null }) {
  return [
    ...(start
      ? [row('start to the library, against a bare window', start.libraryMs, start.bareMs, 1.4)]
      : []),
    ...viewers.flatMap(viewerRows),
    ...(find ? findRows(find) : []),
    ...(packs
      ? [
          limit('opening a pack of 800 MB', packs.openMs, null, 10),
          row('verifying it, against openssl dgst -sha256', packs.verifyMs, packs.opensslMs, 1.7),
        ]
      : []),
    ...(built
      ? [
          row('CPU of writing a pack of 400 PDFs, against zip -0 -r', built.cpuMs, built.zipMs, 0.6),
          limit('peak memory while writing it', built.peakMb, null, 200, mb),
        ]
      : []),
  ];
}

function cells({ what, ours, theirs, ratio, aim, atMost, isReached }) {
  const aimed = atMost === undefined ? (aim ? `≤ ${aim}×` : '–') : `≤ ${atMost}`;
  const reached = aimed === '–' ? '–' : isReached ? 'yes' : 'no';
  return [what, ours, theirs, ratio ? `${ratio.toFixed(2)}×` : '–', aimed, reached];
}

const head = ['what', 'Beredd', 'other', 'ratio', 'aim', 'reached'];

export function asText(rows) {
  const lines = [head, ...rows.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column])).join('  ')).join('\n');
}

const proseFrom = '## What is compared';

/** The table, and below it what people have written about it in the document `before`. */
export function asDocument(rows, { electron, rounds, date }, before) {
  const at = before.indexOf(proseFrom);
  if (at < 0) throw new Error(`docs/performance.md has no "${proseFrom}"`);
  const table = [head, head.map(() => '---'), ...rows.map(cells)].map((line) => `| ${line.join(' | ')} |`);
  const [cpu] = os.cpus();
  return `# Performance

Written by \`npm run bench\` on ${date}: Electron ${electron}, ${os.cpus().length} × ${cpu?.model ?? 'unknown processor'},
${os.platform()} without a graphics card, medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}. Times of one machine say little; the ratios are of one
run, side by side in the same Electron.

${table.join('\n')}

${before.slice(at)}`;
}
