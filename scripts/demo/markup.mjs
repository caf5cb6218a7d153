// The demo's documents are written in a small text form (a cut of Markdown) that this file turns into blocks:
//   `---` front matter `---`, `## heading`, paragraphs, `- ` and `1. ` lists, `| tables |` after an optional
//   `Tabell: caption`, `:::figure caption` … `:::`, `===` for a new page. A line that starts with `@1 ` or `@2 `
//   stands only in that revision.

/**
 * @typedef {{ kind: 'heading', level: number, text: string }
 *   | { kind: 'paragraph', text: string }
 *   | { kind: 'list', ordered: boolean, items: string[] }
 *   | { kind: 'table', caption: string, align: ('left' | 'right')[], head: string[], rows: string[][] }
 *   | { kind: 'figure', name: string, caption: string, options: Record<string, string> }
 *   | { kind: 'pageBreak' }} Block
 */

/** @returns {{ meta: Record<string, string>, blocks: Block[] }} */
export function parseMarkup(text, revision = 1) {
  const lines = forRevision(text.split('\n'), revision);
  const meta = {};
  let start = 0;
  if (lines[0] === '---') {
    const end = lines.indexOf('---', 1);
    Object.assign(meta, parseOptions(lines.slice(1, end)));
    start = end + 1;
  }
  return { meta, blocks: parseBlocks(lines.slice(start)) };
}

function forRevision(lines, revision) {
  return lines.flatMap((line) => {
    const marked = /^@(\d) ?(.*)$/.exec(line);
    if (!marked) return [line];
    return Number(marked[1]) === revision ? [marked[2]] : [];
  });
}

export function parseBlocks(lines) {
  const blocks = [];
  let caption = '';
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    const taken = readBlock(lines, i, caption);
    caption = line.startsWith('Tabell: ') ? line.slice('Tabell: '.length) : '';
    if (taken.block) blocks.push(taken.block);
    i = taken.next;
  }
  return blocks;
}

function readBlock(lines, i, caption) {
  const line = lines[i];
  if (line.trim() === '' || line.startsWith('Tabell: ')) return { next: i + 1 };
  if (line === '===') return { block: { kind: 'pageBreak' }, next: i + 1 };
  const heading = /^(#{2,4}) (.+)$/.exec(line);
  if (heading) return { block: { kind: 'heading', level: heading[1].length, text: heading[2] }, next: i + 1 };
  if (line.startsWith(':::')) return readFigure(lines, i);
  if (line.startsWith('|')) return readTable(lines, i, caption);
  if (isListLine(line)) return readList(lines, i);
  return readParagraph(lines, i);
}

const isListLine = (line) => /^(- |\d+\. )/.test(line);
const startsBlock = (line) => /^(#{2,4} |- |\d+\. |\||:::|===$|Tabell: )/.test(line);

function readParagraph(lines, i) {
  let next = i + 1;
  while (next < lines.length && lines[next].trim() !== '' && !startsBlock(lines[next])) next++;
  return { block: { kind: 'paragraph', text: joinLines(lines.slice(i, next)) }, next };
}

function readList(lines, i) {
  const ordered = /^\d/.test(lines[i]);
  const items = [];
  let next = i;
  while (next < lines.length && lines[next].trim() !== '') {
    if (isListLine(lines[next])) items.push([lines[next].replace(/^(- |\d+\. )/, '')]);
    else if (/^ {2,}/.test(lines[next])) items.at(-1).push(lines[next].trim());
    else break;
    next++;
  }
  return { block: { kind: 'list', ordered, items: items.map(joinLines) }, next };
}

function readTable(lines, i, caption) {
  let next = i;
  const rows = [];
  while (next < lines.length && lines[next].startsWith('|')) rows.push(splitCells(lines[next++]));
  const [head, marks, ...body] = rows;
  const align = marks.map((mark) => (mark.endsWith(':') ? 'right' : 'left'));
  return { block: { kind: 'table', caption, align, head, rows: body }, next };
}

function splitCells(line) {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function readFigure(lines, i) {
  const [, name, caption] = /^:::(\S+) ?(.*)$/.exec(lines[i]);
  const end = lines.indexOf(':::', i + 1);
  if (end < 0) throw new Error(`the figure "${name}" is not closed`);
  return {
    block: { kind: 'figure', name, caption, options: parseOptions(lines.slice(i + 1, end)) },
    next: end + 1,
  };
}

function parseOptions(lines) {
  const options = {};
  for (const line of lines) {
    if (line.trim() === '') continue;
    const [, key, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`not "key: value": ${line}`);
    options[key.trim()] = value;
  }
  return options;
}

const joinLines = (lines) => lines.map((line) => line.trim()).join(' ');

/** Splits `**bold**` and `*italic*` into runs. @returns {{ text: string, face: 'regular' | 'bold' | 'italic' }[]} */
export function inlineRuns(text) {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return { text: part.slice(2, -2), face: 'bold' };
      if (part.startsWith('*')) return { text: part.slice(1, -1), face: 'italic' };
      return { text: part, face: 'regular' };
    });
}

/** The numbered points under "Förslag till beslut": the manifest repeats what the report says, from one source. */
export function proposedDecision(blocks) {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Förslag till beslut');
  if (at < 0) return [];
  const list = blocks.slice(at + 1).find((block) => block.kind === 'list' || block.kind === 'heading');
  return list?.kind === 'list' ? list.items.map((item) => item.replaceAll('*', '')) : [];
}
